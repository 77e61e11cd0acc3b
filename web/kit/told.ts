// One line at the foot of the window, read aloud by screen readers.
const place = () => document.getElementById("told")!;
let until = 0;

/** A sentence that the server wrote into the page in the user's language. */
export const spoken = (key: string): string => place().getAttribute(`data-${key}`) ?? "";

export function say(sentence: string): void {
  if (!sentence) return;
  place().textContent = sentence;
  clearTimeout(until);
  until = window.setTimeout(() => place().replaceChildren(), 8000);
}
