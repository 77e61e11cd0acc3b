// What a guard may be told of a code.
import type { Outcome } from "../rules/book";
import type { Json } from "./json";
import type { DeviceReason, Kind, Reason, Verdict } from "./words";

/** Whose it is, as far as the code says; the date of birth as it writes it. */
export type Person = { name?: string; born?: string; paper?: string; qid?: string; certificate?: string };

/** What it is about. */
export type Fact =
  | { kind: "doses"; dose: number; of: number; last?: string }
  | { kind: "recovered"; from?: string; until?: string }
  | { kind: "test"; isNegative: boolean; taken?: string };

export type Checked = {
  kind: Kind;
  verdict: Verdict;
  reasons: (Reason | DeviceReason)[];
  person?: Person;
  facts: Fact[];
  /** Rules that are not met, or come to no answer. */
  unmet: Outcome[];
  /** A certificate as its schema has it; none of papers. */
  payload?: Json;
};

export const refused = (kind: Kind, verdict: Verdict, reason: Reason): Checked => ({ kind, verdict, reasons: [reason], facts: [], unmet: [] });
