// A code seen from the side, laid flat and drawn anew square by square. What is outside of the frame is left to the code's own correction.
import { pictureOf } from "../light";
import { PLACES } from "./code";
import { findersIn } from "./finders";
import { guessesOf } from "./guesses";
import { nearer } from "./nearer";
import type { Plane } from "./plane";
import { Shade } from "./shade";

const MOST = 3;

/** Pictures of what may be codes, the likeliest first. */
export function* flattened(picture: ImageData): Generator<ImageData> {
  const shade = new Shade(picture);
  for (const guess of guessesOf(shade, findersIn(shade)).slice(0, MOST)) yield drawn(shade, nearer(shade, guess), guess.side);
}

const SCALE = 3;
const MARGIN = 4;

/** The code as the standard draws it; finders and lines as they must be. */
function drawn(shade: Shade, plane: Plane, side: number): ImageData {
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
