// CertLogic, the language of the EU's business rules (ehn-dcc-development/eu-dcc-business-rules, specification 1.3.3), as
// src/XacThuc.Certificates/Rules reads and evaluates it: what validation finds fault with comes to no value.
import type { Json } from "../codes/json";
import { at as fieldAt } from "../codes/json";
import { instant, lastDay, later } from "./dates";
import { Instant, isListed, isValueRecord, LogicFault, same, Steps, truth, type Value } from "./values";

const DEEPEST = 64;
const UNITS = ["year", "month", "day", "hour"];

type Operation = (data: Value, steps: Steps) => Value;
export type Issue = { expr: Value; message: string };
export type Expression = { issues: readonly Issue[]; evaluate(data: Value): Value };

const fault: Operation = () => {
  throw new LogicFault();
};

/** Reads an expression. One with issues can be evaluated: they matter where they are reached. */
export function readLogic(written: Json): Expression {
  const reader = new Reader();
  const operation = reader.read(written as Value);
  return { issues: reader.issues, evaluate: (data) => operation(data, new Steps()) };
}

class Reader {
  readonly issues: Issue[] = [];
  private depth = 0;

  read(written: Value): Operation {
    if (this.depth === DEEPEST) return this.refuse(written, "expression is nested too deeply");
    this.depth++;
    const operation = this.any(written);
    this.depth--;
    return operation;
  }

  private any(written: Value): Operation {
    if (typeof written === "boolean" || typeof written === "string") return () => written;
    if (typeof written === "number") return Number.isInteger(written) ? () => written : this.refuse(written, `${written} is a non-integer number`);
    if (isListed(written)) {
      const items = written.map((item) => this.read(item));
      return (data, steps) => items.map((item) => run(item, data, steps));
    }

    return isValueRecord(written) ? this.operation(written) : this.refuse(written, "invalid CertLogic expression");
  }

  private operation(written: { [name: string]: Value | undefined }): Operation {
    const names = Object.keys(written);
    if (names.length !== 1) return this.refuse(written, `expression object must have exactly one key, but it has ${names.length}`);
    const [name, operands] = [names[0]!, written[names[0]!]!];
    if (name === "var") return this.access(written, operands);
    if (!isListed(operands)) return this.refuse(written, 'operation not of the form { "<operator>": [ <values...> ] }');
    return this.named(written, name, operands);
  }

  private access(written: Value, path: Value): Operation {
    if (typeof path !== "string") return this.refuse(written, 'not of the form { "var": "<path>" }');
    if (path === "") return (data) => data;
    const parts = path.split(".");
    if (parts.some((part) => part === "")) return this.refuse(written, `data access path doesn't have a valid format: ${path}`);
    return (data) => parts.reduce(step, data);
  }

  private named(written: Value, name: string, operands: Value[]): Operation {
    switch (name) {
      case "if":
        return this.of(written, name, operands, 3, 3, ([guard, then, otherwise]) => (data, steps) => run(truth(run(guard!, data, steps)) ? then! : otherwise!, data, steps));
      case "and":
        return this.of(written, name, operands, 2, Infinity, (all) => (data, steps) => {
          let last: Value = true;
          for (const one of all) {
            last = run(one, data, steps);
            if (!truth(last)) return last;
          }

          return last;
        });
      case "!":
        return this.of(written, name, operands, 1, 1, ([one]) => (data, steps) => !truth(run(one!, data, steps)));
      case "===":
        return this.of(written, name, operands, 2, 2, ([left, right]) => (data, steps) => same(run(left!, data, steps), run(right!, data, steps), steps));
      case "in":
        return this.of(written, name, operands, 2, 2, ([item, list]) => (data, steps) => {
          const [sought, among] = [run(item!, data, steps), run(list!, data, steps)];
          if (!isListed(among)) throw new LogicFault();
          return among.some((one) => same(one, sought, steps));
        });
      case "+":
        return this.of(written, name, operands, 2, 2, ([left, right]) => (data, steps) => whole(run(left!, data, steps)) + whole(run(right!, data, steps)));
      case "<":
      case ">":
      case "<=":
      case ">=":
        return this.of(written, name, operands, 2, 3, (all) => (data, steps) => inOrder(name, all.map((one) => whole(run(one, data, steps)))));
      case "before":
      case "after":
      case "not-before":
      case "not-after":
        return this.of(written, name, operands, 2, 3, (all) => (data, steps) => inOrder(name, all.map((one) => moment(run(one, data, steps)))));
      case "reduce":
        return this.of(written, name, operands, 3, 3, ([list, each, initial]) => (data, steps) => reduce(list!, each!, initial!, data, steps));
      case "dccDateOfBirth":
        return this.of(written, name, operands, 1, 1, ([text]) => (data, steps) => instantOf(lastDay(textOf(run(text!, data, steps)))));
      case "plusTime":
        return this.plusTime(written, operands);
      case "extractFromUVCI":
        return this.certificateIdPart(written, operands);
      default:
        return this.refuse(written, `unrecognised operator: "${name}"`);
    }
  }

