// What the verifier answers to texts, by lists as the house sends them: node answers.js FILE, a JSON of keys, bundle, revocations,
// moment and texts. Prints a line of JSON for each: verdict and reasons.
import { readFileSync } from "node:fs";
import { check } from "../codes/check";
import { at, type Json, textAt } from "../codes/json";
import { momentOf } from "../codes/moments";
import { readBundle } from "../trust/bundle";
import { fromBase64 } from "../trust/bytes";
import { listsOf, type Lists } from "../trust/lists";
import { RevocationList } from "../trust/revocations";

const asked = JSON.parse(readFileSync(process.argv[2]!, "utf8")) as Json;

async function lists(): Promise<Lists> {
  const bundle = await readBundle(textAt(asked, "bundle")!, at(asked, "keys") as Json[]);
  if (typeof bundle === "string") throw new Error(bundle);
  const file = fromBase64(textAt(asked, "revocations") ?? "");
  return listsOf(bundle.content, file && RevocationList.read(file))!;
}

const against = await lists();
const now = momentOf(textAt(asked, "at"))!;
for (const text of at(asked, "texts") as string[]) {
  const from = performance.now();
  const { kind, verdict, reasons } = await check(text, against, now);
  console.log(JSON.stringify({ kind, verdict, reasons, milliseconds: performance.now() - from }));
}
