// What both bundles of browser files share: which browsers they are for, and how they are carried.
import { readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

/** How scripts and styles are bundled. */
export const bundled = {
  bundle: true,
  minify: true,
  format: "iife",
  target: ["es2022", "chrome111", "firefox121", "safari16.4"],
  charset: "utf8",
  legalComments: "eof",
  logLevel: "warning",
};

/** Puts each file of a folder in its compressed forms in its place; fonts and pictures are compressed already. */
export function compress(folder) {
  for (const file of readdirSync(folder)) {
    if (/\.(woff2|png)$/.test(file)) continue;
    const bytes = readFileSync(join(folder, file));
    writeFileSync(join(folder, `${file}.gz`), gzipSync(bytes, { level: 9 }));
    writeFileSync(join(folder, `${file}.br`), brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }));
    rmSync(join(folder, file));
  }
}
