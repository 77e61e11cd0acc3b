// Reports not sent yet. They outlive the page and the browser on the phone of whoever writes them, for a week at most.
import { type DBSchema, openDB } from "idb";

/** Milliseconds for which one is kept. */
const KEPT = 7 * 24 * 3_600_000;

export type Draft = { form: string; at: number; fields: [name: string, value: string][]; photos: File[]; isSending?: boolean };

interface Store extends DBSchema {
  drafts: { key: string; value: Draft };
}

const open = () => openDB<Store>("xacthuc-drafts", 1, { upgrade: (db) => void db.createObjectStore("drafts", { keyPath: "form" }) });

export async function keep(draft: Draft): Promise<void> {
  const db = await open();
  await db.put("drafts", draft);
  db.close();
}

export async function drop(form: string): Promise<void> {
  const db = await open();
  await db.delete("drafts", form);
  db.close();
}

/** The draft of a form, if there is one; whatever is too old is gone after this. */
export async function find(form: string): Promise<Draft | undefined> {
  const db = await open();
  for (const draft of await db.getAll("drafts")) if (Date.now() - draft.at > KEPT) await db.delete("drafts", draft.form);
  const found = await db.get("drafts", form);
  db.close();
  return found;
}
