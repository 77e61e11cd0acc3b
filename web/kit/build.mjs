// Makes what the houses serve under /assets into the folder named: scripts, style, fonts, icons, each text also
// compressed, and the stamp that is part of their address.
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import * as esbuild from "esbuild";
import * as sass from "sass";
import { bundled, compress } from "../assets.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const packages = join(here, "..", "node_modules");
const out = process.argv[2];
if (!out) throw new Error("Name the folder to write to.");

rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });

const scss = {
  name: "scss",
  setup(build) {
    build.onLoad({ filter: /\.scss$/ }, ({ path }) => ({
      contents: sass.compile(path, { loadPaths: [packages], quietDeps: true, silenceDeprecations: ["import"] }).css,
      loader: "css",
    }));
  },
};

// Pages for everybody have a style of their own, and no program. Pages load charts, desk, personal-code, photos, scan, steps and viewer only where they
// have such a part; scan-reader runs beside the page once a camera is opened.
const parts = [
  ["kit.ts", "kit"],
  ["kit.css", "kit"],
  ["public.css", "public"],
  ["charts.ts", "charts"],
  ["desk/desk.ts", "desk"],
  ["photos/photos.ts", "photos"],
  ["photos/viewer.ts", "viewer"],
  ["personal-code.ts", "personal-code"],
  ["steps.ts", "steps"],
  ["scan/scan.ts", "scan"],
  ["scan/reader.ts", "scan-reader"],
];
await esbuild.build({
  entryPoints: parts.map(([file, name]) => ({ in: join(here, file), out: name })),
  ...bundled,
  outdir: out,
  loader: { ".woff2": "file" },
  assetNames: "[name]",
  plugins: [scss],
});

const symbol = (name) => {
  const drawn = readFileSync(join(packages, "@tabler/icons/icons/outline", `${name}.svg`), "utf8");
  const shapes = drawn.replace(/^[\s\S]*?<svg[^>]*>|<\/svg>\s*$/g, "").replace(/<path stroke="none"[^>]*>/, "");
  return `<symbol id="${name}" viewBox="0 0 24 24">${shapes.replace(/\s*\n\s*/g, "")}</symbol>`;
};
const names = readFileSync(join(here, "icons.txt"), "utf8").trim().split("\n");
writeFileSync(join(out, "icons.svg"), `<svg xmlns="http://www.w3.org/2000/svg">${names.map(symbol).join("")}</svg>`);

writeFileSync(join(out, "mark.svg"), readFileSync(join(here, "mark.svg")));
writeFileSync(join(out, "zxing_reader.wasm"), readFileSync(join(packages, "zxing-wasm/dist/reader/zxing_reader.wasm")));

const stamp = createHash("sha256");
for (const file of readdirSync(out).sort()) stamp.update(file).update(readFileSync(join(out, file)));
compress(out);
writeFileSync(join(out, "stamp.txt"), stamp.digest("hex").slice(0, 16));
