// The checks of dgc-testdata, as its README says them and src/XacThuc.Cli/VerifyQr/Vectors judges them.
import { readFileSync } from "node:fs";
import { readBarcodes } from "zxing-wasm/reader";
import { fromBase45 } from "../codes/base45";
import { mayOf } from "../codes/certificate";
import { type Message, open, PREFIX, readCertificate, readClaims, readMessage, readText, unpack } from "../codes/hcert";
import { at, isRecord, type Json, textAt } from "../codes/json";
import { momentOf } from "../codes/moments";
import { schemaFaults } from "../codes/schema";
import { fromBase64, fromHex } from "../trust/bytes";
import { sameJson } from "./same";
import { signerOf } from "./signers";
import { type Suite, suite } from "./suite";

const NAMES: Record<string, string> = { "SCHEMA(ver)": "SCHEMAVALIDATION", EXPIRATION: "EXPIRATIONCHECK" };
const equal = (left: Uint8Array, right: Uint8Array | undefined) => right !== undefined && left.length === right.length && left.every((byte, i) => byte === right[i]);

export async function certificates(folder: string): Promise<Suite> {
  const rows = readFileSync(`${folder}/hcert/MANIFEST.csv`, "utf8").trim().split(/\r?\n/).slice(1).map((line) => line.split(","));
  const found = suite("certificates");
  for (const [file, , check, , use] of rows) {
    if (use !== "use") continue;
    const vector = JSON.parse(readFileSync(`${folder}/hcert/${file}`, "utf8").replace(/^\uFEFF/, "")) as Json;
    const name = `EXPECTED${NAMES[check!] ?? check}`;
    found.judge(`${file} ${check}`, at(at(vector, "EXPECTEDRESULTS"), name), await new Vector(vector).judge(name));
  }

  return found;
}

class Vector {
  private readonly message?: Message;
  private readonly json?: Json;
  private readonly context: Json | undefined;

  constructor(private readonly vector: Json) {
    const cose = this.bytes("COSE");
    const message = cose?.length ? readMessage(cose) : readText(this.text("PREFIX"));
    this.message = typeof message === "string" ? undefined : message;
    const json = at(vector, "JSON");
    this.json = isRecord(json) ? json : undefined;
    this.context = at(vector, "TESTCTX");
  }

  async judge(check: string): Promise<boolean | undefined> {
    const { message } = this;
    switch (check) {
      case "EXPECTEDPICTUREDECODE":
        return this.picture();
      case "EXPECTEDUNPREFIX":
        return this.text("PREFIX").startsWith(PREFIX) && this.text("PREFIX").slice(PREFIX.length) === this.text("BASE45");
      case "EXPECTEDB45DECODE": {
        const packed = fromBase45(this.text("BASE45"));
        return packed !== undefined && (!this.bytes("COMPRESSED")?.length || equal(packed, this.bytes("COMPRESSED")));
      }
      case "EXPECTEDCOMPRESSION": {
        const [packed, cose] = [this.bytes("COMPRESSED"), this.bytes("COSE")];
        const unpacked = packed ? unpack(packed) : "not-compressed";
        return typeof unpacked !== "string" && equal(unpacked, cose);
      }
      case "EXPECTEDDECODE":
        return message !== undefined && this.saysTheSame(message.claims.certificate);
      case "EXPECTEDVALIDJSON": {
        const whole = open(this.text("PREFIX"));
        const read = typeof whole === "string" ? whole : readMessage(whole);
        if (typeof read !== "string") return this.saysTheSame(read.claims.certificate);
        return this.text("PREFIX") === "" && message !== undefined && this.saysTheSame(message.claims.certificate);
      }
      case "EXPECTEDENCODE": {
        const cbor = this.bytes("CBOR");
        const claims = cbor && readClaims(cbor);
        const certificate = cbor && (readCertificate(cbor) ?? (claims && typeof claims !== "string" ? claims.certificate : undefined));
        return certificate !== undefined && this.saysTheSame(certificate);
      }
      case "EXPECTEDVALIDOBJECT":
        return this.json !== undefined && schemaFaults(this.json).length === 0;
      case "EXPECTEDSCHEMAVALIDATION": {
        const said = this.json ?? message?.claims.certificate;
        return said !== undefined && schemaFaults(said).length === 0;
      }
      case "EXPECTEDVERIFY":
        return message !== undefined && ((await this.signer()?.key?.signed(message.signed, message.signature)) ?? false);
      case "EXPECTEDKEYUSAGE": {
        const signer = this.signer();
        return message !== undefined && signer !== undefined && (!signer.use || mayOf(message.claims.certificate, signer.use));
      }
      case "EXPECTEDEXPIRATIONCHECK": {
        const clock = momentOf(textAt(this.context, "VALIDATIONCLOCK"));
        if (!message || clock === undefined) return false;
        return !((message.claims.issuedAt ?? -Infinity) > clock || (message.claims.expiresAt ?? Infinity) < clock);
      }
      default:
        return undefined;
    }
  }

  private async picture(): Promise<boolean> {
    const picture = fromBase64(this.text("2DCODE"));
    if (!picture) return false;
    const codes = await readBarcodes(picture, { formats: ["QRCode", "Aztec"], tryHarder: true });
    return codes.some((code) => code.text === this.text("PREFIX").trim());
  }

  private signer() {
    const written = textAt(this.context, "CERTIFICATE");
    return written === undefined ? undefined : signerOf(written);
  }

  private saysTheSame(read: Json): boolean {
    return this.json === undefined || sameJson(this.json, read);
  }

  private text(name: string): string {
    return textAt(this.vector, name) ?? "";
  }

  private bytes(name: string): Uint8Array<ArrayBuffer> | undefined {
    return this.text(name) ? fromHex(this.text(name).trim()) : undefined;
  }
}
