// What stands around the picture: texts, the corner, the lists in detail.
import type { Device } from "./device/house";
import { waiting } from "./scans/queue";
import { age as ageText, language, moment, say, type Text } from "./texts";
import type { Age } from "./trust/age";
import type { Lists } from "./trust/lists";
import { find } from "./trust/store";

const get = <T extends HTMLElement>(id: string) => document.getElementById(id) as T;

export function translate(): void {
  document.documentElement.lang = language();
  document.title = say("title");
  for (const part of document.querySelectorAll<HTMLElement>("[data-text]")) part.textContent = say(part.dataset.text as Text);
  const other = get("language");
  other.textContent = language() === "vi" ? "EN" : "VI";
  other.ariaLabel = `${other.textContent}: ${say("language")}`;
  other.lang = language() === "vi" ? "en" : "vi";
}

/** Online or not, and how old the lists are. */
export function corner(lists: Lists, age: Age, device: Device | undefined, scans: number): void {
  const state = get("state");
  const isOnline = navigator.onLine;
  state.dataset.is = age !== "fresh" ? "warn" : isOnline ? "online" : "offline";
  const words = [say(isOnline ? "online" : "offline"), say(`lists.${age}`, { age: ageText(Date.now() - lists.issued) })];
  if (scans > 0) words.push(say("queue", { n: scans }));
  get("state-text").textContent = words.join(", ");
  get("place").textContent = device?.place.name ?? say("title");
}

export async function about(lists: Lists, device: Device | undefined): Promise<void> {
  const [asked, scans] = [await find("asked"), await waiting()];
  const rows: [Text, string][] = [
    ["about.lists", lists.issued ? moment(lists.issued) : say("about.never")],
    ["about.asked", asked ? moment(asked) : say("about.never")],
    ["about.keys", String([...lists.signers.values(), ...lists.healthCardKeys.values()].flat().length)],
    ["about.revoked", String(lists.revoked?.count ?? 0)],
  ];
  if (device) rows.unshift(["about.place", [device.place.name, device.place.unit].filter(Boolean).join(", ")]);
  if (device) rows.push(["about.waiting", String(scans)]);
  const facts = rows.flatMap(([name, value]) => {
    const [term, said] = [document.createElement("dt"), document.createElement("dd")];
    [term.textContent, said.textContent] = [say(name), value];
    return [term, said];
  });
  get("facts").replaceChildren(...facts);
  get("asked").textContent = device ? "" : say("about.noPlace");
  const dialog = get<HTMLDialogElement>("about");
  if (!dialog.open) dialog.showModal();
}
