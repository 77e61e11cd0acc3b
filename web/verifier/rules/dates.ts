// The dates and date-times that CertLogic reads (specification 1.3.3, plusTime), as UTC.
import { dayOf, daysIn, isDay } from "../codes/moments";

const DAY = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;
const MOMENT = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2}):(\d{2})(?:\.(\d+))?(?:Z|([+-])(\d{1,2})(?::?(\d{2}))?)?$/;
/** Without a colon the last two of three digits are minutes. */
const THREE = /([+-])(\d)(\d{2})$/;
const EARLIEST = dayOf(1, 1, 1);
const LATEST = dayOf(9999, 12, 31) + 86_400_000 - 1;

export const exists = (moment: number): boolean => moment >= EARLIEST && moment <= LATEST;

/** The last day that a date, or a year with or without month, may mean. */
export function lastDay(text: string): number | undefined {
  const parts = DAY.exec(text);
  if (!parts) return undefined;
  const [year, month] = [Number(parts[1]), parts[2] === undefined ? 12 : Number(parts[2])];
  if (!isDay(year, month, 1)) return undefined;
  const day = parts[3] === undefined ? daysIn(year, month) : Number(parts[3]);
  return isDay(year, month, day) ? dayOf(year, month, day) : undefined;
}

/** The instant of a date or date-time; of a second, thousandths count. */
export function instant(text: string): number | undefined {
  const whole = lastDay(text);
  if (whole !== undefined) return whole;
  const parts = MOMENT.exec(text.replace(THREE, "$10$2$3"));
  const day = parts ? lastDay(parts[1]!) : undefined;
  if (!parts || day === undefined) return undefined;
  const [hour, minute, second, hours, minutes] = [2, 3, 4, 7, 8].map((at) => Number(parts[at] ?? "0")) as [number, number, number, number, number];
  if (hour > 23 || minute > 59 || second > 59 || hours > 23 || minutes > 59) return undefined;
  const offset = (hours * 60 + minutes) * (parts[6] === "-" ? -1 : 1);
  const moment = day + ((hour * 60 + minute - offset) * 60 + second) * 1000 + Number((parts[5] ?? "").padEnd(3, "0").slice(0, 3));
  return exists(moment) ? moment : undefined;
}

const HOUR = 3_600_000;

/** So many hours, days, months or years later; a day that the month does not have runs over into the next. */
export function later(moment: number, amount: number, unit: string): number | undefined {
  if (unit === "hour" || unit === "day") return within(moment + amount * (unit === "hour" ? HOUR : 24 * HOUR));
  const date = new Date(moment);
  const months = date.getUTCFullYear() * 12 + date.getUTCMonth() + amount * (unit === "month" ? 1 : 12);
  if (months < 12 || months >= 120_000) return undefined;
  const first = dayOf(Math.floor(months / 12), (months % 12) + 1, 1);
  return within(first + (date.getUTCDate() - 1) * 24 * HOUR + (moment - dayOf(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate())));
}

const within = (moment: number): number | undefined => (exists(moment) ? moment : undefined);
