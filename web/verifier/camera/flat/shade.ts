// A grey picture, and which of its points are dark against the light around them.
import { greys } from "../light";

const BLOCK = 8;
/** Blocks to each side whose light is the light around a point. */
const AROUND = 6;

export class Shade {
  readonly width: number;
  readonly height: number;
  private readonly all: Uint8ClampedArray;
  private readonly wide: number;
  private readonly limits: Uint8ClampedArray;

  constructor(picture: ImageData) {
    [this.width, this.height, this.all] = [picture.width, picture.height, greys(picture)];
    this.wide = Math.ceil(this.width / BLOCK);
    this.limits = this.around(this.wide, Math.ceil(this.height / BLOCK));
  }

  isIn(x: number, y: number): boolean {
    return x >= 0 && y >= 0 && x < this.width && y < this.height;
  }

  /** Of whole numbers within the picture. */
  isDark(x: number, y: number): boolean {
    return this.all[y * this.width + x]! < this.limits[(y >> 3) * this.wide + (x >> 3)]!;
  }

  /** How much lighter than the limit, between points too; below nothing it is dark. */
  light(x: number, y: number): number {
    const left = Math.min(Math.max(x - 0.5, 0), this.width - 2);
    const top = Math.min(Math.max(y - 0.5, 0), this.height - 2);
    const [column, row] = [left | 0, top | 0];
    const at = row * this.width + column;
    const upper = this.all[at]! + (this.all[at + 1]! - this.all[at]!) * (left - column);
    const lower = this.all[at + this.width]! + (this.all[at + this.width + 1]! - this.all[at + this.width]!) * (left - column);
    return upper + (lower - upper) * (top - row) - this.limits[(row >> 3) * this.wide + (column >> 3)]!;
  }

  private around(wide: number, high: number): Uint8ClampedArray {
    // Sums of all blocks above and to the left: the sum of any rectangle is four of them.
    const sums = new Float64Array((wide + 1) * (high + 1));
    for (let row = 0; row < high; row++)
      for (let column = 0, line = 0; column < wide; column++) {
        line += this.block(column * BLOCK, row * BLOCK);
        sums[(row + 1) * (wide + 1) + column + 1] = sums[row * (wide + 1) + column + 1]! + line;
      }

    const limits = new Uint8ClampedArray(wide * high);
    for (let row = 0; row < high; row++)
      for (let column = 0; column < wide; column++) {
        const [left, right] = [Math.max(0, column - AROUND), Math.min(wide, column + AROUND + 1)];
        const [top, under] = [Math.max(0, row - AROUND) * (wide + 1), Math.min(high, row + AROUND + 1) * (wide + 1)];
        const count = ((under - top) / (wide + 1)) * (right - left);
        limits[row * wide + column] = (sums[under + right]! - sums[under + left]! - sums[top + right]! + sums[top + left]!) / count;
      }

    return limits;
  }

  // Every second point of every second line is enough.
  private block(left: number, top: number): number {
    const [right, under] = [Math.min(this.width, left + BLOCK), Math.min(this.height, top + BLOCK)];
    let [sum, count] = [0, 0];
    for (let y = top; y < under; y += 2) for (let x = left; x < right; x += 2, count++) sum += this.all[y * this.width + x]!;
    return sum / count;
  }
}
