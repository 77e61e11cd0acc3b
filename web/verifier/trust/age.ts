// Whether lists are young enough to know by.
import type { Checked } from "../codes/checked";
import type { DeviceReason } from "../codes/words";
import { type Lists, noLists } from "./lists";

const HOUR = 3_600_000;
/** So long after it should have been replaced a list still answers, with a warning; then nobody can know what was taken back since. */
const GRACE = 7 * 24 * HOUR;
/** Clocks differ a little. */
const AHEAD = 6 * HOUR;

export type Age = "fresh" | "stale" | "old" | "none" | "clock";

export function ageOf(lists: Lists, now: number): Age {
  if (lists === noLists) return "none";
  // A clock that is behind makes what is over good again.
  if (now < lists.issued - AHEAD) return "clock";
  return now > lists.stale + GRACE ? "old" : now > lists.stale ? "stale" : "fresh";
}

const REASONS: Partial<Record<Age, DeviceReason>> = { none: "lists-missing", old: "lists-old", clock: "clock-wrong" };

/** What may be said of a code by lists of this age. What is not genuine by old lists is not by new ones. */
export function temper(checked: Checked, age: Age): Checked {
  const reason = REASONS[age];
  if (!reason || checked.verdict === "no-certificate" || checked.verdict === "not-genuine") return checked;
  const others = checked.reasons.filter((one) => one !== "key-unknown" || age !== "none");
  return { ...checked, verdict: "cannot-know", reasons: [reason, ...others] };
}
