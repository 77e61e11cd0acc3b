// A bundle as the house sends it: a compact JSON web signature (RFC 7515), ES256, of a key that this device has pinned.
import { at, isRecord, type Json, textAt } from "../codes/json";
import { momentOf } from "../codes/moments";
import { fromBase64, utf8 } from "./bytes";
import { PublicKey } from "./keys";

export type Bundle = { content: Json; issued: number; revocations?: { address: string; sha256: string; bytes: number }; bundleKeys: Json[] };
export type BundleFault = "damaged" | "signed-by-another" | "older" | "another-version";

const MOST_REVOCATIONS = 64 << 20;

/** The keys of a JSON web key set that can be used. */
export function keySet(json: Json | undefined): Json[] {
  const keys = at(json, "keys");
  return Array.isArray(keys) ? keys.filter((key) => PublicKey.of(key) !== undefined) : [];
}

function parse(bytes: Uint8Array | undefined): Json | undefined {
  try {
    return bytes && (JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes)) as Json);
  } catch {
    return undefined;
  }
}

async function find(pinned: readonly Json[], keyId: string): Promise<PublicKey | undefined> {
  for (const jwk of pinned) {
    const key = PublicKey.of(jwk);
    if (key && (await key.thumbprint()) === keyId) return key;
  }

  return undefined;
}

/** Reads one that a pinned key signed; it may not be older than what is here. */
export async function readBundle(text: string, pinned: readonly Json[], notBefore = -Infinity): Promise<Bundle | BundleFault> {
  const parts = text.trim().split(".");
  const [head, body, signature] = parts.map(fromBase64);
  const [header, content] = [parse(head), parse(body)];
  if (parts.length !== 3 || !signature || textAt(header, "alg") !== "ES256" || textAt(header, "typ") !== "xacthuc-bundle" || !isRecord(content)) return "damaged";
  const key = await find(pinned, textAt(header, "kid") ?? "");
  if (key?.algorithm !== "ES256" || !(await key.signed(utf8(`${parts[0]}.${parts[1]}`), signature))) return "signed-by-another";
  if (at(content, "version") !== 1) return "another-version";
  const issued = momentOf(textAt(content, "issued"));
  if (issued === undefined) return "damaged";
  if (issued < notBefore) return "older";
  const bundleKeys = at(content, "bundleKeys");
  return { content, issued, revocations: revocationsOf(content), bundleKeys: keySet({ keys: bundleKeys ?? [] }) };
}

// An address elsewhere is not asked.
function revocationsOf(content: Json): Bundle["revocations"] {
  const written = at(content, "revocations");
  const [address, sha256, bytes] = [textAt(written, "address"), textAt(written, "sha256"), at(written, "bytes")];
  if (!address?.startsWith("/") || address.startsWith("//") || !sha256 || typeof bytes !== "number" || bytes > MOST_REVOCATIONS) return undefined;
  return { address, sha256, bytes };
}
