// What the standard (ISO/IEC 18004) sets in every code of a size, counted in its squares.
import type { Point } from "./plane";

/** Squares a side, from the smallest to the largest. */
export const SIDES = Array.from({ length: 40 }, (_, i) => 21 + 4 * i);

/** The corners in which finders stand: left above, right above, left below. */
export const PLACES = [
  [0, 0],
  [1, 0],
  [0, 1],
] as const;

/** The corners of the finder whose first square is there, clockwise. */
export const square = (x: number, y: number, side = 7): Point[] => [
  { x, y },
  { x: x + side, y },
  { x: x + side, y: y + side },
  { x, y: y + side },
];

/** The middles of the small squares that lie in rows over the code. */
export function alignments(side: number): Point[] {
  const version = (side - 17) / 4;
  if (version === 1) return [];
  const gaps = Math.floor(version / 7) + 1;
  const step = version === 32 ? 26 : Math.ceil((side - 13) / gaps / 2) * 2;
  const places = [6, ...Array.from({ length: gaps }, (_, i) => side - 7 - step * (gaps - 1 - i))];
  const last = side - 7;
  return places.flatMap((y) => places.filter((x) => !(x === 6 && (y === 6 || y === last)) && !(x === last && y === 6)).map((x) => ({ x: x + 0.5, y: y + 0.5 })));
}
