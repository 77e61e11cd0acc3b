// What the desk knows of the session, in the memory of the page and nowhere else.
export type State = "booked" | "arrived" | "fit" | "injected" | "left" | "over";
export type Person = { number: number; name: string; search: string; born: string; digits: string; state: State };
export type Lot = { id: number; name: string; left: number };
export type Memory = { people: Map<number, Person>; lots: Lot[] };

type Told = { people: (Omit<Person, "state"> & { state: number })[]; lots: Lot[] };

/** The states of BookingState by their numbers; those in which nothing more is done at a desk are one here. */
const states: Record<number, State> = { 1: "booked", 2: "arrived", 3: "fit", 8: "injected", 9: "left" };

/** Asks for it; throws where the network is away or somebody must sign in first. */
export async function ask(address: string): Promise<Memory> {
  const answer = await fetch(address, { signal: AbortSignal.timeout(15_000), headers: { accept: "application/json" }, redirect: "error" });
  if (!answer.ok) throw new Error(`${answer.status}`);
  const told = (await answer.json()) as Told;
  return { people: new Map(told.people.map((one) => [one.number, { ...one, state: states[one.state] ?? "over" }])), lots: told.lots };
}

const plain = (text: string) => text.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/gi, "d").toLowerCase().replace(/\s+/g, " ").trim();

/** Those whom a card, a number or a name without marks may mean, as the server finds them. */
export function find(memory: Memory, sought: string): Person[] {
  const digits = (sought.split("|")[0] ?? "").replace(/\D/g, "");
  const name = plain(sought);
  const all = [...memory.people.values()];
  if (digits.length >= 9) return all.filter((one) => one.digits === digits);
  if (digits.length > 3) return all.filter((one) => one.digits.endsWith(digits));
  if (digits.length > 0) return all.filter((one) => one.number === Number(digits));
  return name ? all.filter((one) => one.search.includes(name)) : [];
}
