// A menu closes when something else is chosen, and by Escape.
const opened = () => document.querySelectorAll<HTMLDetailsElement>("details.menu[open]");

document.addEventListener("click", (event) => {
  for (const menu of opened()) if (!menu.contains(event.target as Node)) menu.open = false;
});

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  for (const menu of opened()) {
    menu.open = false;
    menu.querySelector("summary")!.focus();
  }
});

// What is chosen in a list's filter counts at once; without script the button beside it sends it.
document.addEventListener("change", (event) => {
  const field = event.target as HTMLElement;
  if (field.matches("select[data-at-once]")) field.closest("form")!.requestSubmit();
});

document.addEventListener("click", (event) => {
  if ((event.target as Element).closest("[data-print]")) print();
});
