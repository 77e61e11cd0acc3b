// A work-list: the next item is fetched ahead, so that a decision shows it at once while the decision itself is sent.
//
//   <section data-worklist data-next="/cases/38">     the whole of one item; data-next: the page of the next one
//                                                     (where that is no item: the page to which the last one leads)
//     <form method="post" data-decide> ... </form>    a decision: the answer is any 2xx or a redirect, else it comes back
//     <form method="post" data-undo> ... </form>      takes the decision about this item back
//
// Without script the same forms are sent as they are, and the server leads to the next item. A page that is only fetched
// ahead is asked for with the header X-Ahead. A form without an address of its own is sent to the address of the page: by
// the time it is sent that may be the next item's, so it is read when the key is pressed.
import htmx from "htmx.org";
import { say, spoken } from "./told";

type Item = { section: HTMLElement; url: string };
type Decided = { item: Item; undo: HTMLFormElement | null };
type Letter = { to: string; body: FormData };

const shown = () => document.querySelector<HTMLElement>("[data-worklist]");
const decided: Decided[] = [];
const ahead = new Map<string, Promise<HTMLElement | null>>();
let sending: Promise<void> = Promise.resolve();
let inFlight = 0;

async function fetchItem(url: string, isAhead: boolean): Promise<HTMLElement | null> {
  const answer = await fetch(url, { headers: isAhead ? { "X-Ahead": "1" } : {} });
  if (!answer.ok) return null;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  return page.querySelector<HTMLElement>("[data-worklist]");
}

function lookAhead(): void {
  const next = shown()?.dataset.next;
  if (!next || ahead.has(next)) return;
  ahead.clear();
  ahead.set(next, fetchItem(next, true).catch(() => null));
}

function show(item: Item): void {
  shown()!.replaceWith(item.section);
  history.pushState({}, "", item.url);
  htmx.process(item.section);
  scrollTo({ top: 0 });
  item.section.tabIndex = -1;
  item.section.focus({ preventScroll: true });
  document.dispatchEvent(new Event("xt:shown"));
  lookAhead();
}

const letterOf = (form: HTMLFormElement, submitter: HTMLElement | null): Letter =>
  ({ to: form.action, body: new FormData(form, submitter) });

async function send({ to, body }: Letter): Promise<void> {
  const answer = await fetch(to, { method: "POST", body, redirect: "manual", headers: { "X-Worklist": "1" } });
  if (answer.ok || answer.type === "opaqueredirect") return;
  throw new Error((await answer.text()).trim() || spoken("offline"));
}

// One behind the other: what waits for its turn counts as under way.
function queue(letter: Letter): Promise<void> {
  inFlight++;
  const sent = sending.then(() => send(letter)).finally(() => inFlight--);
  sending = sent.catch(() => undefined);
  return sent;
}

// The end of a list may lead back to what was skipped, but not to what was decided.
const isDecided = (url: string) => {
  const path = new URL(url, location.href).pathname;
  return path === location.pathname || decided.some((one) => new URL(one.item.url).pathname === path);
};

// A page that was fetched ahead may name a next one that was decided since: the item is asked again, and leads on, or to the list.
async function wayOn(url: string): Promise<string> {
  const next = (await fetchItem(url, false).catch(() => null))?.dataset.next;
  return next && !isDecided(next) ? next : url;
}

async function decide(letter: Letter): Promise<void> {
  const section = shown()!;
  const item = { section, url: location.href };
  const next = section.dataset.next;
  const sent = queue(letter);
  const following = next && !isDecided(next) ? await (ahead.get(next) ?? fetchItem(next, true).catch(() => null)) : null;
  const done = { item, undo: section.querySelector<HTMLFormElement>("form[data-undo]") };
  if (following) {
    decided.push(done);
    show({ section: following, url: new URL(next!, location.href).href });
  }
  try {
    await sent;
    if (following) say(spoken("decided"), done.undo ? { name: spoken("take-back"), take: () => void undo(done) } : undefined);
    else location.assign(next && !isDecided(next) ? next : await wayOn(item.url));
  } catch (problem) {
    if (following) {
      decided.splice(decided.indexOf(done), 1);
      show(item);
    }
    say(problem instanceof TypeError ? spoken("offline") : (problem as Error).message);
  }
}

async function undo(last: Decided): Promise<void> {
  if (!decided.includes(last)) return;
  try {
    await queue(letterOf(last.undo!, null));
    const section = (await fetchItem(last.item.url, false)) ?? last.item.section;
    if (decided.includes(last)) decided.splice(decided.indexOf(last), 1);
    show({ section, url: last.item.url });
    say(spoken("undone"));
  } catch (problem) {
    say(problem instanceof TypeError ? spoken("offline") : (problem as Error).message);
  }
}

document.addEventListener("submit", (event) => {
  const form = event.target as HTMLFormElement;
  if (!form.matches("[data-worklist] form[data-decide]")) return;
  event.preventDefault();
  void decide(letterOf(form, event.submitter));
});

document.addEventListener("keydown", (event) => {
  if (event.key !== "z" || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
  if ((event.target as Element).closest("input, select, textarea") || document.querySelector("dialog[open]")) return;
  const last = decided.at(-1);
  if (!last?.undo) return;
  event.preventDefault();
  void undo(last);
});

// Back and forward load the page they name: its item may have changed.
addEventListener("popstate", () => {
  if (shown()) location.reload();
});

// A fast hand is ahead of the answers: a link leads on when all that was decided has been sent.
document.addEventListener("click", (event) => {
  const link = (event.target as Element).closest<HTMLAnchorElement>("a[href]");
  if (!inFlight || !link || link.target || event.defaultPrevented) return;
  if (event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  void sending.then(() => location.assign(link.href));
});

// Nor is it lost by closing the window unasked.
addEventListener("beforeunload", (event) => {
  if (inFlight > 0) event.preventDefault();
});

lookAhead();
