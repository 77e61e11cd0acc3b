// The viewer of photos ([data-viewer]): wheel, pinch and buttons zoom where they are, drag and arrows move, buttons turn and
// go through the photos; their keys are pressed by the page's own keys. Without script the photos are links.

/** Of the size in which the whole photo is seen. */
const MOST = 12;
const STEP = 1.25;
/** Pixels of one press of an arrow. */
const NUDGE = 60;

class Viewer {
  private readonly stage: HTMLElement;
  private readonly picture: HTMLImageElement;
  private readonly links: HTMLAnchorElement[];
  private readonly fingers = new Map<number, { x: number; y: number }>();
  private at = 0;
  private zoom = 1;
  private quarters = 0;
  private x = 0;
  private y = 0;

  constructor(private readonly root: HTMLElement) {
    this.stage = root.querySelector<HTMLElement>("[data-viewer-stage]")!;
    this.picture = this.stage.querySelector("img")!;
    this.links = [...root.querySelectorAll<HTMLAnchorElement>("[data-viewer-photo]")];
    this.links.forEach((link, nth) => link.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      this.show(nth);
      this.stage.focus();
    }));
    this.press("in", () => this.zoomAt(STEP, 0, 0));
    this.press("out", () => this.zoomAt(1 / STEP, 0, 0));
    this.press("turn", () => this.turn());
    this.press("whole", () => this.reset());
    this.press("before", () => this.show(this.at - 1));
    this.press("after", () => this.show(this.at + 1));
    this.stage.addEventListener("wheel", (event) => this.wheel(event), { passive: false });
    this.stage.addEventListener("dblclick", (event) => (this.zoom > 1 ? this.reset() : this.zoomAt(3, ...this.fromMiddle(event))));
    this.stage.addEventListener("keydown", (event) => this.arrow(event));
    this.stage.addEventListener("pointerdown", (event) => this.down(event));
    this.stage.addEventListener("pointermove", (event) => this.move(event));
    for (const over of ["pointerup", "pointercancel"]) this.stage.addEventListener(over, (event) => this.fingers.delete((event as PointerEvent).pointerId));
    this.picture.addEventListener("load", () => this.place());
    new ResizeObserver(() => this.place()).observe(this.stage);
    root.querySelector<HTMLElement>("[data-viewer-stand]")!.hidden = false;
    root.classList.add("is-viewing");
    this.show(0);
  }

  private part(name: string): HTMLButtonElement {
    return this.root.querySelector<HTMLButtonElement>(`[data-viewer-${name}]`)!;
  }

  private press(name: string, take: () => void): void {
    this.part(name).addEventListener("click", take);
  }

  private show(nth: number): void {
    const link = this.links[nth];
    if (!link) return;
    this.at = nth;
    this.links.forEach((one, at) => (at === nth ? one.setAttribute("aria-current", "true") : one.removeAttribute("aria-current")));
    this.picture.src = link.href;
    this.picture.alt = link.querySelector("img")!.alt;
    this.part("which").textContent = `${nth + 1}/${this.links.length}`;
    // Not disabled: the focus would be lost at the last photo.
    this.part("before").setAttribute("aria-disabled", String(nth === 0));
    this.part("after").setAttribute("aria-disabled", String(nth === this.links.length - 1));
    this.quarters = 0;
    this.reset();
  }

  private turn(): void {
    this.quarters = (this.quarters + 1) % 4;
    [this.x, this.y] = [-this.y, this.x];
    this.place();
  }

  private reset(): void {
    [this.zoom, this.x, this.y] = [1, 0, 0];
    this.place();
  }

  /** Zooms so that what is under a place stays there; places are counted from the middle of the stage. */
  private zoomAt(times: number, x: number, y: number): void {
    const zoom = Math.min(MOST, Math.max(1, this.zoom * times));
    const ratio = zoom / this.zoom;
    [this.x, this.y, this.zoom] = [x - (x - this.x) * ratio, y - (y - this.y) * ratio, zoom];
    this.place();
  }

  private fromMiddle(event: { clientX: number; clientY: number }): [x: number, y: number] {
    const { left, top, width, height } = this.stage.getBoundingClientRect();
    return [event.clientX - left - width / 2, event.clientY - top - height / 2];
  }

  private wheel(event: WheelEvent): void {
    event.preventDefault();
    const lines = event.deltaMode === WheelEvent.DOM_DELTA_PIXEL ? event.deltaY / 100 : event.deltaY / 3;
    this.zoomAt(STEP ** -Math.max(-3, Math.min(3, lines)), ...this.fromMiddle(event));
  }

  private arrow(event: KeyboardEvent): void {
    const [x, y] = { ArrowLeft: [NUDGE, 0], ArrowRight: [-NUDGE, 0], ArrowUp: [0, NUDGE], ArrowDown: [0, -NUDGE] }[event.key] ?? [0, 0];
    if ((x === 0 && y === 0) || event.ctrlKey || event.metaKey || event.altKey || this.zoom === 1) return;
    event.preventDefault();
    this.by(x!, y!);
  }

  private by(x: number, y: number): void {
    [this.x, this.y] = [this.x + x, this.y + y];
    this.place();
  }

  private down(event: PointerEvent): void {
    if (event.pointerType === "mouse" && event.button !== 0) return;
    this.stage.setPointerCapture(event.pointerId);
    this.fingers.set(event.pointerId, { x: event.clientX, y: event.clientY });
  }

  private move(event: PointerEvent): void {
    const before = this.fingers.get(event.pointerId);
    if (!before) return;
    const now = { x: event.clientX, y: event.clientY };
    const other = [...this.fingers].find(([id]) => id !== event.pointerId)?.[1];
    this.fingers.set(event.pointerId, now);
    if (!other) return this.by(now.x - before.x, now.y - before.y);
    const apart = (one: { x: number; y: number }) => Math.max(1, Math.hypot(one.x - other.x, one.y - other.y));
    this.zoomAt(apart(now) / apart(before), ...this.fromMiddle({ clientX: (now.x + other.x) / 2, clientY: (now.y + other.y) / 2 }));
    this.by((now.x - before.x) / 2, (now.y - before.y) / 2);
  }

  private place(): void {
    const { naturalWidth: width, naturalHeight: height } = this.picture;
    const { clientWidth: across, clientHeight: down } = this.stage;
    if (!width || !across) return;
    const isTurned = this.quarters % 2 === 1;
    const [seenWidth, seenHeight] = isTurned ? [height, width] : [width, height];
    const scale = Math.min(across / seenWidth, down / seenHeight) * this.zoom;
    const clamp = (value: number, room: number) => Math.max(-room, Math.min(room, value));
    this.x = clamp(this.x, Math.max(0, (seenWidth * scale - across) / 2));
    this.y = clamp(this.y, Math.max(0, (seenHeight * scale - down) / 2));
    this.picture.style.transform =
      `translate(${across / 2 + this.x}px, ${down / 2 + this.y}px) rotate(${this.quarters * 90}deg) scale(${scale}) translate(${-width / 2}px, ${-height / 2}px)`;
    this.stage.classList.toggle("is-near", this.zoom > 1);
  }
}

const known = new WeakSet<Element>();

function start(): void {
  for (const root of document.querySelectorAll<HTMLElement>("[data-viewer]")) {
    if (known.has(root)) continue;
    known.add(root);
    new Viewer(root);
  }
}

start();
document.addEventListener("xt:shown", start);
