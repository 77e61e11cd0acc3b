// DEFLATE (RFC 1951) within a limit, and zlib around it (RFC 1950). The browser's own stream refuses what stands behind the
// end, has no limit, and answers later; a certificate has half a kilobyte.
export type Inflated = { bytes: Uint8Array<ArrayBuffer>; read: number; isWhole: boolean } | "damaged" | "too-large";

const LENGTHS = [3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258];
const LENGTH_BITS = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0];
const DISTANCES = [1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097, 6145, 8193, 12289, 16385, 24577];
const ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];
const LONGEST = 15;

/** Symbols by their code, canonical: how many codes each length has, and the symbols in order. */
type Codes = { counts: Uint16Array; symbols: Uint16Array };

class Damaged extends Error {}
/** What was packed ends before it says so. */
class Ended extends Error {}

function codesOf(lengths: ArrayLike<number>, mayBeOne = false): Codes {
  const counts = new Uint16Array(LONGEST + 1);
  for (let i = 0; i < lengths.length; i++) counts[lengths[i]!]!++;
  let left = 1;
  for (let length = 1; length <= LONGEST; length++) {
    left = left * 2 - counts[length]!;
    if (left < 0) throw new Damaged();
  }

  const used = lengths.length - counts[0]!;
  // A set that is not filled is allowed only where it is one code, of one bit, or none.
  if (left > 0 && !(mayBeOne && (used === 0 || (used === 1 && counts[1] === 1)))) throw new Damaged();
  const next = new Uint16Array(LONGEST + 2);
  for (let length = 1; length <= LONGEST; length++) next[length + 1] = next[length]! + counts[length]!;
  const symbols = new Uint16Array(used);
  for (let i = 0; i < lengths.length; i++) if (lengths[i]) symbols[next[lengths[i]!]!++] = i;
  counts[0] = 0;
  return { counts, symbols };
}

const fixed = {
  text: codesOf(Array.from({ length: 288 }, (_, i) => (i < 144 ? 8 : i < 256 ? 9 : i < 280 ? 7 : 8))),
  distance: codesOf(new Array<number>(32).fill(5)),
};

class Bits {
  private hold = 0;
  private count = 0;

  constructor(
    private readonly bytes: Uint8Array,
    public at: number,
  ) {}

  take(count: number): number {
    while (this.count < count) {
      if (this.at >= this.bytes.length) throw new Ended();
      this.hold |= this.bytes[this.at++]! << this.count;
      this.count += 8;
    }

    const taken = this.hold & ((1 << count) - 1);
    this.hold >>>= count;
    this.count -= count;
    return taken;
  }

  toByte(): void {
    this.hold = 0;
    this.count = 0;
  }

  symbol({ counts, symbols }: Codes): number {
    let [code, first, index] = [0, 0, 0];
    for (let length = 1; length <= LONGEST; length++) {
      code |= this.take(1);
      const count = counts[length]!;
      if (code - count < first) return symbols[index + code - first]!;
      index += count;
      first = (first + count) << 1;
      code <<= 1;
    }

    throw new Damaged();
  }
}

function dynamic(bits: Bits): { text: Codes; distance: Codes } {
  const [texts, distances, lengthsOfLengths] = [bits.take(5) + 257, bits.take(5) + 1, bits.take(4) + 4];
  if (texts > 286 || distances > 30) throw new Damaged();
  const own = new Uint8Array(19);
  for (let i = 0; i < lengthsOfLengths; i++) own[ORDER[i]!] = bits.take(3);
  const codes = codesOf(own);
  const lengths = new Uint8Array(texts + distances);
  for (let i = 0; i < lengths.length; ) {
    const symbol = bits.symbol(codes);
    if (symbol < 16) {
      lengths[i++] = symbol;
      continue;
    }

    if (symbol === 16 && i === 0) throw new Damaged();
    const value = symbol === 16 ? lengths[i - 1]! : 0;
    const times = symbol === 16 ? 3 + bits.take(2) : symbol === 17 ? 3 + bits.take(3) : 11 + bits.take(7);
    if (i + times > lengths.length) throw new Damaged();
    lengths.fill(value, i, i + times);
    i += times;
  }

  // Without an end no block ends.
  if (!lengths[256]) throw new Damaged();
  return { text: codesOf(lengths.subarray(0, texts), true), distance: codesOf(lengths.subarray(texts), true) };
}

