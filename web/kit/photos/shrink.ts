// A photo made smaller before it is sent. What the phone wrote into it, the place above all, does not leave the phone.

/** The longer side of what is sent: on a sheet of A4, 170 dots an inch. */
const LONGEST = 2000;
const QUALITY = 0.85;

/** Its picture, upright; none where this browser cannot show it. */
export const open = (file: Blob): Promise<ImageBitmap | undefined> => createImageBitmap(file, { imageOrientation: "from-image" }).catch(() => undefined);

export function canvasOf(width: number, height: number, isRead: boolean): [HTMLCanvasElement, CanvasRenderingContext2D] {
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [width, height];
  return [canvas, canvas.getContext("2d", { willReadFrequently: isRead })!];
}

/** Whether this browser gives back what was drawn: some, to tell nobody what machine they run on, give noise instead. */
export function isHonest(): boolean {
  const [, context] = canvasOf(8, 8, true);
  context.fillStyle = "#1e5a96";
  context.fillRect(0, 0, 8, 8);
  const { data } = context.getImageData(0, 0, 8, 8);
  return data.every((value, at) => value === [0x1e, 0x5a, 0x96, 0xff][at % 4]);
}

/** As a JPEG, turned clockwise by quarters. */
export function shrink(bitmap: ImageBitmap, quarters: number): Promise<Blob> {
  const scale = Math.min(1, LONGEST / Math.max(bitmap.width, bitmap.height));
  const [width, height] = [Math.max(1, Math.round(bitmap.width * scale)), Math.max(1, Math.round(bitmap.height * scale))];
  const isTurned = quarters % 2 === 1;
  const [canvas, context] = canvasOf(isTurned ? height : width, isTurned ? width : height, false);
  context.imageSmoothingQuality = "high";
  // What is transparent lies on paper, not on black.
  context.fillStyle = "#fff";
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.translate(canvas.width / 2, canvas.height / 2);
  context.rotate((quarters * Math.PI) / 2);
  context.drawImage(bitmap, -width / 2, -height / 2, width, height);
  return new Promise((done, fail) => canvas.toBlob((blob) => (blob ? done(blob) : fail(new Error("no room"))), "image/jpeg", QUALITY));
}
