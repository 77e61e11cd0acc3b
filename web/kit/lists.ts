// Walking a list: j and k go down and up, Enter opens the row.
const rows = () => [...document.querySelectorAll<HTMLTableRowElement>("table.list tbody tr")].filter((row) => row.offsetParent !== null);

function go(step: number): void {
  const all = rows();
  if (all.length === 0) return;
  const at = all.findIndex((row) => row.classList.contains("here") || row.contains(document.activeElement));
  const to = all[Math.min(Math.max(at + step, 0), all.length - 1)]!;
  for (const row of all) row.classList.toggle("here", row === to);
  const link = to.querySelector<HTMLElement>("a[href], button");
  if (link) {
    link.focus({ preventScroll: true });
  } else {
    to.tabIndex = -1;
    to.focus({ preventScroll: true });
  }
  to.scrollIntoView({ block: "nearest" });
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || document.querySelector("dialog[open]")) return;
  if ((event.target as Element).closest("input, select, textarea, [contenteditable]")) return;
  if (event.key === "j") go(1);
  if (event.key === "k") go(-1);
});
