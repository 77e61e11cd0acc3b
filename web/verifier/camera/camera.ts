// The camera and who looks through its frames: the browser's own reader where it has one for QR, and always the worker.
import type { Answer, Question } from "./reader";

export type Trouble = "denied" | "none" | "busy" | "insecure" | "failed";

const TROUBLES: Record<string, Trouble> = {
  NotAllowedError: "denied",
  SecurityError: "denied",
  NotFoundError: "none",
  OverconstrainedError: "none",
  NotReadableError: "busy",
  AbortError: "busy",
};

type Detector = { detect(frame: ImageBitmap): Promise<{ rawValue: string }[]> };
declare const BarcodeDetector: { new (options: { formats: string[] }): Detector; getSupportedFormats(): Promise<string[]> } | undefined;

type Torch = MediaTrackCapabilities & { torch?: boolean };

export class Camera {
  private stream?: MediaStream;
  private detector?: Detector;
  private nth = 0;
  private isLooking = false;
  /** A frame is on its way: the next is taken when its answer is here. */
  private isUnderWay = false;
  private isReady = false;
  private grabbed = 0;
  private readonly reader = new Worker("reader.js");

  constructor(
    private readonly video: HTMLVideoElement,
    private readonly seen: (text: string, grabbed: number) => void,
    private readonly trouble: (trouble: Trouble) => void,
  ) {
    this.reader.addEventListener("message", ({ data }: MessageEvent<Answer>) => this.hear(data));
    this.reader.addEventListener("error", () => this.trouble("failed"));
    void this.findDetector();
    document.addEventListener("visibilitychange", () => {
      // A phone that wakes up has lost its camera.
      if (!document.hidden && this.stream && !this.stream.active) void this.open();
    });
  }

  async open(): Promise<void> {
    if (!navigator.mediaDevices) return this.trouble("insecure");
    this.close();
    try {
      // The code of a certificate is dense: a small picture does not show it. What the camera gives is neither cut nor drawn larger.
      const wanted: MediaTrackConstraints & { resizeMode: ConstrainDOMString } = {
        facingMode: { ideal: "environment" },
        width: { ideal: 1920 },
        height: { ideal: 1080 },
        resizeMode: { ideal: "none" },
      };
      this.stream = await navigator.mediaDevices.getUserMedia({ video: wanted, audio: false });
    } catch (problem) {
      return this.trouble(TROUBLES[(problem as DOMException).name] ?? "none");
    }

    this.track?.addEventListener("ended", () => this.trouble("busy"));
    this.video.srcObject = this.stream;
    await this.video.play().catch(() => undefined);
    performance.mark("camera-open");
    document.body.dataset.camera = "open";
    this.look();
  }

  close(): void {
    for (const track of this.stream?.getTracks() ?? []) track.stop();
    this.stream = undefined;
    delete document.body.dataset.camera;
  }

  /** Looks through frames until told to rest. */
  look(): void {
    this.isLooking = true;
    if (!this.isUnderWay) this.wait();
  }

  rest(): void {
    this.isLooking = false;
  }

  get hasTorch(): boolean {
    return Boolean((this.track?.getCapabilities?.() as Torch | undefined)?.torch);
  }

  async torch(on: boolean): Promise<void> {
    await this.track?.applyConstraints({ advanced: [{ torch: on } as MediaTrackConstraintSet] }).catch(() => undefined);
  }

  private get track(): MediaStreamTrack | undefined {
    return this.stream?.getVideoTracks()[0];
  }

  private wait(): void {
    this.isUnderWay = this.isLooking;
    if (!this.isLooking) return;
    // At the next frame; where the picture is not drawn the browser gives none, and a timer does.
    if ("requestVideoFrameCallback" in this.video && !document.hidden) this.video.requestVideoFrameCallback(() => void this.ask());
    else setTimeout(() => void this.ask(), 80);
  }

  private async ask(): Promise<void> {
    if (!this.isLooking) {
      this.isUnderWay = false;
      return;
    }

    if (!this.isReady || !this.video.videoWidth) {
      setTimeout(() => this.wait(), 30);
      return;
    }

    this.grabbed = performance.now();
    const frame = await createImageBitmap(this.video).catch(() => undefined);
    if (!frame) return this.wait();
    const found = await this.detect(frame);
    if (found !== undefined) {
      frame.close();
      return this.hear({ kind: "text", text: found });
    }

    this.reader.postMessage({ frame, nth: this.nth++ } satisfies Question, [frame]);
  }

  // Of letters beyond ASCII browsers make what they think best; those are left to the worker.
  private async detect(frame: ImageBitmap): Promise<string | undefined> {
    const [code] = (await this.detector?.detect(frame).catch(() => undefined)) ?? [];
    return code && /^[\x20-\x7E]+$/.test(code.rawValue) ? code.rawValue : undefined;
  }

  private async findDetector(): Promise<void> {
    if (typeof BarcodeDetector === "undefined") return;
    const formats = await BarcodeDetector.getSupportedFormats().catch((): string[] => []);
    if (formats.includes("qr_code")) this.detector = new BarcodeDetector({ formats: ["qr_code"] });
  }

  private hear(answer: Answer): void {
    if (answer.kind === "ready") this.isReady = true;
    else if (answer.kind === "failed" && !this.isReady) this.trouble("failed");
    else {
      if (answer.kind === "text" && this.isLooking) this.seen(answer.text, this.grabbed);
      this.wait();
    }
  }
}
