// A signer's certificate as vectors write it: its key, and what it may sign.
import { X509Certificate } from "node:crypto";
import type { Json } from "../codes/json";
import { fromBase64, toBase64Url } from "../trust/bytes";
import { PublicKey } from "../trust/keys";

const ROOTS = /^1\.3\.6\.1\.4\.1\.(?:0\.)?1847\.2021\.1\.([123])$/;
const GROUPS: Record<string, string> = { "1": "t", "2": "v", "3": "r" };

export type WrittenSigner = { key?: PublicKey; use?: string[] };

export function signerOf(written: string): WrittenSigner | undefined {
  const der = fromBase64(written.replaceAll(/-----[A-Z ]+-----|\s/g, ""));
  if (!der) return undefined;
  try {
    const own = new X509Certificate(der);
    const uses = (own.keyUsage ?? []).flatMap((use) => ROOTS.exec(use)?.[1] ?? []).map((number) => GROUPS[number]!);
    return { key: PublicKey.of(jwkOf(own)), use: uses.length > 0 ? uses : undefined };
  } catch {
    return undefined;
  }
}

// Keys that sign with PSS alone have no JSON web key of their own; their numbers stand at the end as those of any.
function jwkOf({ publicKey }: X509Certificate): Json {
  if (publicKey.asymmetricKeyType !== "rsa-pss") return publicKey.export({ format: "jwk" }) as Json;
  const info = publicKey.export({ format: "der", type: "spki" });
  const length = (from: number): [number, number] => {
    const first = info[from]!;
    if (first < 128) return [first, from + 1];
    let value = 0;
    for (let i = 1; i <= first - 128; i++) value = value * 256 + info[from + i]!;
    return [value, from + 1 + first - 128];
  };
  let at = length(1)[1];
  const [algorithm, behind] = length(at + 1);
  at = length(behind + algorithm + 1)[1] + 1;
  at = length(at + 1)[1];
  const [size, from] = length(at + 1);
  const [exponent, start] = length(from + size + 1);
  const n = info.subarray(from, from + size);
  return { kty: "RSA", n: toBase64Url(n[0] === 0 ? n.subarray(1) : n), e: toBase64Url(info.subarray(start, start + exponent)) };
}
