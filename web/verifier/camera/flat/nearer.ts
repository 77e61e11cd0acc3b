// Two or three corners tell roughly where a code lies; the small squares in rows over it tell exactly.
import { alignments } from "./code";
import type { Guess } from "./guesses";
import { Plane, type Point } from "./plane";
import type { Shade } from "./shade";

/** From what is known to the nearest small square, and on from there. */
export function nearer(shade: Shade, { side, plane, pairs }: Guess): Plane {
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

  return plane;
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
