// The gate: camera, verdict, the next one.
import { Camera, type Trouble } from "./camera/camera";
import { check } from "./codes/check";
import { askToEnrol, keptDevice, takeToken } from "./device/enrolling";
import { type Device, isOn } from "./device/house";
import { known } from "./device/known";
import { eraseAll } from "./device/sealed";
import { keepScan, sendAll, waiting, type Way } from "./scans/queue";
import { about, corner, translate } from "./shown";
import { age as ageText, language, say, speak } from "./texts";
import { ageOf, temper } from "./trust/age";
import { type Lists, noLists } from "./trust/lists";
import { keptLists, updateLists } from "./trust/update";
import { allowSound, signal } from "./verdict/signals";
import { show } from "./verdict/screen";

const UPDATE_EVERY = 15 * 60_000;
const SEND_EVERY = 60_000;
/** A code that was just judged and is still before the camera is not judged again until it was away for so long. */
const STILL = 1500;

const get = <T extends HTMLElement>(id: string) => document.getElementById(id) as T;
const [scanning, screen, told, again, torch, code, ways] = [get("scanning"), get("verdict"), get("told"), get("again"), get("torch"), get<HTMLInputElement>("code"), get("ways")];

let lists: Lists = noLists;
let device: Device | undefined;
let trouble: Trouble | undefined;
let judged = { text: "", seen: -STILL };
let isJudging = false;

const camera = new Camera(get<HTMLVideoElement>("video"), seen, (found) => {
  trouble = found;
  tell();
});

function tell(): void {
  const isOpen = document.body.dataset.camera === "open";
  told.textContent = trouble ? say(`trouble.${trouble}`) : say(isOpen ? "aim" : "opening");
  again.hidden = !trouble || trouble === "insecure";
}

async function openCamera(): Promise<void> {
  trouble = undefined;
  tell();
  await camera.open();
  tell();
  torch.hidden = !camera.hasTorch;
}

const way = (): Way => (device ? (ways.querySelector<HTMLInputElement>(":checked")!.value as Way) : "look");

function seen(text: string, grabbed: number): void {
  const now = performance.now();
  const isStill = text === judged.text && now - judged.seen < STILL;
  if (text === judged.text) judged.seen = now;
  if (!isStill) void judge(text, grabbed);
}

async function judge(text: string, grabbed = performance.now()): Promise<void> {
  if (isJudging || !screen.hidden) return;
  isJudging = true;
  camera.rest();
  judged = { text, seen: performance.now() };
  const now = Date.now();
  const age = ageOf(lists, now);
  const checked = temper(await check(text, lists, now), age);
  scanning.inert = true;
  const place = show(screen, checked, age, say(`lists.${age}`, { age: ageText(now - lists.issued) }));
  performance.measure("verdict", { start: grabbed });
  signal(checked.verdict);
  isJudging = false;
  if (!device) return;
  await keepScan(text, checked, way(), now);
  if (checked.person && (checked.kind === "personal-qr" || checked.kind === "citizen-card") && checked.verdict !== "not-genuine" && navigator.onLine) {
    place.textContent = say("status.asking");
    const line = await known(device, checked.person, language());
    if (line === "switched-off") await switchOff();
    else place.textContent = line ?? "";
  }

  void send();
}

function next(): void {
  if (screen.hidden) return;
  screen.hidden = true;
  screen.replaceChildren();
  scanning.inert = false;
  judged.seen = performance.now();
  camera.look();
  void refresh();
}

async function refresh(): Promise<void> {
  corner(lists, ageOf(lists, Date.now()), device, device ? await waiting() : 0);
}

async function update(): Promise<string> {
  const answer = await updateLists(lists);
  lists = answer.lists;
  await refresh();
  return say(`asked.${answer.asked}`);
}

async function send(): Promise<void> {
  if (!device || !navigator.onLine) return;
  if ((await sendAll(device, language(), Date.now())) === "switched-off") await switchOff();
  await refresh();
}

async function switchOff(): Promise<void> {
  device = undefined;
  await eraseAll();
  ways.hidden = true;
  next();
  await refresh();
  told.textContent = say("off");
}

function enrolled(found: Device): void {
  device = found;
  ways.hidden = false;
  told.textContent = say("enrol.done", { place: found.place.name });
  void update();
}

function listen(): void {
  screen.addEventListener("click", next);
  addEventListener("pointerdown", allowSound);
  addEventListener("keydown", (event) => {
    allowSound();
    if (screen.hidden || event.ctrlKey || event.altKey || event.metaKey || event.key === "Tab" || event.key === "Shift") return;
    event.preventDefault();
    next();
  });
  get("typed").addEventListener("submit", (event) => {
    event.preventDefault();
    const text = code.value;
    code.value = "";
    if (text.trim()) void judge(text);
  });
  again.addEventListener("click", () => void openCamera());
  torch.addEventListener("click", () => {
    const on = torch.getAttribute("aria-pressed") !== "true";
    torch.setAttribute("aria-pressed", String(on));
    void camera.torch(on);
  });
  get("language").addEventListener("click", () => {
    speak(language() === "vi" ? "en" : "vi");
    translate();
    tell();
    void refresh();
  });
  get("state").addEventListener("click", () => void about(lists, device));
  get("update").addEventListener("click", () => {
    void update().then(async (sentence) => {
      await about(lists, device);
      get("asked").textContent = sentence;
    });
  });
  for (const close of document.querySelectorAll("[data-close]")) close.addEventListener("click", () => close.closest("dialog")!.close());
  addEventListener("online", () => void update().then(send));
  addEventListener("offline", () => void refresh());
}

async function start(): Promise<void> {
  translate();
  tell();
  listen();
  const token = takeToken();
  if (!isSecureContext) {
    trouble = "insecure";
    tell();
    return;
  }

  const opening = openCamera();
  [lists, device] = await Promise.all([keptLists(), keptDevice()]);
  ways.hidden = !device;
  await refresh();
  await update();
  document.body.dataset.lists = "asked";
  await opening;
  if (token) askToEnrol(get<HTMLDialogElement>("enrol"), token, enrolled);
  if (device && (await isOn(device, language())) === false) await switchOff();
  await send();
  setInterval(() => void update(), UPDATE_EVERY);
  setInterval(() => void send().then(refresh), SEND_EVERY);
}

addEventListener("hashchange", () => {
  const token = takeToken();
  if (token) askToEnrol(get<HTMLDialogElement>("enrol"), token, enrolled);
});
if ("serviceWorker" in navigator) void navigator.serviceWorker.register("worker.js", { updateViaCache: "none" }).catch(() => undefined);
void start();
