// What only this device can read: AES-GCM with a key that the browser does not give out.
import { find, keep, type Sealed, store } from "../trust/store";

async function key(): Promise<CryptoKey> {
  const kept = await find("key");
  if (kept) return kept;
  const made = await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
  await keep({ key: made });
  return made;
}

export async function seal(value: unknown): Promise<Sealed> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  return { iv, bytes: await crypto.subtle.encrypt({ name: "AES-GCM", iv }, await key(), new TextEncoder().encode(JSON.stringify(value))) };
}

/** None where it was sealed by another key, or changed. */
export async function unseal<T>({ iv, bytes }: Sealed): Promise<T | undefined> {
  try {
    return JSON.parse(new TextDecoder().decode(await crypto.subtle.decrypt({ name: "AES-GCM", iv }, await key(), bytes))) as T;
  } catch {
    return undefined;
  }
}

/** Erases the key, what it sealed, and so all that was scanned. The lists stay: they are of nobody. */
export async function eraseAll(): Promise<void> {
  const change = (await store()).transaction(["kept", "scans"], "readwrite");
  await Promise.all([change.objectStore("kept").delete("key"), change.objectStore("kept").delete("device"), change.objectStore("scans").clear(), change.done]);
}
