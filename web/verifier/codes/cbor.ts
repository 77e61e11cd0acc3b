// CBOR (RFC 8949), strictly: no name twice, no text that is no Unicode, no nesting without end, nothing behind the end.
// Lengths may be left open, as some issuers do.
export class Tagged {
  constructor(
    readonly tag: number,
    readonly value: Cbor,
  ) {}
}

/** A number of one byte without a meaning of its own, 0 to 255; undefined is one of them. */
export class Simple {
  constructor(readonly value: number) {}
}

/** A number with a fraction, as it is written; of whole ones only their kind differs. */
export class Float {
  constructor(readonly value: number) {}
}

export type Cbor = number | bigint | Float | string | boolean | null | Uint8Array<ArrayBuffer> | Cbor[] | CborMap | Tagged | Simple;
export type CborMap = Map<CborKey, Cbor>;
/** Numbers and texts as they are; other keys by their bytes. */
export type CborKey = number | bigint | string | symbol;

class Malformed extends Error {}

const UTF8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
const BREAK = Symbol("break");
const OPEN = -1;

class Reader {
  private at = 0;
  private readonly view: DataView;

  constructor(
    private readonly bytes: Uint8Array,
    private readonly deepest: number,
  ) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  whole(): Cbor {
    const value = this.value(0);
    if (this.at < this.bytes.length) throw new Malformed();
    return value;
  }

  private value(depth: number): Cbor {
    const value = this.item(depth);
    if (value === BREAK) throw new Malformed();
    return value;
  }

  private item(depth: number): Cbor | typeof BREAK {
    if (depth > this.deepest) throw new Malformed();
    const first = this.byte();
    const [major, info] = [first >> 5, first & 31];
    if (major === 7) return this.simple(info);
    const isOpen = info === 31;
    if (isOpen && (major < 2 || major === 6)) throw new Malformed();
    const count = isOpen ? OPEN : this.count(info);
    switch (major) {
      case 0:
        return count;
      case 1:
        return typeof count === "bigint" ? -1n - count : -1 - count;
      case 2:
        return this.chunks(2, count);
      case 3:
        return this.text(count);
      case 4:
        return this.list(count, depth);
      case 5:
        return this.map(count, depth);
      default:
        return new Tagged(Number(count), this.value(depth + 1));
    }
  }

  private simple(info: number): Cbor | typeof BREAK {
    switch (info) {
      case 20:
        return false;
      case 21:
        return true;
      case 22:
        return null;
      case 24: {
        const value = this.byte();
        if (value < 32) throw new Malformed();
        return new Simple(value);
      }
      case 25:
        return new Float(half(this.skip(2)));
      case 26:
        return new Float(this.view.getFloat32(this.jump(4)));
      case 27:
        return new Float(this.view.getFloat64(this.jump(8)));
      case 31:
        return BREAK;
      default:
        if (info > 24) throw new Malformed();
        return new Simple(info);
    }
  }

  private count(info: number): number | bigint {
    if (info < 24) return info;
    if (info === 24) return this.byte();
    if (info === 25) return this.view.getUint16(this.jump(2));
    if (info === 26) return this.view.getUint32(this.jump(4));
    if (info !== 27) throw new Malformed();
    const whole = this.view.getBigUint64(this.jump(8));
    return whole <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(whole) : whole;
  }

  private chunks(major: number, count: number | bigint): Uint8Array<ArrayBuffer> {
    if (count !== OPEN) return this.take(count);
    const parts: Uint8Array[] = [];
    let length = 0;
    for (let first = this.byte(); first !== 0xff; first = this.byte()) {
      if (first >> 5 !== major || (first & 31) === 31) throw new Malformed();
      const part = this.take(this.count(first & 31));
      // Of a text each part is Unicode by itself.
      if (major === 3) decode(part);
      parts.push(part);
      length += part.length;
    }

    const all = new Uint8Array(length);
    let to = 0;
    for (const part of parts) {
      all.set(part, to);
      to += part.length;
    }

    return all;
  }

  private text(count: number | bigint): string {
    return decode(this.chunks(3, count));
  }

  private list(count: number | bigint, depth: number): Cbor[] {
    const items: Cbor[] = [];
    // Each takes a byte at least: no length is believed before.
    if (count > this.bytes.length - this.at) throw new Malformed();
    for (let i = 0; count === OPEN || i < count; i++) {
      const item = this.item(depth + 1);
      if (item !== BREAK) items.push(item);
      else if (count === OPEN) break;
      else throw new Malformed();
    }

    return items;
  }

  private map(count: number | bigint, depth: number): CborMap {
    const map: CborMap = new Map();
    if (count > (this.bytes.length - this.at) / 2) throw new Malformed();
    for (let i = 0; count === OPEN || i < count; i++) {
      const from = this.at;
      const key = this.item(depth + 1);
      if (key === BREAK) {
        if (count !== OPEN) throw new Malformed();
        break;
      }

      const named = typeof key === "string" || typeof key === "number" || typeof key === "bigint" ? key : Symbol.for(`cbor ${this.bytes.subarray(from, this.at).join()}`);
      if (map.has(named)) throw new Malformed();
      map.set(named, this.value(depth + 1));
    }

    return map;
  }

  private byte(): number {
    const byte = this.bytes[this.at++];
    if (byte === undefined) throw new Malformed();
    return byte;
  }

  private jump(length: number): number {
    const from = this.at;
    if (from + length > this.bytes.length) throw new Malformed();
    this.at += length;
    return from;
  }

  private skip(length: number): Uint8Array {
    const from = this.jump(length);
    return this.bytes.subarray(from, this.at);
  }

  private take(count: number | bigint): Uint8Array<ArrayBuffer> {
    if (count > this.bytes.length - this.at) throw new Malformed();
    return new Uint8Array(this.skip(Number(count)));
  }
}

function decode(bytes: Uint8Array): string {
  try {
    return UTF8.decode(bytes);
  } catch {
    throw new Malformed();
  }
}

function half([high, low]: Uint8Array): number {
  const [exponent, fraction] = [(high! >> 2) & 31, ((high! & 3) << 8) | low!];
  const size = exponent === 0 ? fraction * 2 ** -24 : exponent === 31 ? (fraction ? NaN : Infinity) : (1 + fraction / 1024) * 2 ** (exponent - 15);
  return high! & 0x80 ? -size : size;
}

/** One value and nothing behind it; none where it is not CBOR as it may be. */
export function readCbor(bytes: Uint8Array, deepest: number): Cbor | undefined {
  try {
    return new Reader(bytes, deepest).whole();
  } catch (problem) {
    if (problem instanceof Malformed) return undefined;
    throw problem;
  }
}
