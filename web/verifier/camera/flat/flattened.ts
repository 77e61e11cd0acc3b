// A code seen from the side, laid flat: from its finders where it lies, from the small squares in it where exactly; then drawn anew, square
// by square. Two finders are enough; what is outside of the frame is left to the code's own correction.
import { pictureOf } from "../light";
import { alignments, SIDES, square } from "./code";
import { findersIn, type Finder } from "./finders";
import { Plane, type Pair, type Point } from "./plane";
import { Shade } from "./shade";

/** Where finders stand: left above, right above, left below. */
const PLACES = [
  [0, 0],
  [1, 0],
  [0, 1],
] as const;

type Guess = { side: number; plane: Plane; pairs: Pair[]; likeness: number };

const MOST_GUESSES = 3;
const LIKE = 0.8;

/** Pictures of what may be codes, the likeliest first. */
export function* flattened(picture: ImageData): Generator<ImageData> {
  const shade = new Shade(picture);
  const finders = findersIn(shade);
  const guesses = [...guessesOf(shade, finders)].sort((one, other) => other.likeness - one.likeness);
  for (const guess of guesses.slice(0, MOST_GUESSES)) yield drawn(shade, nearer(shade, guess));
}

function* guessesOf(shade: Shade, finders: Finder[]): Generator<Guess> {
  for (const one of finders)
    for (const other of finders) {
      if (one === other) continue;
      // One stands above left and the other beside it, or below it; or the one above left is not seen.
      for (const [from, to, third] of [[0, 1, 2], [0, 2, 1], [1, 2, 0]] as const) {
        const thirds = finders.filter((finder) => finder !== one && finder !== other);
        for (const last of [undefined, ...thirds]) {
          if (last && from === 0 && to === 2) continue;
          yield* guessesFor(shade, [[one, from], [other, to], ...(last ? [[last, third] as const] : [])]);
        }
      }
    }
}

function* guessesFor(shade: Shade, placed: (readonly [Finder, number])[]): Generator<Guess> {
  const [[one, from], [other, to]] = placed as [readonly [Finder, number], readonly [Finder, number]];
  const turn = angle(one.middle, other.middle) - angle(at(from), at(to));
  const size = placed.reduce((sum, [finder]) => sum + finder.size, 0) / placed.length / 7;
  const apart = Math.hypot(other.middle.x - one.middle.x, other.middle.y - one.middle.y) / size / (from === 1 ? Math.SQRT2 : 1) + 7;
  let best: Guess | undefined;
  for (const side of SIDES) {
    if (side < apart * 0.6 || side > apart * 1.7) continue;
    const pairs = placed.flatMap(([finder, place]) => pairsOf(finder, square(PLACES[place]![0] * (side - 7), PLACES[place]![1] * (side - 7)), turn));
    const plane = Plane.through(pairs);
    const likeness = plane ? likenessOf(shade, plane, side) : 0;
    if (likeness > LIKE && likeness > (best?.likeness ?? 0)) best = { side, plane: plane!, pairs, likeness: likeness + placed.length };
  }

  if (best) yield best;
}

const at = (place: number): Point => ({ x: PLACES[place]![0], y: PLACES[place]![1] });
const angle = (from: Point, to: Point): number => Math.atan2(to.y - from.y, to.x - from.x);

// Which of its corners is the first: the one that is left above where the code is turned back.
function pairsOf({ corners, middle }: Finder, flat: Point[], turn: number): Pair[] {
  const off = (corner: Point) => Math.cos(angle(middle, corner) - turn + (3 * Math.PI) / 4);
  const first = corners.reduce((best, corner, i) => (off(corner) > off(corners[best]!) ? i : best), 0);
  return flat.map((point, i) => [point, corners[(first + i) % 4]!]);
}

/** How much of the two lines of dark and light in turn, between the finders, is there. */
function likenessOf(shade: Shade, plane: Plane, side: number): number {
  let [like, seen] = [0, 0];
  for (let i = 8; i < side - 8; i++)
    for (const point of [plane.at(i + 0.5, 6.5), plane.at(6.5, i + 0.5)]) {
      if (!shade.isIn(point.x, point.y)) continue;
      seen++;
      if (shade.light(point.x, point.y) < 0 === (i % 2 === 0)) like++;
    }

  return seen < side - 16 ? 0 : like / seen;
}

