// The camera beside a scan field: a dialog with its picture, looked through for a QR code until one is there.
import { send } from "./field";
import type { Answer } from "./reader";

/** Milliseconds between two pictures looked at. */
const PAUSE = 80;

/** What the dialog says, as the server wrote it into the page in the user's language. */
const sentences: Record<string, string> = {
  NotAllowedError: "denied",
  SecurityError: "denied",
  NotFoundError: "none",
  OverconstrainedError: "none",
  NotReadableError: "busy",
  AbortError: "busy",
};

function look(dialog: HTMLDialogElement, field: HTMLInputElement): void {
  const video = dialog.querySelector("video")!;
  const told = dialog.querySelector<HTMLElement>("[role=status]")!;
  const canvas = document.createElement("canvas");
  const context = canvas.getContext("2d", { willReadFrequently: true })!;
  let stream: MediaStream | undefined;
  let reader: Worker | undefined;
  let timer = 0;
  let isClosed = false;

  const say = (key: string) => (told.textContent = dialog.getAttribute(`data-${key}`) ?? "");

  function stop(): void {
    clearTimeout(timer);
    reader?.terminate();
    for (const track of stream?.getTracks() ?? []) track.stop();
    video.srcObject = null;
  }

  function show(): void {
    if (!video.videoWidth) {
      timer = window.setTimeout(show, PAUSE);
      return;
    }

    canvas.width = video.videoWidth;
    canvas.height = video.videoHeight;
    context.drawImage(video, 0, 0);
    const picture = context.getImageData(0, 0, canvas.width, canvas.height);
    reader!.postMessage(picture, [picture.data.buffer]);
  }

  function take(text: string): void {
    // The field has one line; no paper's code has a line of its own that says nothing.
    field.value = text.trim().replace(/\s*[\r\n]+\s*/g, "|");
    dialog.close();
    send(field);
  }

  function hear(answer: Answer): void {
    if (answer.kind === "text") take(answer.text);
    else if (answer.kind === "nothing") timer = window.setTimeout(show, PAUSE);
    else fail("failed");
  }

  function fail(key: string): void {
    stop();
    video.hidden = true;
    say(key);
  }

  async function start(): Promise<void> {
    if (!navigator.mediaDevices) return fail("none");
    try {
      // The code of a card is dense: a small picture does not show it.
      const wanted = { facingMode: "environment", width: { ideal: 1920 }, height: { ideal: 1080 } };
      stream = await navigator.mediaDevices.getUserMedia({ video: wanted });
    } catch (problem) {
      return fail(sentences[(problem as DOMException).name] ?? "none");
    }

    // Closed while the browser asked.
    if (isClosed) return stop();
    reader = new Worker(dialog.dataset.reader!);
    reader.addEventListener("message", ({ data }: MessageEvent<Answer>) => hear(data));
    reader.addEventListener("error", () => fail("failed"));
    video.srcObject = stream;
    say("seeking");
    show();
  }

  video.hidden = false;
  say("asking");
  dialog.addEventListener(
    "close",
    () => {
      isClosed = true;
      stop();
    },
    { once: true },
  );
  dialog.showModal();
  void start();
}

function offer(): void {
  for (const place of document.querySelectorAll<HTMLElement>("[data-scan-place]")) {
    const button = place.querySelector<HTMLButtonElement>("[data-camera][hidden]");
    if (!button) continue;
    const dialog = place.querySelector("dialog")!;
    button.hidden = false;
    button.addEventListener("click", () => look(dialog, place.querySelector<HTMLInputElement>("[data-scan]")!));
    dialog.querySelector("[data-close]")!.addEventListener("click", () => dialog.close());
  }
}

offer();
// A page that shows another content without being left.
document.addEventListener("xt:shown", offer);
