// The desk of a session. Its forms are sent without leaving the page, so that a lost network loses nothing: then steps are
// kept in the browser, the desk goes on from what it knows, and everything is sent once when the network is back.
import { say, spoken } from "../told";
import { ask, find, type Lot, type Memory, type Person, type State } from "./memory";
import { send } from "./sending";
import { drop, keep, type Kind, type Step, waiting } from "./waiting";

/** Milliseconds between looks whether the network is back. */
const LOOK = 5_000;
/** Milliseconds for which the people of the session are good enough. */
const FRESH = 300_000;

const content = document.getElementById("content")!;
const place = () => content.querySelector<HTMLElement>("[data-desk]")!;
const part = <T extends HTMLElement = HTMLElement>(name: string) => place().querySelector<T>(`[data-desk-${name}]`)!;
const session = () => Number(place().dataset.desk);
const later = () => `/sessions/${session()}/desk/later`;
const token = () => content.querySelector<HTMLInputElement>("input[name=__RequestVerificationToken]")!.value;

let memory: Memory = { people: new Map(), lots: [] };
let isAway = false;
let at: Person | undefined;

// ---- with a network

function show(html: string, address: string): void {
  const page = new DOMParser().parseFromString(html, "text/html");
  const next = page.getElementById("content");
  if (!next?.querySelector("[data-desk]")) return void location.assign(address);
  document.title = page.title;
  content.replaceChildren(...next.childNodes);
  history.replaceState(null, "", address);
  isAway = false;
  document.dispatchEvent(new Event("xt:shown"));
  (content.querySelector<HTMLElement>("[autofocus]") ?? content).focus();
  void list();
}

async function fetchPage(address: string, asked: RequestInit): Promise<boolean> {
  try {
    const answer = await fetch(address, { ...asked, headers: { "X-Desk": "1" }, signal: AbortSignal.timeout(15_000) });
    if (answer.status >= 500) throw new Error(`${answer.status}`);
    show(await answer.text(), answer.headers.get("Content-Location") ?? answer.url);
    return true;
  } catch {
    return false;
  }
}

async function submit(form: HTMLFormElement, button: HTMLElement | null): Promise<void> {
  const body = new FormData(form, button);
  const handler = new URL(form.action).searchParams.get("handler") ?? "";
  if (await fetchPage(form.action, { method: "POST", body })) return;
  if (place().dataset.late === "yes" || handler === "undo") return say(spoken("offline"));
  goAway();
  if (handler === "find") return seek(String(body.get("Sought") ?? ""));
  await take(stepOf(handler, body));
}

function stepOf(handler: string, body: FormData): Step {
  const text = (name: string) => String(body.get(name) ?? "") || undefined;
  const kind = (handler.charAt(0).toUpperCase() + handler.slice(1)) as Kind;
  return newStep(kind, Number(body.get("number")), {
    key: text("entryKey"), outcome: text("outcome"), note: text("note"), lot: Number(text("lot")) || undefined, reason: text("reason"),
  });
}

const newStep = (kind: Kind, number: number, more: { [K in keyof Step]?: Step[K] | undefined }): Step =>
  ({ session: session(), by: place().dataset.by!, at: Date.now(), number, kind, ...more, key: more.key ?? crypto.randomUUID() }) as Step;

// ---- without

function goAway(): void {
  isAway = true;
  part("online").hidden = true;
  part("offline").hidden = false;
  const sought = part<HTMLInputElement>("sought");
  sought.value = "";
  sought.focus();
}

const after: Record<Kind, (step: Step) => State> = {
  Arrive: () => "arrived",
  Screen: (step) => (step.outcome === "Fit" ? "fit" : "over"),
  Inject: () => "injected",
  Leave: () => "left",
};

async function take(step: Step): Promise<void> {
  try {
    await keep(step);
  } catch {
    // A browser that keeps nothing must not seem to.
    return say(part("offline").dataset.full ?? "");
  }
  const person = memory.people.get(step.number);
  if (person) person.state = after[step.kind](step);
  if (step.kind === "Inject") for (const lot of memory.lots) if (lot.id === step.lot) lot.left--;
  await list();
  if (person?.state === "fit") stand(person);
  else seek("");
}

