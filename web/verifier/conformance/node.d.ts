// What the suites use of Node; its whole types would be another package.
declare module "node:fs" {
  export function readFileSync(path: string): Uint8Array<ArrayBuffer>;
  export function readFileSync(path: string, encoding: "utf8"): string;
  export function readdirSync(path: string, options: { recursive: true }): string[];
  export function existsSync(path: string): boolean;
}
declare module "node:crypto" {
  export class X509Certificate {
    constructor(file: Uint8Array | string);
    readonly publicKey: { export(options: { format: "jwk" }): unknown; export(options: { format: "der"; type: "spki" }): Uint8Array; readonly asymmetricKeyType: string };
    /** Extended key usage, by number. */
    readonly keyUsage?: string[];
  }
}
declare const process: { argv: string[]; exitCode: number; env: Record<string, string | undefined> };
