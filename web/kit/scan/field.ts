// What both ways of scanning do with the field.

/** The field that a scan goes into, if the page shows one. */
export const scanField = (): HTMLInputElement | undefined =>
  [...document.querySelectorAll<HTMLInputElement>("input[data-scan]")].find((one) => one.offsetParent !== null && !one.disabled);

/** Sends the field's form as its first button would. */
export function send(field: HTMLInputElement): void {
  const button = [...(field.form?.elements ?? [])].find(
    (one): one is HTMLButtonElement => one instanceof HTMLButtonElement && one.type === "submit",
  );
  field.form?.requestSubmit(button);
}