  private plusTime(written: Value, operands: Value[]): Operation {
    if (!this.has(written, "plusTime", operands, 3, 3)) return fault;
    const [text, amount, unit] = [this.read(operands[0]!), operands[1]!, operands[2]!];
    const isUnit = typeof unit === "string" && UNITS.includes(unit);
    if (!isWhole(amount)) this.add(written, '"amount" argument (#2) of "plusTime" must be an integer');
    if (!isUnit) this.add(written, `"unit" argument (#3) of "plusTime" must be a string equal to one of ${UNITS.join(", ")}`);
    if (!isWhole(amount) || !isUnit) return fault;
    return (data, steps) => {
      const from = instant(textOf(run(text, data, steps)));
      return instantOf(from === undefined ? undefined : later(from, amount, unit));
    };
  }

  private certificateIdPart(written: Value, operands: Value[]): Operation {
    if (!this.has(written, "extractFromUVCI", operands, 2, 2)) return fault;
    const [identifier, place] = [this.read(operands[0]!), operands[1]!];
    if (!isWhole(place)) {
      this.add(written, '"index" argument (#2) of "extractFromUVCI" must be an integer');
      return fault;
    }

    return (data, steps) => {
      const id = run(identifier, data, steps);
      if (id === null) return null;
      return textOf(id).replace(/^URN:UVCI:/, "").split(/[/#:]/)[place] ?? null;
    };
  }

  // Operands are read even where there are too few or too many: what is wrong with them is said too.
  private of(written: Value, name: string, operands: Value[], least: number, most: number, make: (operands: Operation[]) => Operation): Operation {
    const isCount = this.has(written, name, operands, least, most);
    const all = operands.map((one) => this.read(one));
    return isCount ? make(all) : fault;
  }

  private has(written: Value, name: string, { length }: Value[], least: number, most: number): boolean {
    if (length >= least && length <= most) return true;
    const expected = most === least ? `exactly ${least}` : most === Infinity ? `at least ${least}` : `${least} or ${most}`;
    this.add(written, `an operation with operator "${name}" must have ${expected} operands, but it has ${length}`);
    return false;
  }

  private add(expr: Value, message: string): void {
    this.issues.push({ expr, message });
  }

  private refuse(written: Value, message: string): Operation {
    this.add(written, message);
    return fault;
  }
}

function run(operation: Operation, data: Value, steps: Steps): Value {
  steps.take();
  return operation(data, steps);
}

// What stands under a name or, in a list, at a place.
function step(value: Value, part: string): Value {
  if (isListed(value)) return /^\d{1,9}$/.test(part) ? (value[Number(part)] ?? null) : null;
  return isValueRecord(value) ? ((fieldAt(value as Json, part) as Value | undefined) ?? null) : null;
}

function reduce(list: Operation, each: Operation, initial: Operation, data: Value, steps: Steps): Value {
  const folded = run(list, data, steps);
  if (folded !== null && !isListed(folded)) throw new LogicFault();
  let accumulator = run(initial, data, steps);
  for (const current of folded ?? []) accumulator = run(each, { accumulator, current }, steps);
  return accumulator;
}

function inOrder(operator: string, values: number[]): boolean {
  return values.every((right, i) => {
    if (i === 0) return true;
    const left = values[i - 1]!;
    if (operator === "<" || operator === "before") return left < right;
    if (operator === ">" || operator === "after") return left > right;
    return operator === "<=" || operator === "not-after" ? left <= right : left >= right;
  });
}

const isWhole = (value: Value): value is number => Number.isInteger(value);

function whole(value: Value): number {
  if (!isWhole(value)) throw new LogicFault();
  return value;
}

function moment(value: Value): number {
  if (!(value instanceof Instant)) throw new LogicFault();
  return value.moment;
}

function textOf(value: Value): string {
  if (typeof value !== "string") throw new LogicFault();
  return value;
}

function instantOf(found: number | undefined): Instant {
  if (found === undefined) throw new LogicFault();
  return new Instant(found);
}
