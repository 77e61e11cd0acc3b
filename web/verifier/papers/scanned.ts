// The codes of papers that nobody signed, as src/XacThuc.Certificates/CitizenCard and PersonalQr read them.
import type { Person } from "../codes/checked";
import type { Kind } from "../codes/words";
import { digitsBorn, hasControls, isGarbled, isName, isPersonalId, isSex, writtenBorn } from "./fields";
import { findPersonal } from "./personal";

export type Scanned = { kind: Kind; person: Person };
/** One of the papers, spoilt on its way from the scanner. */
export const GARBLED = "garbled";
/** It has the form of a paper, but a field cannot be. */
export const DAMAGED = "damaged";
export type Found = Scanned | typeof GARBLED | typeof DAMAGED;

const LONGEST = 4296;

/** Which paper it is; none where it is none of them. */
export function readPaper(text: string): Found | undefined {
  if (text.length > LONGEST || hasControls(text)) return undefined;
  if (/^(hc1:|https?:\/\/|www\.|[0-9]*$)/i.test(text)) return undefined;
  const fields = text.split("|").map((field) => field.trim());
  return findPersonal(fields) ?? findCard(fields) ?? findInsurance(fields) ?? findNotice(text);
}

// CCCD|CMND|Họ tên|ddMMyyyy|Giới tính|Nơi thường trú|ddMMyyyy; CMND may be empty or left out with its separator.
function findCard(fields: string[]): Found | undefined {
  if ((fields.length !== 6 && fields.length !== 7) || !/^\d{12}$/.test(fields[0]!)) return undefined;
  const [old, name, born, sex, residence, issued] = fields.length === 7 ? fields.slice(1) : ["", ...fields.slice(1)];
  if (isGarbled(name!) || /[?\uFFFD]/.test(residence!)) return GARBLED;
  const [birth, issue] = [digitsBorn(born!), digitsBorn(issued!)];
  const isOldRight = /^(\d{9}|\d{12})?$/.test(old!);
  if (!isOldRight || !isName(name!) || residence === "" || !isSex(sex!) || !birth || issue?.length !== 10 || birth > issue) return DAMAGED;
  return { kind: "citizen-card", person: { name, born: birth, paper: fields[0] } };
}

// Number, name, date of birth, sex, address, then what concerns the insurance; name and address as hexadecimal UTF-8.
function findInsurance(fields: string[]): Found | undefined {
  if (fields.length < 5 || !/^(\d{1,2}\/){0,2}\d{4}$/.test(fields[2]!) || fields[3]!.length > 1 || !/^[0-9a-fA-F]*$/.test(fields[1]!)) return undefined;
  const [name, born] = [fromHexText(fields[1]!), writtenBorn(fields[2]!)];
  const isAddress = /^-?$/.test(fields[4]!) || fromHexText(fields[4]!) !== undefined;
  if (!/^([A-Za-z]{2}\d{3})?\d{10}$/.test(fields[0]!) || !name || !isName(name) || !born || !/^[012]?$/.test(fields[3]!) || !isAddress) return DAMAGED;
  return { kind: "insurance-card", person: { name, born } };
}

function fromHexText(hex: string): string | undefined {
  if (hex.length % 2 !== 0 || !/^[0-9a-fA-F]+$/.test(hex)) return undefined;
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(Uint8Array.from(hex.match(/../g)!, (pair) => parseInt(pair, 16))).trim();
    return text && !hasControls(text) ? text : undefined;
  } catch {
    return undefined;
  }
}

// Its layout is not published: parts in any order, with a label before a colon or without, around one well-formed number.
function findNotice(text: string): Found | undefined {
  const numbers = text.match(/(?<![0-9])[0-9]{12}(?![0-9])/g);
  if (numbers?.length !== 1 || !isPersonalId(numbers[0])) return undefined;
  const parts = text.split(/[|;,#~\r\n\t]/).map((part) => part.replace(/^[\p{L}\s]{1,40}:/u, "").trim());
  const name = parts.find((part) => /^\p{L}[\p{L}\p{M}0-9?\uFFFD'’.-]*( +\p{L}[\p{L}\p{M}0-9?\uFFFD'’.-]*){1,7}$/u.test(part));
  if (name && isGarbled(name)) return GARBLED;
  const born = parts.map((part) => digitsBorn(part) ?? (/[/-]/.test(part) ? writtenBorn(part) : undefined)).find((date) => date);
  return { kind: "id-notice", person: { name: name && isName(name) ? name : undefined, born, paper: numbers[0] } };
}
