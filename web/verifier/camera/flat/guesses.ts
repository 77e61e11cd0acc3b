// Where a code may lie: two or three finders tell, each with its four corners, for every size that a code may have. Two are enough, where
// the third is outside of the frame.
import { PLACES, SIDES, square } from "./code";
import type { Finder } from "./finders";
import { type Pair, Plane, type Point } from "./plane";
import type { Shade } from "./shade";

/** A code of so many squares a side, and what it was told by. */
export type Guess = { side: number; plane: Plane; pairs: Pair[]; likeness: number };

type Placed = readonly [Finder, place: number];

/** Less than that is none. */
const LIKE = 0.8;

/** The likeliest first, of three finders where there are such, else of two. */
export function guessesOf(shade: Shade, finders: Finder[]): Guess[] {
  for (const placed of [threes(finders), twos(finders)]) {
    const guesses = placed.map((one) => guessOf(shade, one)).filter((guess) => guess !== undefined);
    if (guesses.length > 0) return guesses.sort((one, other) => other.likeness - one.likeness);
  }

  return [];
}

function threes(finders: Finder[]): Placed[][] {
  return finders.flatMap((first) =>
    finders.flatMap((right) =>
      finders
        .filter((below) => first !== right && below !== first && below !== right && isClockwise(first.middle, right.middle, below.middle))
        .map((below): Placed[] => [[first, 0], [right, 1], [below, 2]]),
    ),
  );
}

function twos(finders: Finder[]): Placed[][] {
  return finders.flatMap((one) =>
    finders
      .filter((other) => other !== one)
      .flatMap((other): Placed[][] => [
        [[one, 0], [other, 1]],
        [[one, 0], [other, 2]],
        [[one, 1], [other, 2]],
      ]),
  );
}

function guessOf(shade: Shade, placed: Placed[]): Guess | undefined {
  const [[one, from], [other, to]] = placed as [Placed, Placed];
  const turn = angle(one.middle, other.middle) - angle(placeOf(from), placeOf(to));
  const size = placed.reduce((sum, [finder]) => sum + finder.size, 0) / placed.length / 7;
  const apart = 7 + Math.hypot(other.middle.x - one.middle.x, other.middle.y - one.middle.y) / size / (from === 1 ? Math.SQRT2 : 1);
  let best: Guess | undefined;
  for (const side of SIDES) {
    // Seen from the side, what is between them is longer or shorter than they say.
    if (side < apart * 0.6 || side > apart * 1.7) continue;
    const pairs = placed.flatMap(([finder, place]) => pairsOf(finder, square(PLACES[place]![0] * (side - 7), PLACES[place]![1] * (side - 7)), turn));
    const plane = Plane.through(pairs);
    if (!plane) continue;
    const likeness = likenessOf(shade, plane, side, placed.map(([, place]) => place));
    if (likeness > (best?.likeness ?? LIKE)) best = { side, plane, pairs, likeness };
  }

  return best;
}

const isClockwise = (one: Point, next: Point, last: Point): boolean => (next.x - one.x) * (last.y - one.y) > (next.y - one.y) * (last.x - one.x);
const placeOf = (place: number): Point => ({ x: PLACES[place]![0], y: PLACES[place]![1] });
const angle = (from: Point, to: Point): number => Math.atan2(to.y - from.y, to.x - from.x);

// Which of its corners is the first: the one that is left above where the code is turned back.
function pairsOf({ corners, middle }: Finder, flat: Point[], turn: number): Pair[] {
  const nearness = (corner: Point) => Math.cos(angle(middle, corner) - turn + (3 * Math.PI) / 4);
  const first = corners.reduce((best, corner, i) => (nearness(corner) > nearness(corners[best]!) ? i : best), 0);
  return flat.map((point, i) => [point, corners[(first + i) % 4]!]);
}

/** How much of the lines of dark and light in turn is there that run between the finders seen. */
function likenessOf(shade: Shade, plane: Plane, side: number, places: readonly number[]): number {
  let [like, seen] = [0, 0];
  for (let i = 8; i < side - 8; i++)
    for (const point of [places.includes(1) && plane.at(i + 0.5, 6.5), places.includes(2) && plane.at(6.5, i + 0.5)]) {
      if (!point || !shade.isIn(point.x, point.y)) continue;
      seen++;
      if (shade.light(point.x, point.y) < 0 === (i % 2 === 0)) like++;
    }

  return seen < (side - 16) / 2 ? 0 : like / seen;
}
