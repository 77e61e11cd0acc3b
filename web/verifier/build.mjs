// Makes what the health house serves under /verifier/ into the folder named, each text also compressed; with a stamp that changes
// with any of it, and the list of files that the service worker keeps.
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import * as esbuild from "esbuild";
import { bundled, compress } from "../assets.mjs";
import { icon } from "./icon.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const packages = join(here, "..", "node_modules");
const out = process.argv[2];
if (!out) throw new Error("Name the folder to write to.");

rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });

const settings = { ...bundled, outdir: out };
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

compress(out);
// What MSBuild looks at.
writeFileSync(join(out, "made.txt"), "");
