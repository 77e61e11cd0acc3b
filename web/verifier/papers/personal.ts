// The personal QR code (1405/QĐ-BTTTT, version 1.1): SoGiayTo|HoTen|NgaySinh|LoaiDinhDanh|QID|EXT, masked and in full; EXT holds
// the declarer's number, sex, insurance number, phone and signature, separated by <.
import { fromBase64, utf8 } from "../trust/bytes";
import type { Lists } from "../trust/lists";
import { bornOf, isName } from "./fields";
import type { Found } from "./scanned";
import type { Reason, Verdict } from "../codes/words";

const SIGNATURE = 64;

export function findPersonal(fields: string[]): Found | undefined {
  if ((fields.length !== 5 && fields.length !== 6) || !/^[01]$/.test(fields[3]!)) return undefined;
  const date = /^(\d{4})-(\d{2}|[*xX]{2})-(\d{2}|[*xX]{2})$/.exec(fields[2]!);
  if (!date) return undefined;
  const [paper, name, qid, more] = [fields[0]!, fields[1]!, fields[4]!, (fields[5] ?? "").split("<")];

  // The standard writes names without marks: a mark was put there by a keyboard.
  if (/[^\u0000-\u007F]/u.test(name) && /[^\u0000-\u007F]/u.test(name.replaceAll(/[^\p{L}]/gu, ""))) return "garbled";
  const number = (part: string) => (/^\d+$/.test(part) ? Number(part) : 0);
  const born = bornOf(Number(date[1]), number(date[2]!), number(date[3]!));
  const isSound = /^([A-Za-z0-9]{6}|[*xX]{6})[A-Za-z0-9]{1,14}$/.test(paper) && isName(name) && /^\d{1,32}$/.test(qid) && /^[012]?$/.test((more[1] ?? "").trim());
  return isSound && born ? { kind: "personal-qr", person: { name, born, paper, qid } } : "damaged";
}

/** Until in seconds of base 36, the first eight signs of the key's thumbprint, and r and s of ES256: the last of 86 signs carries two bits. */
const FORM = /^([0-9a-z]{1,11})\.([A-Za-z0-9_-]{8})\.([A-Za-z0-9_-]{85}[AQgw])$/;
const FURTHEST = 253_402_300_799;

/** What its signature is worth: the fifth and last part of EXT, until.key.signature; signed is the text up to and with until. */
export async function judgePersonal(text: string, lists: Lists, now: number): Promise<{ verdict: Verdict; reasons: Reason[] }> {
  const more = text.split("|")[5]?.split("<") ?? [];
  const parts = more.length === 5 ? FORM.exec(more[4]!) : null;
  const [until, signature] = [parseInt(parts?.[1] ?? "", 36), fromBase64(parts?.[3] ?? "")];
  if (!parts || !(until <= FURTHEST) || signature?.length !== SIGNATURE) return { verdict: "no-certificate", reasons: ["unsigned"] };
  const signed = utf8(text.slice(0, text.length - parts[2]!.length - parts[3]!.length - 2));
  const named = lists.personalKeys.get(parts[2]!) ?? [];
  if (named.length === 0) return { verdict: "cannot-know", reasons: ["key-unknown"] };
  for (const key of named) {
    if (!(await key.signed(signed, signature))) continue;
    return until * 1000 < now ? { verdict: "rule-not-met", reasons: ["over"] } : { verdict: "genuine", reasons: [] };
  }

  return { verdict: "not-genuine", reasons: ["signature-wrong"] };
}
