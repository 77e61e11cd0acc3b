// How a plane is seen: eight numbers that say where each of its points is in the picture.
export type Point = { x: number; y: number };
/** A point of the plane, and where it is seen. */
export type Pair = readonly [flat: Point, seen: Point];

export class Plane {
  private constructor(private readonly by: Float64Array) {}

  /** The plane of four points or more that all lie on it, by least squares; none where they lie in a line. */
  static through(pairs: readonly Pair[]): Plane | undefined {
    // Eight equations in eight unknowns; in the ninth column what they come to.
    const rows = Array.from({ length: 8 }, () => new Float64Array(9));
    const add = (row: number[]) => {
      for (let i = 0; i < 8; i++) for (let j = 0; j < 9; j++) rows[i]![j]! += row[i]! * row[j]!;
    };
    for (const [{ x, y }, seen] of pairs) {
      add([x, y, 1, 0, 0, 0, -x * seen.x, -y * seen.x, seen.x]);
      add([0, 0, 0, x, y, 1, -x * seen.y, -y * seen.y, seen.y]);
    }

    const by = solved(rows);
    return by && new Plane(by);
  }

  at(x: number, y: number): Point {
    const h = this.by;
    const depth = h[6]! * x + h[7]! * y + 1;
    return { x: (h[0]! * x + h[1]! * y + h[2]!) / depth, y: (h[3]! * x + h[4]! * y + h[5]!) / depth };
  }
}

function solved(rows: Float64Array[]): Float64Array | undefined {
  for (let at = 0; at < 8; at++) {
    let most = at;
    for (let i = at + 1; i < 8; i++) if (Math.abs(rows[i]![at]!) > Math.abs(rows[most]![at]!)) most = i;
    [rows[at], rows[most]] = [rows[most]!, rows[at]!];
    const first = rows[at]!;
    if (Math.abs(first[at]!) < 1e-12) return undefined;
    for (let i = 0; i < 8; i++) {
      const share = i === at ? 0 : rows[i]![at]! / first[at]!;
      if (share) for (let j = at; j < 9; j++) rows[i]![j]! -= share * first[j]!;
    }
  }

  return Float64Array.from(rows, (row, at) => row[8]! / row[at]!);
}
