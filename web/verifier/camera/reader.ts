// Finds a QR code in a frame of the camera, beside the page in a worker of its own: first as it is, then, where that fails, as
// poor light, blur and distance ask for it, another way at each frame. The WebAssembly it runs is allowed to this file alone.
import { prepareZXingModule, readBarcodes, type ReaderOptions } from "zxing-wasm/reader";
import { brightened, closer, sharpened } from "./light";

export type Question = { frame: ImageBitmap; nth: number };
export type Answer = { kind: "ready" } | { kind: "text"; text: string } | { kind: "nothing" } | { kind: "failed" };

const options: ReaderOptions = { formats: ["QRCode"], maxNumberOfSymbols: 1, tryRotate: false, tryInvert: false };
const harder: ReaderOptions = { ...options, tryInvert: true, tryDenoise: true };
const tries = [
  (picture: ImageData) => readBarcodes(sharpened(picture), options),
  (picture: ImageData) => readBarcodes(brightened(picture), harder),
  (picture: ImageData) => readBarcodes(closer(picture), options),
  (picture: ImageData) => readBarcodes(picture, { ...harder, binarizer: "GlobalHistogram" }),
];

const canvas = new OffscreenCanvas(1, 1);
const context = canvas.getContext("2d", { willReadFrequently: true })!;
const answer = (given: Answer) => self.postMessage(given);

function pictureOf(frame: ImageBitmap): ImageData {
  if (canvas.width !== frame.width || canvas.height !== frame.height) [canvas.width, canvas.height] = [frame.width, frame.height];
  context.drawImage(frame, 0, 0);
  frame.close();
  return context.getImageData(0, 0, canvas.width, canvas.height);
}

async function read({ frame, nth }: Question): Promise<Answer> {
  const picture = pictureOf(frame);
  for (const attempt of [(one: ImageData) => readBarcodes(one, options), tries[nth % tries.length]!]) {
    const [code] = await attempt(picture);
    if (code?.isValid && code.text) return { kind: "text", text: code.text };
  }

  return { kind: "nothing" };
}

// Left alone, the package asks a host of its own for the file beside this one.
prepareZXingModule({ overrides: { locateFile: (name: string) => new URL(name, self.location.href).href }, fireImmediately: true }).then(
  () => answer({ kind: "ready" }),
  () => answer({ kind: "failed" }),
);

self.addEventListener("message", ({ data }: MessageEvent<Question>) => {
  read(data).then(answer, () => answer({ kind: "failed" }));
});
