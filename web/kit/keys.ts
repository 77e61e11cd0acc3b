// Keys of a page: whatever carries data-key is pressed by it. "/" goes to the search, "?" shows what keys there are.
const isWriting = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.matches("textarea, select, input:not([type=checkbox], [type=radio], [type=button], [type=submit])"));

const isSeen = (element: HTMLElement) => element.offsetParent !== null && element.getAttribute("aria-disabled") !== "true";

const named = (element: HTMLElement) => {
  const text = element.getAttribute("aria-label") ?? element.dataset.keyName;
  if (text) return text;
  const copy = element.cloneNode(true) as HTMLElement;
  for (const key of copy.querySelectorAll("kbd, svg")) key.remove();
  return copy.textContent!.trim();
};

const keyed = () => [...document.querySelectorAll<HTMLElement>("[data-key]")].filter(isSeen);

function press(element: HTMLElement): void {
  if (element.matches("input:not([type=checkbox], [type=radio]), textarea, select")) {
    element.focus();
    if (element instanceof HTMLInputElement) element.select();
  } else {
    element.click();
    // A fast hand goes on at once: what was unfolded is written in before the next key comes.
    if (element.matches("summary")) element.closest("details[open]")?.querySelector<HTMLElement>("[data-focus]")?.focus();
  }
}

function showKeys(): void {
  const dialog = document.getElementById("keys") as HTMLDialogElement;
  const list = dialog.querySelector("dl")!;
  list.querySelectorAll("[data-own]").forEach((row) => row.remove());
  for (const element of keyed()) {
    if (list.querySelector(`[data-for="${CSS.escape(element.dataset.key!)}"]`)) continue;
    const term = document.createElement("dt");
    const key = document.createElement("kbd");
    key.textContent = element.dataset.key!;
    term.append(key);
    const meaning = document.createElement("dd");
    meaning.textContent = named(element);
    const row = document.createElement("div");
    row.dataset.own = "";
    row.dataset.for = element.dataset.key!;
    row.append(term, meaning);
    list.append(row);
  }
  list.querySelector<HTMLElement>("[data-lists]")!.hidden = !document.querySelector("table.list");
  dialog.showModal();
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || event.isComposing) return;
  if (event.key === "Escape" && isWriting(event.target)) {
    (event.target as HTMLElement).blur();
    return;
  }
  if (isWriting(event.target) || document.querySelector("dialog[open]")) return;
  if (event.key === "?") {
    event.preventDefault();
    showKeys();
    return;
  }
  const element = keyed().find((one) => one.dataset.key === event.key);
  if (!element || event.repeat) return;
  event.preventDefault();
  press(element);
});

document.addEventListener("click", (event) => {
  if ((event.target as Element).closest("[data-show-keys]")) showKeys();
});
