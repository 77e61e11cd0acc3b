// What issuers took back, as src/XacThuc.Certificates/Codes/Revocation/RevocationList.cs writes it: hashes in 65,536 slices by
// their first 16 bits, of each its next 22 bits.
import { entries, textAt } from "../codes/json";
import { ES256, type Message } from "../codes/hcert";
import { sha256, utf8 } from "./bytes";

const MAGIC = "XTREVOK1";
const SLICES = 1 << 16;
const BITS = 22;
const HEADER = 20;

export class RevocationList {
  private constructor(
    private readonly file: Uint8Array,
    private readonly starts: Uint32Array,
    readonly madeAt: number,
  ) {}

  get count(): number {
    return this.starts[SLICES]!;
  }

  /** Reads one; none where it is damaged or something else. */
  static read(file: Uint8Array<ArrayBuffer>): RevocationList | undefined {
    if (file.length < HEADER + SLICES || String.fromCharCode(...file.subarray(0, 8)) !== MAGIC) return undefined;
    const view = new DataView(file.buffer, file.byteOffset);
    const [seconds, count] = [view.getBigInt64(8, true), view.getInt32(16, true)];
    const starts = new Uint32Array(SLICES + 1);
    for (let slice = 0; slice < SLICES; slice++) starts[slice + 1] = starts[slice]! + file[HEADER + slice]!;
    if (starts[SLICES] !== count || file.length !== HEADER + SLICES + Math.ceil((count * BITS) / 8) || seconds < 0n || seconds > 253_402_300_799n) return undefined;
    return new RevocationList(file, starts, Number(seconds) * 1000);
  }

  /** Whether a hash, of eight bytes at least, is on it. */
  contains(hash: Uint8Array): boolean {
    const slice = (hash[0]! << 8) | hash[1]!;
    const rest = (hash[2]! << 14) | (hash[3]! << 6) | (hash[4]! >> 2);
    for (let nth = this.starts[slice]!; nth < this.starts[slice + 1]!; nth++) if (this.entry(nth) === rest) return true;
    return false;
  }

  // Twenty-two bits stand in four bytes at most, the lowest first.
  private entry(nth: number): number {
    const bit = nth * BITS;
    const from = HEADER + SLICES + Math.floor(bit / 8);
    let value = 0;
    for (let i = 0; i < 4; i++) value += (this.file[from + i] ?? 0) * 2 ** (8 * i);
    return Math.floor(value / 2 ** (bit % 8)) % (1 << BITS);
  }
}

/** All hashes under which a certificate may be taken back (EU DCC revocation): of its signature, its id, country and id. */
export function hashesOf({ algorithm, signature, claims }: Message): Promise<Uint8Array[]> {
  const named = ["v", "t", "r"].flatMap((group) => entries(claims.certificate, group)).flatMap((entry) => textAt(entry, "ci") ?? []);
  // Of ECDSA the first half: the other can be turned round and stay good.
  const signed = algorithm === ES256 ? signature.slice(0, signature.length / 2) : signature;
  return Promise.all([signed, ...named.flatMap((id) => [utf8(id), utf8(claims.issuer + id)])].map(sha256));
}
