// The three squares in the corners of a code, each by itself: seen from the side they are no squares, but along any line through the
// middle dark, light and dark still are one, one, three, one, one.
import type { Point } from "./plane";
import type { Shade } from "./shade";

/** The four outer corners of one, clockwise as seen. */
export type Finder = { middle: Point; corners: Point[]; size: number };

/** Of two codes side by side. */
const MOST = 6;
/** A wall of tiles is crossed like finders all over. */
const MOST_TRIED = 400;
const RAYS = 72;
const STEP = 3;

export function findersIn(shade: Shade): Finder[] {
  const found: Finder[] = [];
  const tried: Point[] = [];
  for (let y = STEP; y < shade.height; y += STEP)
    for (const [x, width] of crossings(shade, y)) {
      const down = middleDown(shade, x, y, width);
      if (!down) continue;
      const middle = { x: x + 0.5, y: down };
      if (tried.some((other) => Math.hypot(other.x - middle.x, other.y - middle.y) < width / 7)) continue;
      const finder = outlined(shade, middle, width);
      if (finder && !found.some((other) => Math.hypot(other.middle.x - finder.middle.x, other.middle.y - finder.middle.y) < finder.size / 2)) found.push(finder);
      if (tried.push(middle) === MOST_TRIED || found.length === MOST) return found;
    }

  return found;
}

function isLike(runs: readonly number[]): boolean {
  const [ring, gap, core, gapBehind, ringBehind] = runs as [number, number, number, number, number];
  const module = (ring + gap + core + gapBehind + ringBehind) / 7;
  const isOne = (run: number) => Math.abs(run - module) < module * 0.65;
  return module >= 1.5 && Math.abs(core - 3 * module) < 1.4 * module && isOne(ring) && isOne(gap) && isOne(gapBehind) && isOne(ringBehind);
}

function* crossings(shade: Shade, y: number): Generator<[x: number, width: number]> {
  const runs = [0, 0, 0, 0, 0];
  let wasDark = false;
  let from = 0;
  for (let x = 0; x <= shade.width; x++) {
    const isDark = x < shade.width && shade.isDark(x, y);
    if (isDark === wasDark && x < shade.width) continue;
    runs.shift();
    runs.push(x - from);
    if (wasDark && isLike(runs)) yield [Math.floor(x - runs[4]! - runs[3]! - runs[2]! / 2), runs.reduce((sum, run) => sum + run)];
    [wasDark, from] = [isDark, x];
  }
}

/** The middle of the dark core on the line down through a point of it, where it is crossed as a finder is. */
function middleDown(shade: Shade, x: number, y: number, width: number): number | undefined {
  const far = width * 2;
  const ends = (step: number): number[] => {
    const all: number[] = [];
    let isDark = true;
    for (let at = y; all.length < 3; at += step) {
      if (Math.abs(at - y) > far) return [];
      const is = at >= 0 && at < shade.height && shade.isDark(x, at);
      if (is === isDark) continue;
      all.push(at);
      isDark = is;
    }

    return all;
  };
  const [up, down] = [ends(-1), ends(1)];
  if (up.length < 3 || down.length < 3) return undefined;
  const runs = [up[1]! - up[2]!, up[0]! - up[1]!, down[0]! - up[0]! - 1, down[1]! - down[0]!, down[2]! - down[1]!];
  return isLike(runs) ? (up[0]! + down[0]! + 1) / 2 : undefined;
}

/** Looks from the middle outwards in all directions: core, ring and the light around it must be there in nearly each. */
function outlined(shade: Shade, start: Point, width: number): Finder | undefined {
  // Once more from the middle of what was seen.
  const rough = outlinedFrom(shade, start, width);
  return rough && outlinedFrom(shade, rough.middle, width);
}

function outlinedFrom(shade: Shade, start: Point, width: number): Finder | undefined {
  const edge = edgeAround(shade, start, width);
  const corners = edge.length < RAYS * 0.9 ? undefined : cornersOf(edge, start);
  if (!corners) return undefined;
  const [first, second, third, fourth] = corners as [Point, Point, Point, Point];
  const middle = meeting(lineThrough([first, third]), lineThrough([second, fourth]));
  return middle && { middle, corners, size: Math.sqrt(areaOf(corners)) };
}

