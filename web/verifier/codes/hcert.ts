// A certificate in the European format as it was read, before anybody says whether its signature is good.
import { fromBase45 } from "./base45";
import { type Cbor, type CborMap, Float, readCbor, Tagged } from "./cbor";
import { unzlib } from "./inflate";
import { isRecord, type Json, jsonOf, type JsonRecord } from "./json";
import type { Reason } from "./words";

export const PREFIX = "HC1:";
export const ES256 = -7;
export const PS256 = -37;
/** No certificate is longer, packed or unpacked. */
export const MOST_BYTES = 1 << 16;
/** Around the certificate stand the web token and its field; within it sixteen. */
const DEEPEST = 18;
const FURTHEST = 253_402_300_800;
const LONG_AGO = -62_135_596_800;

/** When a time is written as seconds, kept as milliseconds. */
export type Claims = { issuer: string; issuedAt?: number; expiresAt?: number; certificate: JsonRecord };
export type Message = { algorithm: typeof ES256 | typeof PS256; keyId: Uint8Array<ArrayBuffer>; claims: Claims; signed: Uint8Array<ArrayBuffer>; signature: Uint8Array<ArrayBuffer> };
export type Fault = Extract<Reason, "not-base45" | "not-compressed" | "too-large" | "not-signed" | "no-algorithm" | "not-readable" | "no-certificate">;

const isMap = (value: Cbor | undefined): value is CborMap => value instanceof Map;

/** From what zlib packed to the signed message. */
export function unpack(packed: Uint8Array): Uint8Array<ArrayBuffer> | Fault {
  if (packed.length > MOST_BYTES) return "too-large";
  const cose = unzlib(packed, MOST_BYTES);
  if (cose === "damaged") return "not-compressed";
  if (cose === "too-large") return cose;
  return cose.length > 0 ? cose : "not-compressed";
}

/** From the text of a code to the signed message. */
export function open(text: string): Uint8Array<ArrayBuffer> | Fault {
  if (!text.startsWith(PREFIX)) return "not-base45";
  const packed = fromBase45(text.slice(PREFIX.length));
  return packed ? unpack(packed) : "not-base45";
}

/** Reads the text of a code. */
export function readText(text: string): Message | Fault {
  const cose = open(text);
  return typeof cose === "string" ? cose : readMessage(cose);
}

/** Reads a signed message: bare, tagged 18, or that within a web token's tag 61 (RFC 9052, 4.2). */
export function readMessage(cose: Uint8Array): Message | Fault {
  if (cose.length > MOST_BYTES) return "too-large";
  let whole = readCbor(cose, DEEPEST);
  if (whole instanceof Tagged && whole.tag === 61) whole = whole.value;
  if (whole instanceof Tagged && whole.tag === 18) whole = whole.value;
  if (!Array.isArray(whole) || whole.length !== 4) return "not-signed";
  const [signedHeaders, headers, content, signature] = whole;
  if (!(signedHeaders instanceof Uint8Array) || !isMap(headers) || !(content instanceof Uint8Array) || !(signature instanceof Uint8Array)) return "not-signed";
  const own = signedHeaders.length === 0 ? new Map() : readCbor(signedHeaders, DEEPEST);
  if (!isMap(own)) return "not-signed";
  const algorithm = own.get(1);
  if (algorithm !== undefined && typeof algorithm !== "number") return "not-signed";
  if (algorithm !== ES256 && algorithm !== PS256) return "no-algorithm";

  // Issuers write the key's id where it is not signed, or there too.
  const keyId = own.get(4) ?? headers.get(4) ?? new Uint8Array();
  if (!(keyId instanceof Uint8Array)) return "not-signed";
  const claims = readClaims(content);
  return typeof claims === "string" ? claims : { algorithm, keyId, claims, signed: signedOf(signedHeaders, content), signature };
}

/** Reads what was signed (RFC 8392; electronic health certificate specification 1.0.5, 3.3). */
export function readClaims(cbor: Uint8Array): Claims | Fault {
  const token = readCbor(cbor, DEEPEST);
  if (!isMap(token)) return "not-readable";
  const [issuer, issued, expires, field] = [token.get(1), token.get(6), token.get(4), token.get(-260)];
  if (issuer !== undefined && typeof issuer !== "string") return "not-readable";
  const [issuedAt, expiresAt] = [timeOf(issued), timeOf(expires)];
  if (Number.isNaN(issuedAt) || Number.isNaN(expiresAt)) return "not-readable";
  if (field === undefined) return "no-certificate";
  if (!isMap(field)) return "not-readable";
  const written = field.get(1);
  if (written === undefined) return "no-certificate";
  const certificate = jsonOf(written);
  if (certificate === undefined) return "not-readable";
  return isRecord(certificate) ? { issuer: issuer ?? "", issuedAt, expiresAt, certificate } : "no-certificate";
}

/** A certificate's CBOR that stands alone, signed by nobody. */
export function readCertificate(cbor: Uint8Array): Json | undefined {
  const value = readCbor(cbor, DEEPEST - 2);
  const certificate = value === undefined ? undefined : jsonOf(value);
  return isRecord(certificate) ? certificate : undefined;
}

// Seconds since 1970, whole or not, with or without the tag that says so.
function timeOf(written: Cbor | undefined): number | undefined {
  if (written === undefined) return undefined;
  const value = written instanceof Tagged ? written.value : written;
  const seconds = value instanceof Float ? value.value : typeof value === "number" ? value : NaN;
  return seconds > LONG_AGO && seconds < FURTHEST ? seconds * 1000 : NaN;
}

// RFC 9052, 4.4: ["Signature1", headers, nothing from outside, content].
function signedOf(headers: Uint8Array, content: Uint8Array): Uint8Array<ArrayBuffer> {
  const parts = [new Uint8Array([0x84, 0x6a]), new TextEncoder().encode("Signature1"), lengthOf(headers), headers, new Uint8Array([0x40]), lengthOf(content), content];
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let to = 0;
  for (const part of parts) {
    all.set(part, to);
    to += part.length;
  }

  return all;
}

function lengthOf({ length }: Uint8Array): Uint8Array {
  if (length < 24) return new Uint8Array([0x40 | length]);
  return length < 256 ? new Uint8Array([0x58, length]) : length < 65536 ? new Uint8Array([0x59, length >> 8, length & 255]) : new Uint8Array([0x5a, 0, length >> 16, (length >> 8) & 255, length & 255]);
}
