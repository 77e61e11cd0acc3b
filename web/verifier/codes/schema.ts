// Whether a certificate is as the EU DCC schema of the version that it names says (ehn-dcc-schema 1.0.0 to 1.3.3); as
// src/XacThuc.Certificates/Hcert/Schema has it. Codes are not looked up here: value sets change, schemas do not.
import { at, isRecord, type Json, type JsonRecord } from "./json";
import { beginsWithDay, momentOf } from "./moments";

const NEWEST = [1, 3, 3] as const;
const VERSION = /^[0-9]+.[0-9]+.[0-9]+$/;
const WHOLE_DATE = /(19|20)[0-9]{2}-[0-9]{2}-[0-9]{2}/;
const BIRTH_DATE = /^(19|20)[0-9][0-9](-[0-9][0-9]){0,2}$/;
const BIRTH_DATE_OR_NONE = /^((19|20)[0-9][0-9](-[0-9][0-9]){0,2})?$/;
const PASSPORT_NAME = /^[A-Z<]*$/;
const COUNTRY = /[A-Z]{1,10}/;

type Asked = { form?: RegExp; isShort?: boolean; isNeeded?: boolean };

function compare(left: readonly number[], right: readonly number[]): number {
  for (let i = 0; i < 3; i++) if (left[i] !== right[i]) return left[i]! - right[i]!;
  return 0;
}

class Entry {
  constructor(
    private readonly faults: string[],
    private readonly mostSigns: number,
    private readonly place: string,
    private readonly value: JsonRecord,
  ) {}

  has(name: string): boolean {
    return Object.hasOwn(this.value, name);
  }

  add(name: string): void {
    this.faults.push(this.placeOf(name));
  }

  text(name: string, { form, isShort, isNeeded }: Asked = {}): void {
    const found = this.find(name, isNeeded);
    if (found === undefined) return;
    if (typeof found !== "string" || (isShort && [...found].length > this.mostSigns) || (form && !form.test(found))) this.add(name);
  }

  number(name: string, most: number): void {
    const found = this.find(name, true);
    if (found !== undefined && (typeof found !== "number" || !Number.isInteger(found) || found < 1 || found > most)) this.add(name);
  }

  date(name: string): void {
    const found = this.find(name, true);
    if (found !== undefined && (typeof found !== "string" || !beginsWithDay(found))) this.add(name);
  }

  moment(name: string, isNeeded: boolean): void {
    const found = this.find(name, isNeeded);
    if (found !== undefined && (typeof found !== "string" || found.length <= 10 || momentOf(found) === undefined)) this.add(name);
  }

  record(name: string): Entry | undefined {
    const found = this.find(name, true);
    if (isRecord(found)) return this.of(this.placeOf(name), found);
    if (found !== undefined) this.add(name);
    return undefined;
  }

  list(name: string, isOneOnly: boolean, each: (entry: Entry) => void): void {
    const found = this.find(name);
    if (found === undefined) return;
    if (!Array.isArray(found)) return this.add(name);
    if (found.length === 0 || (isOneOnly && found.length > 1)) this.add(name);
    found.forEach((item, i) => (isRecord(item) ? each(this.of(this.placeOf(`${name}/${i}`), item)) : this.add(`${name}/${i}`)));
  }

  private of(place: string, value: JsonRecord): Entry {
    return new Entry(this.faults, this.mostSigns, place, value);
  }

  private find(name: string, isNeeded = false): Json | undefined {
    const found = at(this.value, name);
    if (found === undefined && isNeeded) this.add(name);
    return found;
  }

  private placeOf(name: string): string {
    return this.place && name ? `${this.place}/${name}` : this.place || name;
  }
}

function versionOf(certificate: JsonRecord): readonly number[] {
  const written = at(certificate, "ver");
  const parts = typeof written === "string" && /^\d{1,9}\.\d{1,9}\.\d{1,9}$/.test(written) ? written.split(".").map(Number) : NEWEST;
  return compare(parts, NEWEST) <= 0 ? parts : NEWEST;
}

function issued(entry: Entry): void {
  entry.text("co", { form: COUNTRY, isNeeded: true });
  entry.text("is", { isShort: true, isNeeded: true });
  entry.text("ci", { isShort: true, isNeeded: true });
}

/** Where it is not as the schema says; nothing where it is sound. A version that is not known is read as the newest. */
export function schemaFaults(certificate: Json): string[] {
  if (!isRecord(certificate)) return [""];
  const version = versionOf(certificate);
  const isOneOnly = compare(version, [1, 3, 0]) >= 0;
  const faults: string[] = [];
  const root = new Entry(faults, isOneOnly ? 80 : 50, "", certificate);

  root.text("ver", { form: VERSION, isNeeded: true });
  const form = compare(version, [1, 1, 0]) < 0 ? WHOLE_DATE : isOneOnly ? BIRTH_DATE_OR_NONE : BIRTH_DATE;
  root.text("dob", { form, isNeeded: true });
  const name = root.record("nam");
  if (name) {
    const isEitherEnough = compare(version, [1, 3, 2]) >= 0;
    name.text("fn", { isShort: true });
    name.text("gn", { isShort: true });
    name.text("fnt", { form: PASSPORT_NAME, isShort: true, isNeeded: !isEitherEnough });
    name.text("gnt", { form: PASSPORT_NAME, isShort: true });
    if (isEitherEnough && !name.has("fnt") && !name.has("gnt")) name.add("fnt");
  }

  root.list("v", isOneOnly, (v) => {
    for (const code of ["tg", "vp", "mp", "ma"]) v.text(code, { isNeeded: true });
    for (const dose of ["dn", "sd"]) v.number(dose, isOneOnly ? 2147483647 : 9);
    v.date("dt");
    issued(v);
  });
  root.list("t", isOneOnly, (t) => {
    for (const code of ["tg", "tt", "tr"]) t.text(code, { isNeeded: true });
    t.text("nm", { isShort: isOneOnly });
    t.text("ma");
    t.moment("sc", true);
    if (compare(version, [1, 1, 0]) <= 0) t.moment("dr", false);
    t.text("tc", { isShort: true, isNeeded: !isOneOnly });
    issued(t);
  });
  root.list("r", isOneOnly, (r) => {
    r.text("tg", { isNeeded: true });
    for (const date of ["fr", "df", "du"]) r.date(date);
    issued(r);
  });
  if (isOneOnly && ["v", "t", "r"].filter((group) => Object.hasOwn(certificate, group)).length !== 1) root.add("");
  return faults;
}
