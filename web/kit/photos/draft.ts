// The draft of a form ([data-draft]): kept while it is written, offered when the page is opened again, sent without leaving
// the page so that a lost network loses nothing, and gone once it is sent.
import { say } from "../told";
import { fieldOf } from "./field";
import { type Draft, drop, find, findPhotos, keep, keepPhotos } from "./kept";

/** Milliseconds without a keystroke before it is kept. */
const PAUSE = 400;
/** Milliseconds for which sending may take: photos over a poor network. */
const PATIENCE = 180_000;

type Written = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** Whether a field is kept: nothing secret, nothing of a moment, nothing of the server's own. */
function isKept(field: Element): field is Written {
  if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement || field instanceof HTMLSelectElement)) return false;
  if (!field.name || field.name.startsWith("__") || field.closest("[data-no-draft]")) return false;
  if (field.autocomplete === "one-time-code") return false;
  // A short number is a code, whatever it is called.
  if (field instanceof HTMLInputElement && field.inputMode === "numeric" && field.maxLength > 0 && field.maxLength <= 8) return false;
  return !["hidden", "password", "file", "submit", "button", "reset"].includes(field.type);
}

const isChosen = (field: Written) => !(field instanceof HTMLInputElement && ["checkbox", "radio"].includes(field.type)) || (field as HTMLInputElement).checked;

/** The server answered, but not with this form: too much, too often, broken. What was written stays. */
class Refused extends Error {}

class Drafting {
  private readonly name: string;
  private readonly bar: HTMLElement;
  private timer = 0;
  private kept: Promise<void> = Promise.resolve();
  private isOver = false;
  /** Whether a draft is offered and neither taken nor deleted: until then nothing is written over it. */
  private isOffered = false;