function seek(sought: string): void {
  const found = find(memory, sought);
  const names = part("found");
  names.replaceChildren();
  part("person").hidden = true;
  if (found.length === 1) return stand(found[0]!);
  for (const person of found.slice(0, 20)) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "btn btn-outline";
    button.textContent = `${person.number} · ${person.name} · ${person.born}`;
    button.addEventListener("click", () => stand(person));
    names.append(button);
  }
  if (sought && found.length === 0) names.textContent = part("offline").dataset.nobody ?? "";
  const field = part<HTMLInputElement>("sought");
  field.value = "";
  field.focus();
}

/** Somebody stands at the desk: the part of the form for the next step is shown, its first button has the focus. */
function stand(person: Person): void {
  at = person;
  part("found").replaceChildren();
  part("person").hidden = false;
  part("name").textContent = `${person.number} · ${person.name} · ${person.born}`;
  const lots = part<HTMLSelectElement>("lot");
  lots.replaceChildren(...memory.lots.filter((lot) => lot.left > 0).map(optionOf));
  const step = person.state === "booked" || person.state === "arrived" ? "screen" : person.state === "fit" ? "inject" : person.state === "injected" ? "leave" : "none";
  for (const one of place().querySelectorAll<HTMLElement>("[data-desk-step]")) one.hidden = one.dataset.deskStep !== step;
  place().querySelector<HTMLElement>(`[data-desk-step=${step}] button`)?.focus();
}

function optionOf(lot: Lot): HTMLOptionElement {
  const option = document.createElement("option");
  option.value = String(lot.id);
  option.textContent = `${lot.name} (${lot.left})`;
  return option;
}

async function submitAway(form: HTMLFormElement, button: HTMLElement | null): Promise<void> {
  const body = new FormData(form, button);
  if (form.dataset.deskStep === undefined) return seek(String(body.get("sought") ?? ""));
  if (at) await take({ ...stepOf(form.dataset.deskStep, body), number: at.number });
}

// ---- what waits

async function list(): Promise<void> {
  const steps = await waiting(session()).catch(() => [] as Step[]);
  const frame = part("waiting");
  frame.hidden = steps.length === 0;
  part("count").textContent = String(steps.filter((step) => !step.refused).length);
  part("refused").replaceChildren(...steps.filter((step) => step.refused).map(lineOf));
}

function lineOf(step: Step): HTMLLIElement {
  const line = document.createElement("li");
  const link = document.createElement("a");
  link.href = `/sessions/${step.session}/desk?number=${step.number}`;
  link.textContent = String(step.number);
  const button = document.createElement("button");
  button.type = "button";
  button.className = "btn btn-outline";
  button.textContent = part("waiting").dataset.drop ?? "";
  button.addEventListener("click", () => void drop(step.order!).then(list));
  line.append(link, ` · ${step.refused} `, button);
  return line;
}

async function look(): Promise<void> {
  const steps = await waiting(session()).catch(() => [] as Step[]);
  const open = steps.filter((step) => !step.refused);
  if (!isAway && open.length === 0) return;
  const sent = await send(session(), place().dataset.by!, later(), token());
  await list();
  if (sent === "stranger") return say(part("waiting").dataset.stranger ?? "");
  if (sent === "away" || !isAway) return;
  if (await fetchPage(`/sessions/${session()}/desk`, {})) await learn();
}

async function learn(): Promise<void> {
  try {
    memory = await ask(later());
  } catch {
    // What is known is good enough.
  }
}

document.addEventListener("submit", (event) => {
  const form = event.target as HTMLFormElement;
  if (!form.closest("[data-desk]")) return;
  event.preventDefault();
  void (form.closest("[data-desk-offline]") ? submitAway(form, event.submitter) : submit(form, event.submitter));
});
window.addEventListener("popstate", () => location.reload());
window.addEventListener("online", () => void look());
window.setInterval(() => void look(), LOOK);
window.setInterval(() => void (isAway || learn()), FRESH);
void list();
void learn();
void look();
