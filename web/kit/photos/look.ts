// How a photo looks, on a reduced grey copy: blurred by the variance of its Laplacian, dark by its mean luminance. The
// house measures the same when it takes the photo (PhotoLook.cs).

import { canvasOf } from "./shrink";

/** A sharp letter at this size is a few pixels high; a smaller copy would make blurred ones sharp again. */
const SIDE = 1000;
/** A sheet is mostly blank: what counts is where it has something, the sharper tiles. */
const TILES = 8;
const SHARP_TILE = Math.floor((TILES * TILES) / 10);
const BLURRED = 90;
const DARK = 60;

export type Look = { isBlurred: boolean; isDark: boolean };

export function look(bitmap: ImageBitmap): Look {
  const scale = Math.min(1, SIDE / Math.max(bitmap.width, bitmap.height));
  const [width, height] = [Math.max(TILES, Math.floor(bitmap.width * scale)), Math.max(TILES, Math.floor(bitmap.height * scale))];
  const [, context] = canvasOf(width, height, true);
  context.drawImage(bitmap, 0, 0, width, height);
  const { data } = context.getImageData(0, 0, width, height);
  const grey = new Uint8Array(width * height);
  let light = 0;
  for (let at = 0; at < grey.length; at++) {
    grey[at] = 0.2126 * data[4 * at]! + 0.7152 * data[4 * at + 1]! + 0.0722 * data[4 * at + 2]!;
    light += grey[at]!;
  }

  return { isBlurred: sharpness(grey, width, height) < BLURRED, isDark: light / grey.length < DARK };
}

function sharpness(grey: Uint8Array, width: number, height: number): number {
  const edgeOf = (side: number, nth: number) => Math.floor((nth * (side - 2)) / TILES) + 1;
  const variances: number[] = [];
  for (let tile = 0; tile < TILES * TILES; tile++) {
    const [left, right] = [edgeOf(width, tile % TILES), edgeOf(width, (tile % TILES) + 1)];
    const row = Math.floor(tile / TILES);
    const [top, bottom] = [edgeOf(height, row), edgeOf(height, row + 1)];
    let [sum, squares] = [0, 0];
    for (let y = top; y < bottom; y++) {
      for (let x = left; x < right; x++) {
        const at = y * width + x;
        const edge = grey[at - width]! + grey[at + width]! + grey[at - 1]! + grey[at + 1]! - 4 * grey[at]!;
        sum += edge;
        squares += edge * edge;
      }
    }

    const count = Math.max(1, (right - left) * (bottom - top));
    variances.push(squares / count - (sum / count) ** 2);
  }

  return variances.sort((one, other) => one - other)[variances.length - SHARP_TILE]!;
}
