// Base45, CBOR, schemas, rules and the rule language, as published.
import { readdirSync, readFileSync } from "node:fs";
import { fromBase45, toBase45 } from "../codes/base45";
import { readCbor } from "../codes/cbor";
import { at, type Json, jsonOf, textAt } from "../codes/json";
import { schemaFaults } from "../codes/schema";
import { readLogic } from "../rules/logic";
import { Instant, LogicFault, same, Steps, type Value } from "../rules/values";
import { fromHex, hexOf } from "../trust/bytes";
import { type Suite, suite } from "./suite";

const read = (file: string): Json => JSON.parse(readFileSync(file, "utf8")) as Json;
const list = (json: Json | undefined): Json[] => (Array.isArray(json) ? json : []);
const files = (folder: string, end: string): string[] => readdirSync(folder, { recursive: true }).filter((file) => file.endsWith(end)).sort().map((file) => `${folder}/${file}`);
const isSkipped = (part: Json): boolean => textAt(part, "directive") === "skip";

export function base45(folder: string): Suite {
  const [found, vectors] = [suite("base45"), read(`${folder}/base45/vectors.json`)];
  for (const one of list(at(vectors, "good"))) {
    const [hex, text] = [textAt(one, "hex")!.toLowerCase(), textAt(one, "base45")!];
    const bytes = fromBase45(text);
    found.judge(text, `${hex} ${text}`, `${bytes && hexOf(bytes)} ${toBase45(fromHex(hex)!)}`);
  }

  for (const text of list(at(vectors, "bad"))) found.judge(text as string, undefined, fromBase45(text as string));
  return found;
}

/** Numbers of more than 64 bits: no certificate needs them. */
const NO_JSON = ["c249010000000000000000", "3bffffffffffffffff", "c349010000000000000000"];
/** A simple value below 32 in two bytes: RFC 8949 (3.3) forbids what RFC 7049 printed. */
const FORBIDDEN = ["f818"];

/** Every value is read; those that have a JSON come to it. */
export function cbor(folder: string): Suite {
  const found = suite("cbor");
  for (const one of list(read(`${folder}/cbor/appendix_a.json`))) {
    const value = readCbor(fromHex(textAt(one, "hex")!)!, 18);
    const expected = at(one, "decoded");
    const json = value === undefined ? undefined : jsonOf(value);
    const hex = textAt(one, "hex")!;
    const isSame = expected === undefined || NO_JSON.includes(hex) || (json !== undefined && JSON.stringify(sorted(json)) === JSON.stringify(sorted(expected)));
    found.judge(hex, !FORBIDDEN.includes(hex), value !== undefined && isSame);
  }

  return found;
}

function sorted(value: Json): Json {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.keys(value).sort().map((name) => [name, sorted(value[name]!)]));
}

export function schema(folder: string): Suite {
  const found = suite("schema");
  for (const file of [...files(`${folder}/schema/examples`, ".json"), ...files(`${folder}/schema/test`, ".json")])
    found.judge(file, !file.includes("/invalid/"), schemaFaults(read(file)).length === 0);
  return found;
}

export function rules(folder: string): Suite {
  const found = suite("rules");
  for (const file of files(`${folder}/rules`, "rule.json")) {
    const logic = readLogic(at(read(file), "Logic")!);
    for (const test of files(`${file.slice(0, -"rule.json".length)}tests`, ".json")) {
      const vector = read(test);
      found.judge(test, at(vector, "expected"), logic.issues.length === 0 ? evaluated(logic.evaluate, vector as Value) : undefined);
    }
  }

  return found;
}

export function certLogic(folder: string): Suite {
  const found = suite("certlogic");
  for (const file of files(`${folder}/certlogic`, ".json")) {
    const whole = read(file);
    if (isSkipped(whole)) continue;
    for (const one of list(at(whole, "cases"))) {
      const [own, issues, name] = [at(one, "certLogicExpression"), at(one, "issues"), `${file}: ${textAt(one, "name")}`];
      if (issues !== undefined) {
        found.judge(name, true, sameValue(issues as Value, readLogic(own ?? null).issues.map(({ expr, message }) => ({ expr, message }))));
        continue;
      }

      if (isSkipped(one)) continue;
      for (const assertion of list(at(one, "assertions"))) {
        if (isSkipped(assertion)) continue;
        const logic = readLogic(at(assertion, "certLogicExpression") ?? own ?? null);
        const value = evaluated(logic.evaluate, (at(assertion, "data") ?? null) as Value);
        found.judge(name, true, value !== undefined && sameValue(at(assertion, "expected") as Value, value));
      }
    }
  }

  return found;
}

const sameValue = (left: Value, right: Value): boolean => same(left, right instanceof Instant ? new Date(right.moment).toISOString() : right, new Steps());

function evaluated(evaluate: (data: Value) => Value, data: Value): Value | undefined {
  try {
    return evaluate(data);
  } catch (problem) {
    if (problem instanceof LogicFault) return undefined;
    throw problem;
  }
}
