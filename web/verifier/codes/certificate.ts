// Checks a certificate in the European format: first who signed it, then whether it is good. As
// src/XacThuc.Certificates/Codes/HcertCheck.cs does.
import { hexOf, toBase64 } from "../trust/bytes";
import type { Signer } from "../trust/keys";
import type { Lists } from "../trust/lists";
import { hashesOf } from "../trust/revocations";
import { type Checked, type Fact, type Person, refused } from "./checked";
import { ES256, type Message, readText } from "./hcert";
import { at, entries, type Json, textAt } from "./json";
import { momentOf } from "./moments";
import { schemaFaults } from "./schema";
import type { Reason, Verdict } from "./words";

// SNOMED CT: detected, not detected.
const DETECTED = "260373001";
const NOT_DETECTED = "260415000";

type Judged = { verdict: Verdict; reasons: Reason[] };

export async function checkCertificate(text: string, lists: Lists, now: number): Promise<Checked> {
  const message = readText(text);
  if (typeof message === "string") return refused("hcert", "not-genuine", message);
  let { verdict, reasons } = await judge(message, lists, now);
  const unmet = verdict === "not-genuine" ? [] : lists.rules.ask(message.claims, toBase64(message.keyId), now).filter((outcome) => outcome.isMet !== true);
  if (unmet.length > 0) {
    const isBroken = unmet.some((outcome) => outcome.isMet === false);
    reasons = [...reasons, ...new Set(unmet.map((outcome): Reason => (outcome.isMet === undefined ? "rule-unanswered" : "rule-not-met")))];
    if (verdict === "genuine") verdict = isBroken ? "rule-not-met" : "cannot-know";
  }

  const { certificate } = message.claims;
  return { kind: "hcert", verdict, reasons, unmet, payload: certificate, person: personOf(certificate), facts: factsOf(certificate) };
}

async function judge(message: Message, lists: Lists, now: number): Promise<Judged> {
  const no = (reason: Reason): Judged => ({ verdict: "not-genuine", reasons: [reason] });
  const named = lists.signers.get(hexOf(message.keyId)) ?? [];
  if (named.length === 0) return { verdict: "cannot-know", reasons: ["key-unknown", ...unmetOf(message, now)] };
  const fitting = named.filter(({ key }) => key.algorithm === (message.algorithm === ES256 ? "ES256" : "PS256"));
  if (fitting.length === 0) return no("key-of-another-kind");
  const signer = await signerOf(message, fitting);
  if (!signer) return no("signature-wrong");
  const signedAt = message.claims.issuedAt ?? now;
  if (signedAt < (signer.from ?? -Infinity) || signedAt > (signer.to ?? Infinity)) return no("key-out-of-time");
  if (signer.use && !mayOf(message.claims.certificate, signer.use)) return no("key-may-not-sign-this");
  const { revoked } = lists;
  if (revoked && revoked.count > 0 && (await hashesOf(message)).some((hash) => revoked.contains(hash))) return no("revoked");
  const reasons = unmetOf(message, now);
  return { verdict: reasons.length === 0 ? "genuine" : "rule-not-met", reasons };
}

async function signerOf(message: Message, fitting: readonly Signer[]): Promise<Signer | undefined> {
  for (const signer of fitting) if (await signer.key.signed(message.signed, message.signature)) return signer;
  return undefined;
}

/** Whether a signer that may sign these groups may sign a certificate. */
export const mayOf = (certificate: Json, uses: readonly string[]): boolean =>
  ["v", "t", "r"].every((group) => {
    const found = at(certificate, group);
    return !Array.isArray(found) || found.length === 0 || uses.includes(group);
  });

function unmetOf({ claims }: Message, now: number): Reason[] {
  const reasons: Reason[] = [];
  if (schemaFaults(claims.certificate).length > 0) reasons.push("not-of-schema");
  if ((claims.issuedAt ?? -Infinity) > now) reasons.push("not-yet");
  if ((claims.expiresAt ?? Infinity) < now) reasons.push("over");
  for (const test of entries(claims.certificate, "t")) {
    if ((momentOf(textAt(test, "sc")) ?? -Infinity) > now) reasons.push("sample-in-the-future");
    if (textAt(test, "tr") === DETECTED) reasons.push("test-positive");
  }

  return reasons;
}

function personOf(certificate: Json): Person {
  const name = at(certificate, "nam");
  const part = (own: string, plain: string) => textAt(name, own) ?? textAt(name, plain)?.replaceAll("<", " ");
  const id = ["v", "t", "r"].flatMap((group) => entries(certificate, group)).flatMap((entry) => textAt(entry, "ci") ?? [])[0];
  return { name: [part("fn", "fnt"), part("gn", "gnt")].filter(Boolean).join(" ") || undefined, born: textAt(certificate, "dob") || undefined, certificate: id };
}

function factsOf(certificate: Json): Fact[] {
  const number = (entry: Json, name: string): number => {
    const found = at(entry, name);
    return typeof found === "number" ? found : 0;
  };
  return [
    ...entries(certificate, "v").map((v): Fact => ({ kind: "doses", dose: number(v, "dn"), of: number(v, "sd"), last: textAt(v, "dt") })),
    ...entries(certificate, "r").map((r): Fact => ({ kind: "recovered", from: textAt(r, "fr"), until: textAt(r, "du") })),
    ...entries(certificate, "t").map((t): Fact => ({ kind: "test", isNegative: textAt(t, "tr") === NOT_DETECTED, taken: textAt(t, "sc") })),
  ];
}
