// RFC 9285.
const SIGNS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";
const VALUES = new Int8Array(128).fill(-1);
for (let i = 0; i < SIGNS.length; i++) VALUES[SIGNS.charCodeAt(i)] = i;

const valueAt = (text: string, at: number): number => VALUES[text.charCodeAt(at)] ?? -1;

/** The bytes; none where a sign is none of the forty-five, one stands alone, or two or three are more than a byte or two. */
export function fromBase45(text: string): Uint8Array<ArrayBuffer> | undefined {
  if (text.length % 3 === 1) return undefined;
  const bytes = new Uint8Array(Math.floor(text.length / 3) * 2 + (text.length % 3) / 2);
  let to = 0;
  for (let at = 0; at < text.length; at += 3) {
    const isWhole = at + 2 < text.length;
    const [ones, tens, hundreds] = [valueAt(text, at), valueAt(text, at + 1), isWhole ? valueAt(text, at + 2) : 0];
    if (ones < 0 || tens < 0 || hundreds < 0) return undefined;
    const value = ones + tens * 45 + hundreds * 2025;
    if (value > (isWhole ? 0xffff : 0xff)) return undefined;
    if (isWhole) bytes[to++] = value >> 8;
    bytes[to++] = value & 0xff;
  }

  return bytes;
}

/** The text of bytes; the conformance suite asks it too. */
export function toBase45(bytes: Uint8Array): string {
  let text = "";
  for (let at = 0; at < bytes.length; at += 2) {
    const isWhole = at + 1 < bytes.length;
    const value = isWhole ? bytes[at]! * 256 + bytes[at + 1]! : bytes[at]!;
    text += SIGNS[value % 45]! + SIGNS[Math.floor(value / 45) % 45]!;
    if (isWhole) text += SIGNS[Math.floor(value / 2025)]!;
  }

  return text;
}
