// One line at the foot of the window, read aloud by screen readers.
const place = () => document.getElementById("told")!;
let until = 0;

/** A sentence that the server wrote into the page in the user's language. */
export const spoken = (key: string): string => place().getAttribute(`data-${key}`) ?? "";

/** What can still be done about what was said, by hand or finger. */
export type Offer = { name: string; take: () => void };

export function say(sentence: string, offer?: Offer): void {
  if (!sentence) return;
  const parts: (string | Node)[] = [sentence];
  if (offer) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "btn";
    button.textContent = offer.name;
    button.addEventListener("click", offer.take);
    parts.push(button);
  }
  place().replaceChildren(...parts);
  clearTimeout(until);
  until = window.setTimeout(() => place().replaceChildren(), 8000);
}
