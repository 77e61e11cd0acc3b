// Makes what the health house serves under /verifier/ into the folder named, each text also compressed; with a stamp that changes
// with any of it, and the list of files that the service worker keeps.
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import * as esbuild from "esbuild";
import { icon } from "./icon.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const packages = join(here, "..", "node_modules");
const out = process.argv[2];
if (!out) throw new Error("Name the folder to write to.");

rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });

const settings = {
  outdir: out,
  bundle: true,
  minify: true,
  format: "iife",
  target: ["es2022", "chrome111", "firefox121", "safari16.4"],
  charset: "utf8",
  legalComments: "eof",
  logLevel: "warning",
};
await esbuild.build({
  ...settings,
  entryPoints: { app: join(here, "app.ts"), reader: join(here, "camera/reader.ts"), verifier: join(here, "verifier.css") },
  loader: { ".woff2": "file" },
  assetNames: "[name]",
});

for (const name of ["index.html", "manifest.webmanifest"]) writeFileSync(join(out, name), readFileSync(join(here, name)));
writeFileSync(join(out, "mark.svg"), readFileSync(join(here, "../kit/mark.svg")));
writeFileSync(join(out, "zxing_reader.wasm"), readFileSync(join(packages, "zxing-wasm/dist/reader/zxing_reader.wasm")));
for (const size of [192, 512]) writeFileSync(join(out, `icon-${size}.png`), icon(size));

const files = readdirSync(out).sort();
const stamp = createHash("sha256").update(readFileSync(join(here, "worker/worker.ts")));
for (const file of files) stamp.update(file).update(readFileSync(join(out, file)));
await esbuild.build({
  ...settings,
  entryPoints: { worker: join(here, "worker/worker.ts") },
  define: { STAMP: JSON.stringify(stamp.digest("hex").slice(0, 16)), FILES: JSON.stringify(files.filter((file) => file !== "index.html")) },
});

for (const file of readdirSync(out)) {
  if (/\.(woff2|png)$/.test(file)) continue;
  const bytes = readFileSync(join(out, file));
  writeFileSync(join(out, `${file}.gz`), gzipSync(bytes, { level: 9 }));
  writeFileSync(join(out, `${file}.br`), brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }));
  rmSync(join(out, file));
}
// What MSBuild looks at.
writeFileSync(join(out, "made.txt"), "");
