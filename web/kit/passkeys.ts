// Forms with data-passkey: asks the house for options, the device for a passkey, and sends the form with it.
// Without script the form still says that the passkey is missing, and password and code work.

type Kind = "create" | "get";

async function options(form: HTMLFormElement): Promise<unknown> {
  const token = form.querySelector<HTMLInputElement>("input[name=__RequestVerificationToken]")?.value ?? "";
  const answer = await fetch(form.dataset.options ?? "", { method: "POST", headers: { "X-Form-Token": token } });
  if (!answer.ok) throw new Error(`${answer.status}`);
  return answer.json();
}

async function credential(kind: Kind, given: unknown): Promise<Credential | null> {
  if (kind === "create") {
    const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(given as PublicKeyCredentialCreationOptionsJSON);
    return navigator.credentials.create({ publicKey });
  }
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(given as PublicKeyCredentialRequestOptionsJSON);
  return navigator.credentials.get({ publicKey });
}

async function fill(form: HTMLFormElement): Promise<void> {
  const problem = form.querySelector<HTMLElement>("[data-passkey-problem]");
  if (problem) problem.hidden = true;
  try {
    const made = await credential(form.dataset.passkey as Kind, await options(form));
    const field = form.elements.namedItem("credential") as HTMLInputElement;
    field.value = JSON.stringify(made);
    form.submit();
  } catch {
    // The person closed the device's question, or it has no passkey: both say so in the page's own words.
    if (problem) {
      problem.textContent = form.dataset.failed ?? "";
      problem.hidden = false;
    }
  }
}

for (const form of document.querySelectorAll<HTMLFormElement>("form[data-passkey]")) {
  if (!("PublicKeyCredential" in window) || !("parseCreationOptionsFromJSON" in PublicKeyCredential)) {
    form.hidden = true;
    continue;
  }
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void fill(form);
  });
}