function edgeAround(shade: Shade, middle: Point, width: number): Point[] {
  const edge: Point[] = [];
  // A look all around first: most of what is crossed like a finder is none.
  let missed = 0;
  for (let ray = 0; ray < RAYS; ray += RAYS / 8) if (!edgeAt(shade, middle, width, ray) && ++missed > 2) return edge;
  for (let ray = 0; ray < RAYS; ray++) {
    const point = edgeAt(shade, middle, width, ray);
    if (point) edge.push(point);
  }

  return edge;
}

/** Where the light around it begins in a direction, where core and ring come before it as they should. */
function edgeAt(shade: Shade, middle: Point, width: number, ray: number): Point | undefined {
  const [right, down] = [Math.cos((ray * 2 * Math.PI) / RAYS), Math.sin((ray * 2 * Math.PI) / RAYS)];
  const ends = [0, 0, 0];
  let nth = 0;
  let before = shade.light(middle.x, middle.y);
  for (let far = 0.5; nth < 3; far += 0.5) {
    const [x, y] = [middle.x + far * right, middle.y + far * down];
    if (far > width * 2 || !shade.isIn(x, y)) return undefined;
    const here = shade.light(x, y);
    if (here < 0 !== before < 0 && here < 0 === (nth === 1)) ends[nth++] = far - (0.5 * here) / (here - before);
    before = here;
  }

  const [core, inner, outer] = ends as [number, number, number];
  if (Math.abs(core / outer - 3 / 7) > 0.13 || Math.abs(inner / outer - 5 / 7) > 0.13) return undefined;
  return { x: middle.x + outer * right, y: middle.y + outer * down };
}

/** The four lines that points around a middle lie on, and where they meet; clockwise. */
function cornersOf(edge: Point[], middle: Point): Point[] | undefined {
  const farthest = (of: (point: Point) => number): number => edge.reduce((best, point, at) => (of(point) > of(edge[best]!) ? at : best), 0);
  const distance = (one: Point, other: Point) => Math.hypot(one.x - other.x, one.y - other.y);
  const first = farthest((point) => distance(point, middle));
  const third = farthest((point) => distance(point, edge[first]!));
  const side = (point: Point) => (edge[third]!.x - edge[first]!.x) * (point.y - edge[first]!.y) - (edge[third]!.y - edge[first]!.y) * (point.x - edge[first]!.x);
  const at = [first, third, farthest(side), farthest((point) => -side(point))].sort((one, other) => one - other);
  const lines: Line[] = [];
  for (let i = 0; i < 4; i++) {
    const length = (at[(i + 1) % 4]! - at[i]! + edge.length) % edge.length;
    if (length < 6) return undefined;
    const line = lineThrough(Array.from({ length: length - 3 }, (_, n) => edge[(at[i]! + 2 + n) % edge.length]!));
    lines.push(line);
  }

  const corners = lines.map((line, i) => meeting(lines[(i + 3) % 4]!, line));
  if (corners.some((corner, i) => !corner || distance(corner, edge[at[i]!]!) > distance(corner, middle) / 3)) return undefined;
  return corners as Point[];
}

/** x across + y down = far. */
type Line = { x: number; y: number; far: number };

function lineThrough(points: Point[]): Line {
  const [x, y] = [points.reduce((sum, point) => sum + point.x, 0) / points.length, points.reduce((sum, point) => sum + point.y, 0) / points.length];
  let [xx, xy, yy] = [0, 0, 0];
  for (const point of points) [xx, xy, yy] = [xx + (point.x - x) ** 2, xy + (point.x - x) * (point.y - y), yy + (point.y - y) ** 2];
  const angle = Math.atan2(2 * xy, xx - yy) / 2 + Math.PI / 2;
  const across = { x: Math.cos(angle), y: Math.sin(angle) };
  return { ...across, far: across.x * x + across.y * y };
}

function meeting(one: Line, other: Line): Point | undefined {
  const turn = one.x * other.y - one.y * other.x;
  return Math.abs(turn) < 0.05 ? undefined : { x: (one.far * other.y - other.far * one.y) / turn, y: (one.x * other.far - other.x * one.far) / turn };
}

const areaOf = (corners: Point[]): number =>
  Math.abs(corners.reduce((sum, { x, y }, i) => sum + x * corners[(i + 1) % 4]!.y - y * corners[(i + 1) % 4]!.x, 0)) / 2;
