// Keeps the lists: those of last time at start, newer ones when the house can be asked.
import type { Json } from "../codes/json";
import { hexOf, sha256 } from "./bytes";
import { type Bundle, type BundleFault, keySet, readBundle } from "./bundle";
import { type Lists, listsOf, noLists } from "./lists";
import { RevocationList } from "./revocations";
import { find, keep } from "./store";

const API = "/verifier/api/";
const PATIENCE = 20_000;

export type Asked = "kept" | "unchanged" | "unreachable" | BundleFault;

/** The lists that are here; none at all where nothing can be read. */
export async function keptLists(): Promise<Lists> {
  const [text, pinned, file] = await Promise.all([find("bundle"), find("pinned"), find("revocations")]);
  const bundle = text ? await readBundle(text, (pinned as Json[] | undefined) ?? []) : undefined;
  return (bundle && typeof bundle !== "string" && listsOf(bundle.content, file && RevocationList.read(file))) || noLists;
}

const ask = (address: string, headers: Record<string, string> = {}): Promise<Response | undefined> =>
  fetch(address, { headers, cache: "no-store", credentials: "omit", signal: AbortSignal.timeout(PATIENCE) }).catch(() => undefined);

async function pinnedKeys(): Promise<Json[] | undefined> {
  const pinned = (await find("pinned")) as Json[] | undefined;
  if (pinned?.length) return pinned;
  // Asked once, over the same safe connection as the program itself; from then on bundles say which keys come next.
  const answer = await ask(`${API}key`);
  const keys = answer?.ok ? keySet((await answer.json().catch(() => undefined)) as Json | undefined) : [];
  return keys.length > 0 ? keys : undefined;
}

/** Asks the house for newer lists. What was here stays where they cannot be believed or are not whole. */
export async function updateLists(current: Lists): Promise<{ asked: Asked; lists: Lists }> {
  const [pinned, etag] = [await pinnedKeys(), await find("etag")];
  const answer = pinned && (await ask(`${API}bundle`, etag && current !== noLists ? { "If-None-Match": etag } : {}));
  if (answer?.status === 304) {
    await keep({ asked: Date.now() });
    return { asked: "unchanged", lists: current };
  }

  const text = answer?.ok ? await answer.text().catch(() => undefined) : undefined;
  if (!pinned || text === undefined) return { asked: "unreachable", lists: current };
  const bundle = await readBundle(text, pinned, current.issued);
  if (typeof bundle === "string") return { asked: bundle, lists: current };
  const file = await revocationsFor(bundle);
  if (file === "unreachable") return { asked: file, lists: current };
  const lists = listsOf(bundle.content, file && RevocationList.read(file));
  if (!lists) return { asked: "damaged", lists: current };
  await keep({ bundle: text, etag: answer!.headers.get("ETag") ?? undefined, revocations: file, asked: Date.now(), pinned: bundle.bundleKeys.length > 0 ? bundle.bundleKeys : pinned });
  return { asked: "kept", lists };
}

async function revocationsFor({ revocations }: Bundle): Promise<Uint8Array<ArrayBuffer> | undefined | "unreachable"> {
  if (!revocations) return undefined;
  const isRight = async (file: Uint8Array<ArrayBuffer>) => file.length === revocations.bytes && hexOf(await sha256(file)) === revocations.sha256;
  const here = await find("revocations");
  if (here && (await isRight(here))) return here;
  const answer = await ask(revocations.address);
  const file = answer?.ok ? new Uint8Array(await answer.arrayBuffer().catch(() => new ArrayBuffer())) : undefined;
  return file && (await isRight(file)) && RevocationList.read(file) ? file : "unreachable";
}