/** From what is known to the nearest small square, and on from there. */
function nearer(shade: Shade, { side, plane, pairs, likeness }: Guess): Guess {
  const known = [...pairs];
  const left = new Set(alignments(side));
  const distance = (point: Point) => Math.min(...known.map(([flat]) => Math.hypot(flat.x - point.x, flat.y - point.y)));
  while (left.size > 0) {
    const [next] = [...left].sort((one, other) => distance(one) - distance(other));
    left.delete(next!);
    const seen = smallSquare(shade, plane, next!, Math.min(2.5, 0.5 + distance(next!) * 0.05));
    if (!seen) continue;
    known.push([next!, seen]);
    plane = Plane.through(known) ?? plane;
  }

  return { side, plane, pairs: known, likeness };
}

/** The middle of a small square that should be there, looked for so many squares around. */
function smallSquare(shade: Shade, plane: Plane, { x, y }: Point, around: number): Point | undefined {
  const parts: [dx: number, dy: number, isDark: boolean][] = [];
  const middle = plane.at(x, y);
  for (let down = -2; down <= 2; down++)
    for (let right = -2; right <= 2; right++) {
      const seen = plane.at(x + right, y + down);
      parts.push([seen.x - middle.x, seen.y - middle.y, Math.max(Math.abs(right), Math.abs(down)) !== 1]);
    }

  const [right, below] = [plane.at(x + 1, y), plane.at(x, y + 1)];
  const steps = Math.max(2, Math.ceil(Math.max(Math.hypot(right.x - middle.x, right.y - middle.y), Math.hypot(below.x - middle.x, below.y - middle.y)) / 1.5));
  const reach = Math.ceil(around * steps);
  let [most, count, sumX, sumY] = [parts.length - 2, 0, 0, 0];
  for (let i = -reach; i <= reach; i++)
    for (let j = -reach; j <= reach; j++) {
      const [left, top] = [middle.x + ((right.x - middle.x) * j + (below.x - middle.x) * i) / steps, middle.y + ((right.y - middle.y) * j + (below.y - middle.y) * i) / steps];
      let [like, missed] = [0, 0];
      for (const [dx, dy, isDark] of parts) {
        if (shade.isIn(left + dx, top + dy) && shade.isDark((left + dx) | 0, (top + dy) | 0) === isDark) like++;
        else if (++missed > parts.length - most) break;
      }

      if (like < most || missed > parts.length - most) continue;
      if (like > most) [most, count, sumX, sumY] = [like, 0, 0, 0];
      [count, sumX, sumY] = [count + 1, sumX + left, sumY + top];
    }

  return count > 0 ? { x: sumX / count, y: sumY / count } : undefined;
}

const SCALE = 3;
const MARGIN = 4;

/** The code as the standard draws it; finders and lines as they must be. */
function drawn(shade: Shade, { side, plane }: Guess): ImageData {
  const whole = (side + 2 * MARGIN) * SCALE;
  const all = new Uint8ClampedArray(whole * whole).fill(255);
  for (let y = 0; y < side; y++)
    for (let x = 0; x < side; x++) {
      if (!(isSet(x, y, side) ?? isSeenDark(shade, plane, x, y))) continue;
      for (let i = 0; i < SCALE; i++) all.fill(0, ((y + MARGIN) * SCALE + i) * whole + (x + MARGIN) * SCALE, ((y + MARGIN) * SCALE + i) * whole + (x + MARGIN + 1) * SCALE);
    }

  return pictureOf(all, whole, whole);
}

function isSet(x: number, y: number, side: number): boolean | undefined {
  for (const [right, down] of PLACES) {
    const far = Math.max(Math.abs(x - 3 - right * (side - 7)), Math.abs(y - 3 - down * (side - 7)));
    if (far <= 4) return far !== 2 && far !== 4;
  }

  return x === 6 ? y % 2 === 0 : y === 6 ? x % 2 === 0 : undefined;
}

function isSeenDark(shade: Shade, plane: Plane, x: number, y: number): boolean {
  const middle = plane.at(x + 0.5, y + 0.5);
  if (!shade.isIn(middle.x, middle.y)) return false;
  let light = 2 * shade.light(middle.x, middle.y);
  for (const [right, down] of [[0.3, 0.5], [0.7, 0.5], [0.5, 0.3], [0.5, 0.7]] as const) {
    const point = plane.at(x + right, y + down);
    light += shade.light(point.x, point.y);
  }

  return light < 0;
}
