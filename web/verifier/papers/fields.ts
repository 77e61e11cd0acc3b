// Fields that papers share.
/** A date of birth as far as it is known, ISO 8601. */
export type Born = string;

const PROVINCES = new Set([
  1, 2, 4, 6, 8, 10, 11, 12, 14, 15, 17, 19, 20, 22, 24, 25, 26, 27, 30, 31, 33, 34, 35, 36, 37, 38, 40, 42, 44, 45, 46, 48, 49, 51, 52, 54, 56, 58, 60, 62, 64,
  66, 67, 68, 70, 72, 74, 75, 77, 79, 80, 82, 83, 84, 86, 87, 89, 91, 92, 93, 94, 95, 96,
]);

/** Whether the province exists (circular 07/2016/TT-BCA, annex 1) and the century and sex are of a person born 1900 to 2099. */
export const isPersonalId = (digits: string): boolean => PROVINCES.has(Number(digits.slice(0, 3))) && Number(digits[3]) <= 3;

/** A year, a month, a day; month and day 0 where they are not known. */
export function bornOf(year: number, month: number, day: number): Born | undefined {
  if (year < 1801 || year > 2055 || month > 12 || (day > 0 && month === 0)) return undefined;
  if (day > 0 && day > new Date(Date.UTC(year, month, 0)).getUTCDate()) return undefined;
  const two = (number: number) => `-${String(number).padStart(2, "0")}`;
  return `${year}${month > 0 ? two(month) : ""}${day > 0 ? two(day) : ""}`;
}

/** ddMMyyyy, MMyyyy or yyyy. */
export function digitsBorn(text: string): Born | undefined {
  const parts = /^(?:(?:(\d{2}))?(\d{2}))?(\d{4})$/.exec(text);
  return parts ? bornOf(Number(parts[3]), Number(parts[2] ?? 0), Number(parts[1] ?? 0)) : undefined;
}

/** dd/MM/yyyy, MM/yyyy or yyyy, day first or year first. */
export function writtenBorn(text: string): Born | undefined {
  const dayFirst = /^(?:(?:(\d{1,2})[/.-])?(\d{1,2})[/.-])?(\d{4})$/.exec(text);
  if (dayFirst) return bornOf(Number(dayFirst[3]), Number(dayFirst[2] ?? 0), Number(dayFirst[1] ?? 0));
  const yearFirst = /^(\d{4})[/.-](\d{1,2})(?:[/.-](\d{1,2}))?$/.exec(text);
  return yearFirst ? bornOf(Number(yearFirst[1]), Number(yearFirst[2]), Number(yearFirst[3] ?? 0)) : undefined;
}

/** Words of letters, with the few signs that names have. */
export const isName = (text: string): boolean => text.length <= 200 && /^[\p{L}\p{M} '’.-]+$/u.test(text) && /\p{L}/u.test(text);

const plain = (text: string): string => text.trim().normalize("NFD").replaceAll(/\p{M}/gu, "").toUpperCase();

export const isSex = (text: string): boolean => ["NAM", "M", "MALE", "1", "NU", "F", "FEMALE", "0"].includes(plain(text));

/** What an input method or a scanner that knows no Vietnamese leaves of a name: digits, bytes one by one, question marks. */
export const isGarbled = (name: string): boolean => /[?\uFFFD0-9]|[ÃÄÅÆáâ][\u0080-\u00BF€‚ƒ„…†‡ˆ‰Š‹Œ‘’“”•–—˜™š›œŸ]/u.test(name);

/** Characters that no paper has and that could deceive whoever reads it. */
export const hasControls = (text: string): boolean => /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\u200E\u200F\u202A-\u202E\u2066-\u2069]/.test(text) || !text.isWellFormed();
