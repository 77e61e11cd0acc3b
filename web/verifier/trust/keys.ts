// Public keys as lists write them (RFC 7517), and what they signed.
import { type Json, textAt } from "../codes/json";
import { sha256, toBase64Url, utf8 } from "./bytes";

const PSS = { name: "RSA-PSS", saltLength: 32 };
const EC = { name: "ECDSA", namedCurve: "P-256" };
const SIGNS_EC = { name: "ECDSA", hash: "SHA-256" };

export type Algorithm = "ES256" | "PS256";

/** A key that is made ready when it is first asked. */
export class PublicKey {
  private ready?: Promise<CryptoKey | undefined>;

  private constructor(
    readonly algorithm: Algorithm,
    readonly jwk: JsonWebKey,
  ) {}

  /** None where it is of a kind that signs nothing here. */
  static of(json: Json | undefined): PublicKey | undefined {
    const [kty, crv, x, y, n, e] = ["kty", "crv", "x", "y", "n", "e"].map((name) => textAt(json, name));
    if (kty === "EC" && crv === "P-256" && x && y) return new PublicKey("ES256", { kty, crv, x, y });
    return kty === "RSA" && n && e ? new PublicKey("PS256", { kty, n, e }) : undefined;
  }

  /** Whether it signed these bytes; never where it is another kind of key or is none. */
  async signed(bytes: Uint8Array<ArrayBuffer>, signature: Uint8Array<ArrayBuffer>): Promise<boolean> {
    const key = await (this.ready ??= this.import());
    return key !== undefined && crypto.subtle.verify(this.algorithm === "ES256" ? SIGNS_EC : PSS, key, signature, bytes).catch(() => false);
  }

  /** RFC 7638. */
  async thumbprint(): Promise<string> {
    const { kty, crv, x, y, n, e } = this.jwk;
    return toBase64Url(await sha256(utf8(JSON.stringify(this.algorithm === "ES256" ? { crv, kty, x, y } : { e, kty, n }))));
  }

  private import(): Promise<CryptoKey | undefined> {
    return crypto.subtle.importKey("jwk", this.jwk, this.algorithm === "ES256" ? EC : { name: "RSA-PSS", hash: "SHA-256" }, false, ["verify"]).catch(() => undefined);
  }
}

/** A key that may sign certificates, with its time and what it may sign. */
export type Signer = { key: PublicKey; use?: readonly string[]; from?: number; to?: number };
