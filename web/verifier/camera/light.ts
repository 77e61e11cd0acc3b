// What helps where a frame cannot be read as it is. Each makes a grey picture of its own.
const grey = (data: Uint8ClampedArray, at: number): number => (data[at]! * 77 + data[at + 1]! * 150 + data[at + 2]! * 29) >> 8;

export function greys({ data, width, height }: ImageData): Uint8ClampedArray {
  const all = new Uint8ClampedArray(width * height);
  // Four bytes at once; twice as fast.
  const words = new Uint32Array(data.buffer, data.byteOffset, all.length);
  for (let i = 0; i < all.length; i++) {
    const word = words[i]!;
    all[i] = ((word & 255) * 77 + ((word >> 8) & 255) * 150 + ((word >> 16) & 255) * 29) >> 8;
  }

  return all;
}

export function pictureOf(all: Uint8ClampedArray, width: number, height: number): ImageData {
  const picture = new ImageData(width, height);
  const words = new Uint32Array(picture.data.buffer);
  for (let i = 0; i < all.length; i++) words[i] = 0xff000000 | (all[i]! * 0x010101);
  return picture;
}

/** The mean of two by two: noise of a dark frame goes, and what is left is spread over the whole range. */
export function brightened({ data, width, height }: ImageData): ImageData {
  const [wide, high] = [width >> 1, height >> 1];
  const all = new Uint8ClampedArray(wide * high);
  const counts = new Uint32Array(256);
  for (let y = 0; y < high; y++)
    for (let x = 0; x < wide; x++) {
      const at = (y * 2 * width + x * 2) * 4;
      const mean = (grey(data, at) + grey(data, at + 4) + grey(data, at + width * 4) + grey(data, at + width * 4 + 4)) >> 2;
      all[y * wide + x] = mean;
      counts[mean]!++;
    }

  const [low, top] = [place(counts, all.length * 0.02), place(counts, all.length * 0.98)];
  const scale = 255 / Math.max(1, top - low);
  for (let i = 0; i < all.length; i++) all[i] = (all[i]! - low) * scale;
  return pictureOf(all, wide, high);
}

function place(counts: Uint32Array, share: number): number {
  let seen = 0;
  for (let value = 0; value < 256; value++) if ((seen += counts[value]!) >= share) return value;
  return 255;
}

/** Edges that a hand or a lens blurred, made steeper: what differs from the neighbours three away is added twice. */
export function sharpened(picture: ImageData): ImageData {
  const [all, { width, height }] = [greys(picture), picture];
  const far = 3;
  const out = all.slice();
  for (let y = far; y < height - far; y++)
    for (let x = far; x < width - far; x++) {
      const at = y * width + x;
      const mean = (all[at - far]! + all[at + far]! + all[at - far * width]! + all[at + far * width]!) >> 2;
      out[at] = all[at]! * 3 - mean * 2;
    }

  return pictureOf(out, width, height);
}

/** The middle, twice as large: a code that is far away has too few points for each of its squares. */
export function closer({ data, width, height }: ImageData): ImageData {
  const [left, top] = [width >> 2, height >> 2];
  const [wide, high] = [(width >> 1) - 1, (height >> 1) - 1];
  const out = new Uint8ClampedArray(wide * 2 * high * 2);
  for (let y = 0; y < high; y++)
    for (let x = 0; x < wide; x++) {
      const at = ((y + top) * width + x + left) * 4;
      const [here, right, below, across] = [grey(data, at), grey(data, at + 4), grey(data, at + width * 4), grey(data, at + width * 4 + 4)];
      const to = y * 2 * wide * 2 + x * 2;
      out[to] = here;
      out[to + 1] = (here + right) >> 1;
      out[to + wide * 2] = (here + below) >> 1;
      out[to + wide * 2 + 1] = (here + right + below + across) >> 2;
    }

  return pictureOf(out, wide * 2, high * 2);
}
