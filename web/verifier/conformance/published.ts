// Runs the published suites through the verifier's own code and prints a line of JSON for each: node published.js FOLDER WASM.
import { readFileSync } from "node:fs";
import { prepareZXingModule } from "zxing-wasm/reader";
import { certificates } from "./certificates";
import { base45, cbor, certLogic, rules, schema } from "./language";

const [folder, wasm] = process.argv.slice(2) as [string, string];
prepareZXingModule({ overrides: { wasmBinary: readFileSync(wasm).buffer } });
for (const suite of [await certificates(folder), rules(folder), certLogic(folder), base45(folder), schema(folder), cbor(folder)])
  console.log(JSON.stringify({ suite: suite.name, judged: suite.judged, agree: suite.judged - suite.differing.length, differing: suite.differing }));
