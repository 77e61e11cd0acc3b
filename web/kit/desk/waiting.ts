// Steps that wait for the network. They outlive the page, the browser and the machine's power; they hold numbers of the
// queue and notes, no names.
import { type DBSchema, openDB } from "idb";

export type Kind = "Arrive" | "Screen" | "Inject" | "Leave";
export type Step = {
  order?: number;
  key: string;
  session: number;
  by: string;
  at: number;
  number: number;
  kind: Kind;
  outcome?: string;
  note?: string;
  lot?: number;
  reason?: string;
  /** Why the house did not take it. */
  refused?: string;
};

interface Store extends DBSchema {
  steps: { key: number; value: Step };
}

const open = () =>
  openDB<Store>("xacthuc-desk", 1, { upgrade: (db) => void db.createObjectStore("steps", { keyPath: "order", autoIncrement: true }) });

/** Keeps a step; it is on the disk when this ends. */
export async function keep(step: Step): Promise<void> {
  const db = await open();
  const change = db.transaction("steps", "readwrite", { durability: "strict" });
  await change.store.put(step);
  await change.done;
  db.close();
}

export async function drop(order: number): Promise<void> {
  const db = await open();
  await db.delete("steps", order);
  db.close();
}

/** The steps of a session in the order in which they were taken. */
export async function waiting(session: number): Promise<Step[]> {
  const db = await open();
  const all = await db.getAll("steps");
  db.close();
  return all.filter((step) => step.session === session);
}
