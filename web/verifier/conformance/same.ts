// Whether two values say the same, where moments may be written otherwise and a field that is null may be left out.
import { isRecord, type Json } from "../codes/json";
import { momentOf } from "../codes/moments";

export function sameJson(expected: Json | undefined, read: Json | undefined): boolean {
  if (Array.isArray(expected)) return Array.isArray(read) && expected.length === read.length && expected.every((item, i) => sameJson(item, read[i]));
  if (isRecord(expected)) {
    if (!isRecord(read)) return false;
    const names = (record: typeof expected) => Object.keys(record).filter((name) => record[name] !== null);
    return names(expected).length === names(read).length && names(expected).every((name) => sameJson(expected[name], read[name]));
  }

  if (typeof expected !== "string" || typeof read !== "string") return expected === read;
  const [first, second] = [momentOf(expected), momentOf(read)];
  return expected === read || (first !== undefined && first === second);
}
