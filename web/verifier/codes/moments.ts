// Moments as certificates, rules and lists write them. Without an offset it is UTC.
const FORM = /^(\d{4})-(\d{2})-(\d{2})(?:[Tt ](\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d+))?)?\s*(?:([Zz])|([+-])(\d{1,2})(?::?(\d{2}))?)?)?$/;

export const daysIn = (year: number, month: number): number => new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate();

export const isDay = (year: number, month: number, day: number): boolean => year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);

/** Midnight of a day, as milliseconds since 1970; years below 100 are no shorthand here. */
export function dayOf(year: number, month: number, day: number): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date.getTime();
}

/** Milliseconds since 1970; none where it is no moment that exists. */
export function momentOf(text: string | undefined): number | undefined {
  const parts = text === undefined ? null : FORM.exec(text.trim());
  if (!parts) return undefined;
  const number = (at: number): number => Number(parts[at] ?? "0");
  const [hour, minute, second, offsetHours, offsetMinutes] = [number(4), number(5), number(6), number(10), number(11)];
  if (!isDay(number(1), number(2), number(3)) || hour > 23 || minute > 59 || second > 59 || offsetHours > 14 || offsetMinutes > 59) return undefined;
  const fraction = parts[7] ? Math.floor(Number(`0.${parts[7]}`) * 1000) : 0;
  const offset = (offsetHours * 60 + offsetMinutes) * (parts[9] === "-" ? -1 : 1);
  return dayOf(number(1), number(2), number(3)) + ((hour * 60 + minute - offset) * 60 + second) * 1000 + fraction;
}

/** Whether a text begins with a day that exists; issuers write a time behind it, which says nothing more. */
export function beginsWithDay(text: string): boolean {
  const parts = /^(\d{4})-(\d{2})-(\d{2})/.exec(text);
  return parts !== null && isDay(Number(parts[1]), Number(parts[2]), Number(parts[3]));
}

/** Seconds precise, as rules are given their clock. */
export const isoOf = (moment: number): string => `${new Date(Math.floor(moment / 1000) * 1000).toISOString().slice(0, 19)}Z`;
