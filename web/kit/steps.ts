// A long form step by step: one part at a time, with how far it is. Without script it is one long form, sent as it is.
//
//   <form data-steps data-next="..." data-back="..." data-of="Step {0} of {1}">
//     <fieldset data-step> ... <input data-need="what to do where nothing is written" /> ... </fieldset>
//     <fieldset data-step data-with-doses>    shown where the choice made has data-doses="1"
const form = document.querySelector<HTMLFormElement>("form[data-steps]");
if (form) begin(form);

function begin(form: HTMLFormElement): void {
  const all = [...form.querySelectorAll<HTMLElement>("[data-step]")];
  const bar = document.createElement("p");
  bar.className = "steps-bar";
  bar.setAttribute("role", "status");
  form.prepend(bar);
  const [back, next] = [button("btn btn-outline", form.dataset.back!), button("btn btn-primary", form.dataset.next!)];
  const ways = document.createElement("div");
  ways.className = "acts";
  ways.append(back, next);
  form.append(ways);

  const steps = () => {
    const chosen = form.querySelector<HTMLElement>("[data-doses]:checked");
    return all.filter((step) => !step.matches("[data-with-doses]") || !chosen || chosen.dataset.doses === "1");
  };
  let at = all.find((step) => step.querySelector("[aria-invalid=true], .is-wrong")) ?? all[0]!;

  function show(step: HTMLElement, focuses: boolean): void {
    at = step;
    const shown = steps();
    const place = Math.max(0, shown.indexOf(step));
    for (const one of all) one.hidden = one !== step;
    bar.textContent = form.dataset.of!.replace("{0}", `${place + 1}`).replace("{1}", `${shown.length}`);
    back.hidden = place === 0;
    next.hidden = place === shown.length - 1;
    if (!focuses) return;
    scrollTo({ top: 0 });
    const heading = step.querySelector<HTMLElement>("legend")!;
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
  }

  const move = (by: number) => {
    const shown = steps();
    const to = shown[shown.indexOf(at) + by];
    if (to) show(to, true);
  };

  back.addEventListener("click", () => move(-1));
  next.addEventListener("click", () => {
    const missing = [...at.querySelectorAll<HTMLInputElement>("[data-need]")].find(isMissing);
    for (const told of at.querySelectorAll("[data-told]")) told.remove();
    if (missing) tell(missing);
    else move(1);
  });

  // Enter in a field goes on; it sends from the last step alone.
  form.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || next.hidden || !(event.target as Element).matches("input:not([type=radio], [type=checkbox], [type=file])")) return;
    event.preventDefault();
    next.click();
  });

  // A problem told above the form leads to the step it stands in.
  document.addEventListener("click", (event) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>('a[href^="#"]');
    const field = link && document.getElementById(link.hash.slice(1));
    const step = field?.closest<HTMLElement>("[data-step]");
    if (!step) return;
    show(step, false);
    field!.focus();
  });
  show(at, false);
}

function isMissing(field: HTMLInputElement): boolean {
  if (field.type === "radio") return !field.form!.querySelector(`[name="${CSS.escape(field.name)}"]:checked`);
  return field.value.trim() === "";
}

function tell(field: HTMLInputElement): void {
  const told = document.createElement("p");
  told.className = "field-problem is-wrong";
  told.dataset.told = "";
  told.setAttribute("role", "alert");
  told.textContent = field.dataset.need!;
  (field.closest("fieldset, div") ?? field).append(told);
  field.focus();
}

function button(classes: string, text: string): HTMLButtonElement {
  const made = document.createElement("button");
  made.type = "button";
  made.className = classes;
  made.textContent = text;
  return made;
}
