// The verdict covers the screen: colour, icon, one word, whose it is, and why where it is not green.
import type { Checked, Fact } from "../codes/checked";
import type { Age } from "../trust/age";
import { day, language, say, type Text } from "../texts";

const ICONS: Record<Checked["verdict"], string> = {
  genuine: "M14 33l13 13 24-27",
  "rule-not-met": "M32 12v26M32 50v.1",
  "cannot-know": "M22 24a10 10 0 1 1 14 9c-3 1.5-4 3-4 6M32 50v.1",
  "not-genuine": "M17 17l30 30M47 17L17 47",
  "no-certificate": "M12 18h40v28H12zM19 28h10M19 36h6M36 27h9M36 33h9",
};

const SVG = "http://www.w3.org/2000/svg";

function icon(verdict: Checked["verdict"]): SVGElement {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 64 64");
  svg.setAttribute("aria-hidden", "true");
  const [ring, path] = [document.createElementNS(SVG, "circle"), document.createElementNS(SVG, "path")];
  for (const [name, value] of Object.entries({ cx: "32", cy: "32", r: "30", fill: "none", stroke: "currentColor", "stroke-width": "3" })) ring.setAttribute(name, value);
  for (const [name, value] of Object.entries({ d: ICONS[verdict], fill: "none", stroke: "currentColor", "stroke-width": "6", "stroke-linecap": "round", "stroke-linejoin": "round" })) path.setAttribute(name, value);
  svg.append(ring, path);
  return svg;
}

function line(tag: string, name: string, text: string): HTMLElement {
  const element = document.createElement(tag);
  element.className = name;
  element.textContent = text;
  return element;
}

function list(name: string, items: string[]): HTMLElement | "" {
  if (items.length === 0) return "";
  const all = document.createElement("ul");
  all.className = name;
  all.append(...items.map((item) => line("li", "", item)));
  return all;
}

function factOf(fact: Fact): string {
  if (fact.kind === "doses") return say("fact.doses", { dose: fact.dose, of: fact.of, date: day(fact.last) });
  if (fact.kind === "test") return say(fact.isNegative ? "fact.negative" : "fact.positive", { date: day(fact.taken) });
  return [say("fact.recovered", { date: day(fact.from) }), fact.until && say("fact.until", { date: day(fact.until) })].filter(Boolean).join(", ");
}

/** What a rule says itself is clearer than that one is not met. */
function reasonsOf(checked: Checked): string[] {
  const own = checked.unmet.filter(({ isMet }) => isMet === false).map(({ rule }) => rule.says[language()] ?? rule.says.en ?? "").filter(Boolean);
  const others = checked.reasons.filter((reason) => reason !== "unsigned" && !(reason === "rule-not-met" && own.length > 0));
  return [...new Set([...others.map((reason) => say(`reason.${reason}`)), ...own])];
}

function words({ kind, verdict, reasons }: Checked): [word: Text, means: Text] {
  if (kind !== "other") return [`verdict.${verdict}`, `means.${verdict}`];
  return ["verdict.other", reasons.includes("not-readable") ? "means.garbled" : "means.other"];
}

/** Shows it; what the house knows besides is written into the place that is given back. */
export function show(screen: HTMLElement, checked: Checked, age: Age, warning: string): HTMLElement {
  const [word, means] = words(checked);
  const { person } = checked;
  const isNamed = person?.name !== undefined && checked.verdict !== "not-genuine";
  const content = document.createElement("div");
  content.className = "content";
  const known = line("p", "known", "");
  const kind = say(`kind.${checked.kind}`);
  content.append(icon(checked.verdict), line("p", "word", say(word)), kind && line("p", "kind", kind), line("p", "means", say(means)));
  content.append(list("reasons", checked.kind === "other" ? [] : reasonsOf(checked)));
  if (isNamed) content.append(line("p", "name", person.name!));
  if (isNamed && person.born) content.append(line("p", "born", say("born", { year: person.born.slice(0, 4) })));
  if (checked.verdict !== "not-genuine") content.append(list("facts", checked.facts.map(factOf)));
  content.append(known);
  if (isNamed) content.append(line("p", "compare", say("compare")));
  if (age !== "fresh") content.append(line("p", "warned", warning));
  const next = document.createElement("button");
  next.type = "button";
  next.id = "next";
  next.textContent = say("next");
  screen.dataset.is = checked.verdict;
  screen.replaceChildren(content, next);
  screen.hidden = false;
  next.focus({ preventScroll: true });
  return known;
}
