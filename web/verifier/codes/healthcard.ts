// SMART Health Cards (framework 1.4): digits of a JSON web signature over a deflated credential.
import { fromBase64Url, utf8 } from "../trust/bytes";
import type { Lists } from "../trust/lists";
import { type Checked, type Fact, type Person, refused } from "./checked";
import { inflate } from "./inflate";
import { at, isRecord, type Json, textAt } from "./json";
import type { Reason } from "./words";

const MOST = 1 << 16;
const SIGNATURE = 64;

type Card = { keyId: string; credential: Json; signed: Uint8Array<ArrayBuffer>; signature: Uint8Array<ArrayBuffer> };

export const isHealthCard = (text: string): boolean => /^shc:\//i.test(text);

export async function checkHealthCard(text: string, lists: Lists, now: number): Promise<Checked> {
  // One of several codes that hold one card; issuers no longer write such, and they are not joined here.
  if (/^shc:\/[1-9]\/[2-9]\//i.test(text)) return refused("smart-health-card", "cannot-know", "part-of-several");
  const card = read(text);
  if (!card) return refused("smart-health-card", "not-genuine", "not-readable");
  const reasons: Reason[] = [];
  if ((secondsOf(card.credential, "nbf") ?? -Infinity) > now) reasons.push("not-yet");
  if ((secondsOf(card.credential, "exp") ?? Infinity) < now) reasons.push("over");
  const said = { kind: "smart-health-card" as const, unmet: [], payload: card.credential, ...contentOf(card.credential) };
  const named = lists.healthCardKeys.get(card.keyId) ?? [];
  if (named.length === 0) return { ...said, verdict: "cannot-know", reasons: ["key-unknown", ...reasons] };
  for (const key of named) if (await key.signed(card.signed, card.signature)) return { ...said, verdict: reasons.length === 0 ? "genuine" : "rule-not-met", reasons };
  return { ...said, verdict: "not-genuine", reasons: ["signature-wrong"] };
}

function read(text: string): Card | undefined {
  const digits = text.slice("shc:/".length).replace(/^1\/1\//, "");
  if (digits.length === 0 || digits.length > MOST || digits.length % 2 !== 0 || !/^[0-9]+$/.test(digits)) return undefined;
  let jws = "";
  for (let i = 0; i < digits.length; i += 2) jws += String.fromCharCode(45 + Number(digits.slice(i, i + 2)));
  const parts = jws.split(".");
  const [head, body, signature] = parts.map(fromBase64Url);
  if (parts.length !== 3 || !head || !body || signature?.length !== SIGNATURE) return undefined;
  const header = jsonOf(head);
  const [algorithm, packing, keyId] = ["alg", "zip", "kid"].map((name) => textAt(header, name));
  if (algorithm !== "ES256" || packing !== "DEF" || keyId === undefined) return undefined;
  const json = inflate(body, 0, MOST);
  const credential = typeof json === "string" ? undefined : jsonOf(json.bytes);
  return isRecord(credential) ? { keyId, credential, signed: utf8(`${parts[0]}.${parts[1]}`), signature } : undefined;
}

function jsonOf(bytes: Uint8Array): Json | undefined {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes)) as Json;
  } catch {
    return undefined;
  }
}

function secondsOf(credential: Json, name: string): number | undefined {
  const seconds = at(credential, name);
  return typeof seconds === "number" && Math.abs(seconds) < 1e11 ? seconds * 1000 : undefined;
}

function contentOf(credential: Json): { person: Person; facts: Fact[] } {
  const written = at(at(at(at(credential, "vc"), "credentialSubject"), "fhirBundle"), "entry");
  const resources = (Array.isArray(written) ? written : []).map((entry) => at(entry, "resource"));
  const of = (kind: string) => resources.filter((one) => textAt(one, "resourceType") === kind);
  const [patient] = of("Patient");
  const names = at(patient, "name");
  const name = Array.isArray(names) ? names[0] : undefined;
  const given = at(name, "given");
  const whole = [textAt(name, "family"), ...(Array.isArray(given) ? given : [])].filter((part) => typeof part === "string").join(" ");
  const doses = of("Immunization").map((one) => textAt(one, "occurrenceDateTime") ?? "");
  const facts: Fact[] = doses.length > 0 ? [{ kind: "doses", dose: doses.length, of: doses.length, last: doses.sort().at(-1) }] : [];
  return { person: { name: whole || undefined, born: textAt(patient, "birthDate") }, facts };
}
