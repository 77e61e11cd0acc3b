// Reports not sent yet. They outlive the page and the browser on the phone of whoever writes them, for a week at most.
import { type DBSchema, openDB } from "idb";

/** Milliseconds for which one is kept. */
const KEPT = 7 * 24 * 3_600_000;

export type Draft = { form: string; at: number; fields: [name: string, value: string][] };

/** Bytes rather than a file: not every browser still has a file that it kept once the page is opened anew. */
type Kept = { name: string; type: string; bytes: ArrayBuffer };

interface Store extends DBSchema {
  drafts: { key: string; value: Draft };
  photos: { key: string; value: Kept[] };
}

const open = () =>
  openDB<Store>("xacthuc-drafts", 1, {
    upgrade: (db) => {
      db.createObjectStore("drafts", { keyPath: "form" });
      db.createObjectStore("photos");
    },
  });

export async function keep(draft: Draft): Promise<void> {
  const db = await open();
  await db.put("drafts", draft);
  db.close();
}

export async function keepPhotos(form: string, files: File[]): Promise<void> {
  const photos = await Promise.all(files.map(async (file) => ({ name: file.name, type: file.type, bytes: await file.arrayBuffer() })));
  const db = await open();
  await db.put("photos", photos, form);
  db.close();
}

export async function drop(form: string): Promise<void> {
  const db = await open();
  const change = db.transaction(["drafts", "photos"], "readwrite");
  await Promise.all([change.objectStore("drafts").delete(form), change.objectStore("photos").delete(form), change.done]);
  db.close();
}

/** The draft of a form, if there is one; whatever is too old is gone after this. */
export async function find(form: string): Promise<Draft | undefined> {
  const db = await open();
  const all = await db.getAll("drafts");
  db.close();
  for (const draft of all) if (Date.now() - draft.at > KEPT) await drop(draft.form);
  return all.find((draft) => draft.form === form && Date.now() - draft.at <= KEPT);
}

export async function findPhotos(form: string): Promise<File[]> {
  const db = await open();
  const photos = (await db.get("photos", form)) ?? [];
  db.close();
  return photos.map((photo) => new File([photo.bytes], photo.name, { type: photo.type }));
}
