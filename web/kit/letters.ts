// A letter that goes with a choice: <select data-letters="id of the textarea"> whose options carry data-letter. What somebody
// has written themselves is not overwritten. And whatever opens is written in at once: <details> with a field that has data-focus.
document.addEventListener("change", (event) => {
  const select = (event.target as Element).closest<HTMLSelectElement>("select[data-letters]");
  const letter = select && (document.getElementById(select.dataset.letters!) as HTMLTextAreaElement | null);
  if (!letter) return;
  const ours = [...select.options].map((option) => option.dataset.letter ?? "");
  if (ours.includes(letter.value) || letter.value.trim() === "") letter.value = select.selectedOptions[0]?.dataset.letter ?? "";
});

// By a click or a key alone: what a program opens takes the keys from nobody.
document.addEventListener("click", (event) => {
  const summary = (event.target as Element).closest("summary");
  const opened = summary?.parentElement;
  if (!(opened instanceof HTMLDetailsElement)) return;
  setTimeout(() => {
    const writes = opened.contains(document.activeElement) && document.activeElement !== summary;
    if (opened.open && !writes) opened.querySelector<HTMLElement>("[data-focus]")?.focus();
  });
});
