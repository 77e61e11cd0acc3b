// JSON as certificates have it. Records have no prototype: a name that the other side chose finds what was written under it,
// nothing else.
import { type Cbor, Float, Simple, Tagged } from "./cbor";

export type Json = null | boolean | number | string | Json[] | JsonRecord;
export interface JsonRecord {
  [name: string]: Json | undefined;
}

export const isRecord = (value: Json | undefined): value is JsonRecord => typeof value === "object" && value !== null && !Array.isArray(value);

/** What stands under a name; none where nothing does, or it is no record. */
export const at = (value: Json | undefined, name: string): Json | undefined => (isRecord(value) && Object.hasOwn(value, name) ? value[name] : undefined);

export const textAt = (value: Json | undefined, name: string): string | undefined => {
  const found = at(value, name);
  return typeof found === "string" ? found : undefined;
};

/** The entries of a certificate's group, v, t or r, that are such. */
export const entries = (certificate: Json, group: string): JsonRecord[] => {
  const found = at(certificate, group);
  return Array.isArray(found) ? found.filter(isRecord) : [];
};

const NONE = Symbol("nothing that has a JSON");
const DEEPEST = 16;

function copy(value: Cbor, depth: number): Json | typeof NONE {
  if (depth > DEEPEST) return NONE;
  if (typeof value === "string" || typeof value === "boolean" || typeof value === "number" || value === null) return value;
  if (typeof value === "bigint") return value >= -(2n ** 63n) ? Number(value) : NONE;
  if (value instanceof Float) return Number.isFinite(value.value) ? value.value : NONE;
  if (value instanceof Simple) return null;
  if (value instanceof Uint8Array) return btoa(String.fromCharCode(...value));
  // What a tag says of a value its place says too.
  if (value instanceof Tagged) return copy(value.value, depth + 1);
  if (Array.isArray(value)) {
    const items: Json[] = [];
    for (const item of value) {
      const copied = copy(item, depth + 1);
      if (copied === NONE) return NONE;
      items.push(copied);
    }

    return items;
  }

  const record = Object.create(null) as JsonRecord;
  for (const [name, item] of value) {
    const copied = typeof name === "string" ? copy(item, depth + 1) : NONE;
    if (copied === NONE) return NONE;
    record[name as string] = copied;
  }

  return record;
}

/** CBOR as JSON (RFC 8949, 6.1); none where it has none. */
export function jsonOf(value: Cbor): Json | undefined {
  const copied = copy(value, 0);
  return copied === NONE ? undefined : copied;
}
