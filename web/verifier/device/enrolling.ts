// A link enrols the device: its token stands behind the #, which no server and no log is told.
import type { Json } from "../codes/json";
import { keySet } from "../trust/bundle";
import { find, keep } from "../trust/store";
import { language, say } from "../texts";
import { type Device, enrol } from "./house";
import { seal, unseal } from "./sealed";

/** The token of the link that was opened; it is gone from the address then. */
export function takeToken(): string | undefined {
  const token = /^#enrol=([A-Za-z0-9._~-]{1,512})$/.exec(location.hash)?.[1];
  if (location.hash) history.replaceState(null, "", location.pathname);
  return token;
}

export async function keptDevice(): Promise<Device | undefined> {
  const sealed = await find("device");
  return sealed && unseal<Device>(sealed);
}

/** Asks for a name and enrols; ends when it is done or closed. */
export function askToEnrol(dialog: HTMLDialogElement, token: string, done: (device: Device) => void): void {
  const [form, name, told, go] = ["form", "#name", "#enrol-told", "#enrol-do"].map((one) => dialog.querySelector(one)!) as [HTMLFormElement, HTMLInputElement, HTMLElement, HTMLButtonElement];
  told.textContent = "";
  form.onsubmit = (event) => {
    event.preventDefault();
    const written = name.value.trim();
    if (!written) {
      told.textContent = say("enrol.named");
      name.focus();
      return;
    }

    go.disabled = true;
    void enrol(token, written, language()).then(async (answer) => {
      go.disabled = false;
      if (!("secret" in answer)) {
        told.textContent = answer.title === undefined ? say("enrol.away") : answer.title || say("enrol.refused");
        return;
      }

      const { device, secret, place } = answer;
      const keys = keySet({ keys: (answer.bundleKeys ?? []) as Json[] });
      await keep({ device: await seal({ device, secret, place }), ...(keys.length > 0 ? { pinned: keys } : {}) });
      dialog.close();
      done({ device, secret, place });
    });
  };
  dialog.showModal();
}