  constructor(private readonly form: HTMLFormElement, isReturned: boolean) {
    this.name = form.dataset.draft!;
    this.bar = form.querySelector<HTMLElement>("[data-draft-bar]")!;
    form.prepend(this.bar);
    this.part("use").addEventListener("click", () => void find(this.name).then((draft) => draft && this.use(draft)));
    this.part("drop").addEventListener("click", () => void this.forget().then(() => this.now()));
    this.part("again").addEventListener("click", () => form.requestSubmit());
    form.addEventListener("input", () => this.later());
    form.addEventListener("change", () => this.later());
    form.addEventListener("xt:photos", () => this.photosChanged());
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      void this.send(event.submitter);
    });
    // The page may go at any moment: the phone's other program, the battery.
    document.addEventListener("visibilitychange", () => document.visibilityState === "hidden" && this.timer && this.now());
    void this.offer(isReturned);
  }

  private part(name: string): HTMLElement {
    return this.bar.querySelector<HTMLElement>(`[data-draft-${name}]`)!;
  }

  private fields(): Written[] {
    return [...this.form.elements].filter(isKept);
  }

  private files(): File[] {
    return [...this.form.querySelectorAll<HTMLInputElement>("input[type=file]")].flatMap((input) => [...input.files!]);
  }

  // ---- kept

  private later(): void {
    if (this.isOver) return;
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => this.now(), PAUSE);
  }

  private now(): void {
    clearTimeout(this.timer);
    this.timer = 0;
    if (this.isOffered) return;
    const fields = this.fields().filter(isChosen).map((field): [string, string] => [field.name, field.value]);
    const isEmpty = this.files().length === 0 && this.isUntouched();
    const draft: Draft = { form: this.name, at: Date.now(), fields };
    // A browser that keeps nothing is told of nothing: the form works without.
    this.kept = this.kept.then(() => (isEmpty ? drop(this.name) : keep(draft))).catch(() => undefined);
  }

  private photosChanged(): void {
    if (this.isOver || this.isOffered) return;
    const files = this.files();
    this.kept = this.kept.then(() => keepPhotos(this.name, files)).catch(() => undefined);
    this.now();
  }

  private isUntouched(): boolean {
    return this.fields().every((field) => {
      if (field instanceof HTMLSelectElement) return field.selectedIndex <= 0 || field.options[field.selectedIndex]!.defaultSelected;
      if (field instanceof HTMLInputElement && ["checkbox", "radio"].includes(field.type)) return field.checked === field.defaultChecked;
      return field.value.trim() === "";
    });
  }

  private async forget(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = 0;
    await this.kept;
    await drop(this.name).catch(() => undefined);
    this.isOffered = false;
    this.bar.hidden = true;
  }

  // ---- offered

  private async offer(isReturned: boolean): Promise<void> {
    const draft = await find(this.name).catch(() => undefined);
    if (!draft) return;
    // The server has given the words back with what is wrong with them; photos cannot be given back.
    if (isReturned) return this.usePhotos();
    this.isOffered = true;
    const when = new Date(draft.at);
    const isToday = when.toDateString() === new Date().toDateString();
    this.show("found", isToday ? when.toLocaleTimeString("vi-VN", { hour: "2-digit", minute: "2-digit" }) : when.toLocaleString("vi-VN", { day: "2-digit", month: "2-digit", hour: "2-digit", minute: "2-digit" }));
  }

  private async use(draft: Draft): Promise<void> {
    const values = new Map<string, string[]>();
    for (const [name, value] of draft.fields) values.set(name, [...(values.get(name) ?? []), value]);
    for (const field of this.fields()) {
      const given = values.get(field.name);
      if (field instanceof HTMLInputElement && ["checkbox", "radio"].includes(field.type)) field.checked = given?.includes(field.value) ?? false;
      else if (given) field.value = given.shift() ?? "";
      field.dispatchEvent(new Event("change", { bubbles: true }));
    }
    this.bar.hidden = true;
    this.isOffered = false;
    await this.usePhotos();
    say(this.part("used").textContent ?? "");
    this.fields()[0]?.focus();
  }

  private async usePhotos(): Promise<void> {
    const photos = await findPhotos(this.name);
    if (photos.length > 0) await fieldOf(this.form)?.putBack(photos);
  }

  private show(what: "found" | "away" | "refused" | "sending", more = ""): void {
    for (const one of ["found", "away", "refused", "sending"]) this.part(one).hidden = one !== what;
    this.part("at").textContent = more;
    this.part("use").hidden = this.part("drop").hidden = what !== "found";
    this.part("again").hidden = what !== "away" && what !== "refused";
    this.bar.hidden = false;
    if (what !== "found") this.bar.scrollIntoView({ block: "nearest" });
  }

  // ---- sent

  private async send(button: HTMLElement | null): Promise<void> {
    if (this.isOver) return;
    // Before anything is waited for: who presses twice sends once.
    this.isOver = true;
    // Whoever sends something else does not want the draft any more.
    this.isOffered = false;
    this.now();
    const body = new FormData(this.form, button);
    const buttons = [...this.form.querySelectorAll<HTMLButtonElement>("button")].filter((one) => !one.disabled);
    for (const one of buttons) one.disabled = true;
    this.show("sending");
    try {
      await this.kept;
      const action = button?.getAttribute("formaction") ?? this.form.getAttribute("action") ?? location.href;
      const answer = await fetch(action, { method: "POST", body, signal: AbortSignal.timeout(PATIENCE) });
      await this.took(answer);
    } catch (problem) {
      this.isOver = false;
      this.show(problem instanceof Refused ? "refused" : "away");
      this.part("again").focus();
    } finally {
      for (const one of buttons) one.disabled = false;
    }
  }

  private async took(answer: Response): Promise<void> {
    if (answer.ok && answer.redirected) {
      await this.forget();
      return location.assign(answer.url);
    }

    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const next = page.getElementById("content");
    const returned = next?.querySelector<HTMLFormElement>(`form[data-draft="${CSS.escape(this.name)}"]`);
    if (!answer.ok && !returned) throw new Refused(`${answer.status}`);
    if (!returned) await this.forget();
    document.title = page.title || document.title;
    const content = document.getElementById("content")!;
    if (next) content.replaceChildren(...next.childNodes);
    else content.textContent = page.body.textContent;
    document.dispatchEvent(new CustomEvent("xt:shown", { detail: "returned" }));
    content.focus();
    window.scrollTo(0, 0);
  }
}

const known = new WeakSet<Element>();

function start(isReturned: boolean): void {
  for (const form of document.querySelectorAll<HTMLFormElement>("form[data-draft]")) {
    if (known.has(form) || !form.querySelector("[data-draft-bar]")) continue;
    known.add(form);
    new Drafting(form, isReturned);
  }
}

start(false);
document.addEventListener("xt:shown", (event) => start((event as CustomEvent).detail === "returned"));
