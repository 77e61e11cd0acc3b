// Finds a QR code in a frame of the camera, beside the page in a worker of its own: first as it is, then, where that fails, as
// a look from the side, poor light, blur and distance ask for it, another way at each frame. The WebAssembly it runs is allowed to this file alone.
import { prepareZXingModule, readBarcodes, type ReaderOptions } from "zxing-wasm/reader";
import { flattened } from "./flat/flattened";
import { brightened, closer, sharpened } from "./light";

export type Question = { frame: ImageBitmap; nth: number };
export type Answer = { kind: "ready" } | { kind: "text"; text: string } | { kind: "nothing" } | { kind: "failed" };

const options: ReaderOptions = { formats: ["QRCode"], maxNumberOfSymbols: 1, tryRotate: false, tryInvert: false };
const harder: ReaderOptions = { ...options, tryInvert: true, tryDenoise: true };
const drawn: ReaderOptions = { ...options, isPure: true };

type Try = (picture: ImageData) => Promise<string | undefined>;
const tries: Try[] = [
  fromTheSide,
  (picture) => textIn(sharpened(picture), options),
  (picture) => textIn(brightened(picture), harder),
  (picture) => textIn(closer(picture), options),
  (picture) => textIn(picture, { ...harder, binarizer: "GlobalHistogram" }),
];
/** What helped last comes at every second frame: the light of a place and the hand that holds the codes stay the same. */
let usual = 0;

const canvas = new OffscreenCanvas(1, 1);
const context = canvas.getContext("2d", { willReadFrequently: true })!;
const answer = (given: Answer) => self.postMessage(given);

function pictureOf(frame: ImageBitmap): ImageData {
  if (canvas.width !== frame.width || canvas.height !== frame.height) [canvas.width, canvas.height] = [frame.width, frame.height];
  context.drawImage(frame, 0, 0);
  frame.close();
  return context.getImageData(0, 0, canvas.width, canvas.height);
}

async function textIn(picture: ImageData, how: ReaderOptions): Promise<string | undefined> {
  const [code] = await readBarcodes(picture, how);
  return code?.isValid && code.text ? code.text : undefined;
}

async function fromTheSide(picture: ImageData): Promise<string | undefined> {
  for (const flat of flattened(picture)) {
    const text = await textIn(flat, drawn);
    if (text) return text;
  }

  return undefined;
}

async function read({ frame, nth }: Question): Promise<Answer> {
  const picture = pictureOf(frame);
  const plain = await textIn(picture, options);
  if (plain) return { kind: "text", text: plain };
  const others = tries.length - 1;
  const next = nth % 2 === 0 ? usual : (usual + 1 + ((nth >> 1) % others)) % tries.length;
  const text = await tries[next]!(picture);
  if (!text) return { kind: "nothing" };
  usual = next;
  return { kind: "text", text };
}

// Left alone, the package asks a host of its own for the file beside this one.
prepareZXingModule({ overrides: { locateFile: (name: string) => new URL(name, self.location.href).href }, fireImmediately: true }).then(
  () => answer({ kind: "ready" }),
  () => answer({ kind: "failed" }),
);

self.addEventListener("message", ({ data }: MessageEvent<Question>) => {
  read(data).then(answer, () => answer({ kind: "failed" }));
});
