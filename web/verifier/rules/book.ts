// Business rules of a country and the value sets that they ask (EU DCC validation rules 1.01).
import { at, isRecord, type Json, textAt } from "../codes/json";
import { isoOf, momentOf } from "../codes/moments";
import type { Claims } from "../codes/hcert";
import { type Expression, readLogic } from "./logic";
import { LogicFault, type Value } from "./values";

export type Rule = { id: string; version: readonly number[]; isOfIssuer: boolean; country: string; group: string; from: number; to: number; logic: Expression; says: Record<string, string> };
export type Outcome = { rule: Rule; isMet?: boolean };

const GROUPS: Record<string, string> = { Vaccination: "v", Test: "t", Recovery: "r", General: "" };

function versionOf(written: string | undefined): readonly number[] {
  return written && /^\d{1,9}(\.\d{1,9}){1,3}$/.test(written) ? written.split(".").map(Number) : [0, 0];
}

function compare(left: readonly number[], right: readonly number[]): number {
  for (let i = 0; i < 4; i++) if ((left[i] ?? -1) !== (right[i] ?? -1)) return (left[i] ?? -1) - (right[i] ?? -1);
  return 0;
}

function readRule(json: Json): Rule | undefined {
  const [id, logic, country, type] = [textAt(json, "Identifier"), at(json, "Logic"), textAt(json, "Country"), textAt(json, "CertificateType") ?? ""];
  const [from, to] = [momentOf(textAt(json, "ValidFrom")), momentOf(textAt(json, "ValidTo"))];
  if (!id || logic === undefined || country === undefined || !Object.hasOwn(GROUPS, type) || from === undefined || to === undefined) return undefined;
  const says: Record<string, string> = {};
  const all = at(json, "Description");
  for (const one of Array.isArray(all) ? all : []) {
    const [language, said] = [textAt(one, "lang"), textAt(one, "desc")];
    if (language === "vi" || language === "en") says[language] = said ?? "";
  }

  return { id, version: versionOf(textAt(json, "Version")), isOfIssuer: textAt(json, "Type") === "Invalidation", country, group: GROUPS[type]!, from, to, logic: readLogic(logic), says };
}

export class RuleBook {
  private constructor(
    private readonly rules: readonly Rule[],
    private readonly valueSets: Value,
    private readonly country: string,
  ) {}

  static readonly none = new RuleBook([], {}, "");

  /** Of what a bundle has; whatever is neither rule nor value set is passed over. */
  static of(rules: Json[], valueSets: Json[], country: string): RuleBook {
    const sets = Object.create(null) as Record<string, Value>;
    for (const set of valueSets) {
      const [id, values] = [textAt(set, "valueSetId"), at(set, "valueSetValues")];
      if (id !== undefined && isRecord(values)) sets[id] = Object.keys(values);
    }

    return new RuleBook(rules.map(readRule).filter((rule) => rule !== undefined), sets, country);
  }

  /** What the rules that hold at a moment say of a certificate. */
  ask({ issuer, issuedAt, expiresAt, certificate }: Claims, keyId: string, now: number): Outcome[] {
    const newest = new Map<string, Rule>();
    for (const rule of this.rules) {
      if (now < rule.from || now > rule.to || (rule.isOfIssuer ? issuer : this.country) !== rule.country) continue;
      if (rule.group && !Object.hasOwn(certificate, rule.group)) continue;
      const other = newest.get(rule.id);
      if (!other || compare(rule.version, other.version) > 0) newest.set(rule.id, rule);
    }

    const external: Value = {
      validationClock: isoOf(now),
      valueSets: this.valueSets,
      countryCode: this.country,
      exp: expiresAt === undefined ? null : isoOf(expiresAt),
      iat: issuedAt === undefined ? null : isoOf(issuedAt),
      issuerCountryCode: issuer,
      kid: keyId,
    };
    return [...newest.values()].map((rule) => ({ rule, isMet: answer(rule.logic, { payload: certificate as Value, external }) }));
  }
}

function answer(logic: Expression, data: Value): boolean | undefined {
  try {
    const value = logic.evaluate(data);
    return typeof value === "boolean" ? value : undefined;
  } catch (problem) {
    // A rule that is nested beyond what the machine can follow comes to no answer either.
    if (problem instanceof LogicFault || problem instanceof RangeError) return undefined;
    throw problem;
  }
}
