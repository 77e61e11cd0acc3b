// The photo field ([data-photos]): what was chosen is shown, with what is wrong with it and what to do; turned, removed,
// made smaller. The file field itself always holds what will be sent, so that the form is sent as any form.
import { say } from "../told";
import { look, type Look } from "./look";
import { isHonest, open, shrink } from "./shrink";

type Photo = Partial<Look> & { source: Blob; file: File; quarters: number; shown?: string };

/** What is taken though this browser cannot show it. */
const UNSEEN = /\.hei[cf]$/i;
const TAKEN = /^image\/(hei[cf]|jpeg|png|webp)/;

class Field {
  private readonly input: HTMLInputElement;
  private readonly list: HTMLElement;
  private photos: Photo[] = [];
  private working: Promise<void> = Promise.resolve();
  private jobs = 0;

  constructor(private readonly root: HTMLElement) {
    this.input = root.querySelector<HTMLInputElement>("input[type=file]")!;
    this.list = root.querySelector<HTMLElement>("[data-photos-list]")!;
    this.input.addEventListener("change", () => this.add([...this.input.files!], true));
    this.input.form?.addEventListener("submit", (event) => this.hold(event), { capture: true });
    // A browser that goes back may have kept what was chosen.
    if (this.input.files!.length > 0) this.add([...this.input.files!], true);
  }

  /** Those of a draft, which are as they will be sent, in the place of whatever is there. */
  putBack(files: File[]): Promise<void> {
    void this.work(async () => {
      for (const photo of this.photos) if (photo.shown) URL.revokeObjectURL(photo.shown);
      this.photos = [];
    });
    return this.add(files, false);
  }

  private add(files: File[], isRaw: boolean): Promise<void> {
    this.put();
    return this.work(async () => {
      for (const file of files) {
        if (this.photos.length >= this.most) {
          say(this.word("many"));
          break;
        }
        const photo = await this.read(file, isRaw);
        if (photo) this.photos.push(photo);
      }
    });
  }

  private get most(): number {
    return Number(this.root.dataset.most);
  }

  private word(key: string): string {
    return this.root.getAttribute(`data-${key}`) ?? "";
  }

  private work(job: () => Promise<void>): Promise<void> {
    this.jobs++;
    this.root.setAttribute("aria-busy", "true");
    this.working = this.working.then(job).catch(() => say(this.word("failed"))).then(() => {
      if (--this.jobs === 0) this.root.removeAttribute("aria-busy");
      this.put();
      this.draw();
      this.input.form?.dispatchEvent(new Event("xt:photos"));
    });
    return this.working;
  }

  private async read(file: File, isRaw: boolean): Promise<Photo | undefined> {
    const bitmap = isHonest() ? await open(file) : undefined;
    if (!bitmap) return this.unseen(file);
    if (Math.max(bitmap.width, bitmap.height) < Number(this.root.dataset.least)) {
      bitmap.close();
      say(this.word("small"));
      return undefined;
    }

    const seen = look(bitmap);
    const sent = isRaw ? this.named(await shrink(bitmap, 0), file.name) : file;
    bitmap.close();
    // Turned from what was chosen, once each time, so that it loses nothing by turning.
    return { ...seen, source: isRaw ? file : sent, file: sent, quarters: 0, shown: URL.createObjectURL(sent) };
  }

  private unseen(file: File): Photo | undefined {
    if (!UNSEEN.test(file.name) && !TAKEN.test(file.type)) say(this.word("kind"));
    else if (file.size > Number(this.root.dataset.largest)) say(this.word("large"));
    else return { source: file, file, quarters: 0 };
    return undefined;
  }

  private named(picture: Blob, name: string): File {
    return new File([picture], name.replace(/\.[^.]*$/, "") + ".jpg", { type: "image/jpeg" });
  }

  private turn(photo: Photo): void {
    void this.work(async () => {
      const bitmap = await open(photo.source);
      if (!bitmap) return;
      photo.quarters = (photo.quarters + 1) % 4;
      photo.file = this.named(await shrink(bitmap, photo.quarters), photo.file.name);
      bitmap.close();
      if (photo.shown) URL.revokeObjectURL(photo.shown);
      photo.shown = URL.createObjectURL(photo.file);
    }).then(() => this.focus(photo, "turn"));
  }

  private remove(photo: Photo): void {
    void this.work(async () => {
      if (photo.shown) URL.revokeObjectURL(photo.shown);
      this.photos = this.photos.filter((one) => one !== photo);
      say(this.word("removed"));
    }).then(() => this.input.focus());
  }

  private focus(photo: Photo, part: string): void {
    this.list.children[this.photos.indexOf(photo)]?.querySelector<HTMLElement>(`[data-photo-${part}]`)?.focus();
  }

  private put(): void {
    const files = new DataTransfer();
    for (const photo of this.photos) files.items.add(photo.file);
    this.input.files = files.files;
  }

  private draw(): void {
    const drawn = this.root.querySelector("template")!.content.firstElementChild!;
    this.list.replaceChildren(...this.photos.map((photo, at) => this.drawOne(drawn.cloneNode(true) as HTMLElement, photo, at + 1)));
    this.list.hidden = this.photos.length === 0;
  }

  private drawOne(item: HTMLElement, photo: Photo, nth: number): HTMLElement {
    const part = (name: string) => item.querySelector<HTMLElement>(`[data-photo-${name}]`)!;
    const picture = part("picture") as HTMLImageElement;
    if (photo.shown) picture.src = photo.shown;
    picture.alt = `${this.word("photo")} ${nth}`;
    picture.hidden = !photo.shown;
    part("unseen").hidden = Boolean(photo.shown);
    part("blurred").hidden = !photo.isBlurred;
    part("dark").hidden = !photo.isDark;
    part("good").hidden = Boolean(photo.isBlurred || photo.isDark || !photo.shown);
    part("name").textContent = `${nth} · ${Math.max(1, Math.round(photo.file.size / 1024))} kB`;
    part("turn").hidden = !photo.shown;
    for (const name of ["turn", "remove"]) part(name).setAttribute("aria-label", `${part(name).textContent!.trim()} · ${picture.alt}`);
    part("turn").addEventListener("click", () => this.turn(photo));
    part("remove").addEventListener("click", () => this.remove(photo));
    return item;
  }

  // Sent while a photo is still being made smaller, the form would be sent without it.
  private hold(event: SubmitEvent): void {
    if (this.jobs === 0) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    const submitter = event.submitter;
    void this.working.then(() => this.input.form!.requestSubmit(submitter));
  }
}

const fields = new WeakMap<Element, Field>();

/** The photo field of a form. */
export function fieldOf(form: Element): Field | undefined {
  const root = form.querySelector("[data-photos]");
  return root ? fields.get(root) : undefined;
}

function start(): void {
  for (const root of document.querySelectorAll<HTMLElement>("[data-photos]")) if (!fields.has(root)) fields.set(root, new Field(root));
}

start();
// A page that shows another content without being left.
document.addEventListener("xt:shown", start);