/** Unpacks from a place on, to so many bytes at most. What is cut off is as far as it goes: whoever reads it finds that it has no end. */
export function inflate(packed: Uint8Array, from: number, most: number): Inflated {
  const out = new Uint8Array(most);
  const bits = new Bits(packed, from);
  let to = 0;
  try {
    for (let isLast = false; !isLast; ) {
      isLast = bits.take(1) === 1;
      const kind = bits.take(2);
      if (kind === 3) return "damaged";
      if (kind === 0) {
        bits.toByte();
        const at = bits.at;
        if (at + 4 > packed.length) throw new Ended();
        const length = packed[at]! | (packed[at + 1]! << 8);
        if ((length ^ (packed[at + 2]! | (packed[at + 3]! << 8))) !== 0xffff) return "damaged";
        const stored = packed.subarray(at + 4, at + 4 + length);
        if (to + stored.length > most) return "too-large";
        out.set(stored, to);
        to += stored.length;
        bits.at = at + 4 + stored.length;
        if (stored.length < length) throw new Ended();
        continue;
      }

      const { text, distance } = kind === 1 ? fixed : dynamic(bits);
      for (;;) {
        const symbol = bits.symbol(text);
        if (symbol === 256) break;
        if (symbol < 256) {
          if (to === most) return "too-large";
          out[to++] = symbol;
          continue;
        }

        const [base, extra] = [LENGTHS[symbol - 257], LENGTH_BITS[symbol - 257]];
        if (base === undefined) return "damaged";
        const length = base + bits.take(extra!);
        const far = bits.symbol(distance);
        const start = DISTANCES[far];
        if (start === undefined) return "damaged";
        const back = start + bits.take(far < 2 ? 0 : (far >> 1) - 1);
        if (back > to) return "damaged";
        if (to + length > most) return "too-large";
        for (let i = 0; i < length; i++, to++) out[to] = out[to - back]!;
      }
    }
  } catch (problem) {
    if (problem instanceof Ended) return { bytes: out.slice(0, to), read: packed.length, isWhole: false };
    if (problem instanceof Damaged) return "damaged";
    throw problem;
  }

  return { bytes: out.slice(0, to), read: bits.at, isWhole: true };
}

function adler32(bytes: Uint8Array): number {
  let [a, b] = [1, 0];
  for (const byte of bytes) {
    a = (a + byte) % 65521;
    b = (b + a) % 65521;
  }

  return ((b << 16) | a) >>> 0;
}

/** Unpacks what zlib packed. What stands behind its end is not looked at. */
export function unzlib(packed: Uint8Array, most: number): Uint8Array<ArrayBuffer> | "damaged" | "too-large" {
  const [method, flags] = [packed[0] ?? 0, packed[1] ?? 0];
  // 0x20: it asks for a dictionary that nobody has.
  if ((method & 15) !== 8 || method >> 4 > 7 || (method * 256 + flags) % 31 !== 0 || (flags & 0x20) !== 0) return "damaged";
  const inflated = inflate(packed, 2, most);
  if (typeof inflated === "string") return inflated;
  const { bytes, read, isWhole } = inflated;
  if (!isWhole || read + 4 > packed.length) return bytes;
  const sum = ((packed[read]! << 24) | (packed[read + 1]! << 16) | (packed[read + 2]! << 8) | packed[read + 3]!) >>> 0;
  return sum === adler32(bytes) ? bytes : "damaged";
}
