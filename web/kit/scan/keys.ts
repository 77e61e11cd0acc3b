// A scanner types faster than a person and ends with Enter or Tab. Wherever the focus is, what it types goes into the
// scan field, and the form is sent. The first keys are held back until it is clear who types: a person's key then goes
// where it would have gone, so that no digit of a card is taken for a key of the page.
import { scanField, send } from "./field";

/** Milliseconds from key to key: a scanner takes less, a person more. */
const GAP = 60;
/** How long a first key is held back: a busy machine delivers the second late. */
const HOLD = 100;
/** So many keys in a row without such a gap are no person's. */
const SURE = 4;
/** A whole scan has at least so many; from then on a scanner may pause as long, if it is quick in all. */
const WHOLE = 8;
const PAUSE = 500;
/** Scanners that end with CR and LF send Enter twice. */
const TWICE = 500;

type Text = HTMLInputElement | HTMLTextAreaElement;
/** A run of keys without a gap; into a text: what stood there before. */
type Run = { first: number; last: number; keys: number; into?: Text; before: string; from: number; to: number };

let run: Run | undefined;
let held: KeyboardEvent[] = [];
let timer = 0;
let ended = -TWICE;

const isText = (target: EventTarget | null): target is Text =>
  target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && target.selectionStart !== null);

/** Where keys already mean what the focus says: a choice, a dialog, a text that the page edits by itself. */
const isTaken = (target: EventTarget | null) =>
  document.querySelector("dialog[open]") !== null ||
  (target instanceof HTMLElement && (target.isContentEditable || target.matches("select, input:not([type=submit], [type=button])")) && !isText(target));

function begin(at: number, target: EventTarget | null): Run {
  const run = { first: at, last: at, keys: 0 };
  if (!isText(target)) return { ...run, before: "", from: 0, to: 0 };
  const { value, selectionStart, selectionEnd } = target;
  return { ...run, into: target, before: value, from: selectionStart ?? 0, to: selectionEnd ?? 0 };
}

const goesOn = ({ last, keys }: Run, at: number) => at - last <= (keys < WHOLE ? GAP : PAUSE);
const isScan = (run: Run, at: number) => run.keys >= WHOLE && goesOn(run, at) && at - run.first <= GAP * run.keys;

/** Gives a person's keys to the page. */
function letGo(): void {
  clearTimeout(timer);
  const keys = held;
  held = [];
  for (const { key, code, shiftKey, target } of keys)
    target!.dispatchEvent(new KeyboardEvent("keydown", { key, code, shiftKey, bubbles: true, cancelable: true }));
}

/** The keys held so far become the field's text; the scanner types the rest into it by itself. */
function takeOver(field: HTMLInputElement): void {
  field.focus();
  field.value = held.map((one) => one.key).join("");
  held = [];
  if (run) run.into = field;
}

/** Takes what the run wrote out of the text it went to and gives it to the field. */
function bring(to: HTMLInputElement, { into, before, from, to: until }: Run): void {
  if (!into || into === to) return;
  const written = into.value.slice(from, into.value.length - (before.length - until));
  into.value = before;
  to.value = written;
  to.focus();
}

function end(event: KeyboardEvent, field: HTMLInputElement): void {
  const whole = run;
  run = undefined;
  const isTwice = event.timeStamp - ended < TWICE;
  if (!isTwice && !(whole?.into && isScan(whole, event.timeStamp))) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  if (isTwice) return;
  ended = event.timeStamp;
  bring(field, whole!);
  send(field);
}

window.addEventListener(
  "keydown",
  (event) => {
    if (!event.isTrusted || event.ctrlKey || event.metaKey || ["Shift", "Alt", "AltGraph", "CapsLock"].includes(event.key)) return;
    const field = scanField();
    if (!field || isTaken(event.target)) return;
    if (event.repeat) {
      // Held down by a finger.
      letGo();
      return;
    }

    if (event.key === "Enter" || event.key === "Tab") {
      letGo();
      end(event, field);
      return;
    }

    if (!run || !goesOn(run, event.timeStamp)) {
      letGo();
      run = begin(event.timeStamp, event.target);
    }

    run.last = event.timeStamp;
    run.keys++;
    // A space at the beginning scrolls or presses; no code begins with one.
    if (isText(event.target) || event.altKey || event.key.length > 1 || (event.key === " " && held.length === 0)) return;

    event.preventDefault();
    event.stopImmediatePropagation();
    held.push(event);
    clearTimeout(timer);
    if (held.length >= SURE) takeOver(field);
    else timer = window.setTimeout(letGo, HOLD);
  },
  { capture: true },
);

// The next scan replaces what stands there.
document.addEventListener("focusin", ({ target }) => {
  if (target instanceof HTMLInputElement && target.matches("[data-scan]")) target.select();
});
