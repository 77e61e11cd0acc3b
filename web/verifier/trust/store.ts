// What the device keeps: the pinned keys, the last bundle and its revocations, the device's own secret, the scans not yet sent.
import { type DBSchema, type IDBPDatabase, openDB } from "idb";

/** Sealed for this device alone. */
export type Sealed = { iv: Uint8Array<ArrayBuffer>; bytes: ArrayBuffer };

export interface Kept {
  pinned: unknown;
  bundle: string;
  etag: string;
  /** When the house was last asked with success. */
  asked: number;
  revocations: Uint8Array<ArrayBuffer>;
  /** The key that scans and secret are sealed with; it cannot be taken out of the browser. */
  key: CryptoKey;
  device: Sealed;
}

interface Shape extends DBSchema {
  kept: { key: string; value: Kept[keyof Kept] };
  scans: { key: string; value: { id: string; at: number; sealed: Sealed } };
}

let opened: Promise<IDBPDatabase<Shape>> | undefined;

export const store = (): Promise<IDBPDatabase<Shape>> =>
  (opened ??= openDB<Shape>("xacthuc-verifier", 1, {
    upgrade(db) {
      db.createObjectStore("kept");
      db.createObjectStore("scans", { keyPath: "id" });
    },
  }));

export const find = async <K extends keyof Kept>(name: K): Promise<Kept[K] | undefined> => (await (await store()).get("kept", name)) as Kept[K] | undefined;

/** All at once or nothing: a bundle never stands beside the revocations of another. */
export async function keep(values: Partial<Kept>): Promise<void> {
  const change = (await store()).transaction("kept", "readwrite");
  await Promise.all([...Object.entries(values).map(([name, value]) => (value === undefined ? change.store.delete(name) : change.store.put(value as Kept[keyof Kept], name))), change.done]);
}
