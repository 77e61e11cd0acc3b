// Finds a QR code in a picture, beside the page in a worker of its own. The WebAssembly it runs is allowed to this file
// alone, by the content policy the file itself comes with.
import { prepareZXingModule, readBarcodes, type ReaderOptions } from "zxing-wasm/reader";

/** What comes back for each picture. */
export type Answer = { kind: "text"; text: string } | { kind: "nothing" } | { kind: "failed" };

const options: ReaderOptions = { formats: ["QRCode"], maxNumberOfSymbols: 1 };
const answer = (given: Answer) => self.postMessage(given);

// Left alone, the package asks a host of its own for the file beside this one.
prepareZXingModule({ overrides: { locateFile: (name: string) => new URL(name, self.location.href).href } });

self.addEventListener("message", ({ data }: MessageEvent<ImageData>) => {
  readBarcodes(data, options).then(
    ([code]) => answer(code?.isValid && code.text ? { kind: "text", text: code.text } : { kind: "nothing" }),
    () => answer({ kind: "failed" }),
  );
});
