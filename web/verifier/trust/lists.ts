// What codes are checked against, all of it here and nothing over a network: the content of a bundle.
import { at, type Json, textAt } from "../codes/json";
import { momentOf } from "../codes/moments";
import { RuleBook } from "../rules/book";
import { fromBase64, hexOf } from "./bytes";
import { PublicKey, type Signer } from "./keys";
import type { RevocationList } from "./revocations";

export type Lists = {
  issued: number;
  stale: number;
  signers: ReadonlyMap<string, readonly Signer[]>;
  healthCardKeys: ReadonlyMap<string, readonly PublicKey[]>;
  /** By the first eight signs of their thumbprint. */
  personalKeys: ReadonlyMap<string, readonly PublicKey[]>;
  rules: RuleBook;
  revoked?: RevocationList;
};

/** Nothing was ever fetched. */
export const noLists: Lists = { issued: 0, stale: 0, signers: new Map(), healthCardKeys: new Map(), personalKeys: new Map(), rules: RuleBook.none };

/** Signs of a thumbprint by which a personal code names its key. */
export const SHORT = 8;

const items = (json: Json, name: string): Json[] => {
  const found = at(json, name);
  return Array.isArray(found) ? found : [];
};

function gather<T>(all: Iterable<readonly [string, T] | undefined>): Map<string, T[]> {
  const map = new Map<string, T[]>();
  for (const one of all) {
    if (!one) continue;
    const others = map.get(one[0]);
    if (others) others.push(one[1]);
    else map.set(one[0], [one[1]]);
  }

  return map;
}

function signer(json: Json): readonly [string, Signer] | undefined {
  const [id, key, use] = [fromBase64(textAt(json, "kid") ?? "!"), PublicKey.of(at(json, "jwk")), at(json, "use")];
  if (!id || !key) return undefined;
  const uses = Array.isArray(use) ? use.filter((one) => typeof one === "string") : undefined;
  return [hexOf(id), { key, use: uses, from: momentOf(textAt(json, "from")), to: momentOf(textAt(json, "to")) }];
}

function named(json: Json, length?: number): readonly [string, PublicKey] | undefined {
  const [id, key] = [textAt(json, "kid"), PublicKey.of(at(json, "jwk"))];
  return id && key ? [id.slice(0, length), key] : undefined;
}

/** The lists of a bundle's content; none where it is of another version or says no time. */
export function listsOf(content: Json, revoked?: RevocationList): Lists | undefined {
  const [issued, stale] = [momentOf(textAt(content, "issued")), momentOf(textAt(content, "stale"))];
  if (at(content, "version") !== 1 || issued === undefined || stale === undefined) return undefined;
  return {
    issued,
    stale,
    signers: gather(items(content, "keys").map(signer)),
    healthCardKeys: gather(items(content, "healthCardKeys").map((one) => named(one))),
    personalKeys: gather(items(content, "personalKeys").map((one) => named(one, SHORT))),
    rules: RuleBook.of(items(content, "rules"), items(content, "valueSets"), textAt(content, "country") ?? ""),
    revoked,
  };
}
