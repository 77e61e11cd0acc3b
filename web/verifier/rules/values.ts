// Values that CertLogic works on: those of JSON, and the instant that operations make.
import { isRecord, type Json } from "../codes/json";

/** An instant to the millisecond; no JSON is one. */
export class Instant {
  constructor(readonly moment: number) {}
}

export type Value = null | boolean | number | string | Instant | Value[] | { [name: string]: Value | undefined };
export type ValueRecord = { [name: string]: Value | undefined };

/** In which way an expression comes to no value. */
export class LogicFault extends Error {}

export const isListed = (value: Value): value is Value[] => Array.isArray(value);
export const isValueRecord = (value: Value): value is ValueRecord => isRecord(value as Json) && !(value instanceof Instant);

/** What counts as true: not null, false, 0 or empty. An instant counts as neither. */
export function truth(value: Value): boolean {
  if (value instanceof Instant) throw new LogicFault();
  if (isListed(value)) return value.length > 0;
  return isValueRecord(value) ? Object.keys(value).length > 0 : Boolean(value);
}

/** How much is done for one rule before it is given up: rules of the published lists take some hundred steps. */
export class Steps {
  private left = 100_000;

  take(): void {
    if (--this.left < 0) throw new LogicFault();
  }
}

/** Equal by content; records field by field in any order. */
export function same(left: Value, right: Value, steps: Steps): boolean {
  steps.take();
  if (left instanceof Instant || right instanceof Instant) return left instanceof Instant && right instanceof Instant && left.moment === right.moment;
  if (isListed(left)) return isListed(right) && left.length === right.length && left.every((item, i) => same(item, right[i]!, steps));
  if (!isValueRecord(left)) return left === right;
  if (!isValueRecord(right)) return false;
  const names = Object.keys(left);
  return names.length === Object.keys(right).length && names.every((name) => Object.hasOwn(right, name) && same(left[name]!, right[name]!, steps));
}
