// What is heard and felt of a verdict: a guard looks at the person, not at the screen.
import type { Verdict } from "../codes/words";

type Tone = { pitch: number; at: number; long: number; shape?: OscillatorType };

const TONES: Record<Verdict, Tone[]> = {
  genuine: [{ pitch: 880, at: 0, long: 0.09 }, { pitch: 1320, at: 0.1, long: 0.14 }],
  "rule-not-met": [{ pitch: 520, at: 0, long: 0.16 }, { pitch: 520, at: 0.24, long: 0.16 }],
  "cannot-know": [{ pitch: 440, at: 0, long: 0.14 }, { pitch: 660, at: 0.16, long: 0.14 }, { pitch: 440, at: 0.32, long: 0.14 }],
  "not-genuine": [{ pitch: 170, at: 0, long: 0.28, shape: "square" }, { pitch: 130, at: 0.32, long: 0.5, shape: "square" }],
  "no-certificate": [{ pitch: 600, at: 0, long: 0.12 }],
};

const BUZZES: Record<Verdict, number[]> = {
  genuine: [60],
  "rule-not-met": [120, 80, 120],
  "cannot-know": [80, 60, 80, 60, 80],
  "not-genuine": [400, 100, 400],
  "no-certificate": [60, 60, 60],
};

let sound: AudioContext | undefined;

/** Browsers let a page sound only once it was touched. */
export function allowSound(): void {
  sound ??= new AudioContext();
  if (sound.state === "suspended") void sound.resume();
}

export function signal(verdict: Verdict): void {
  // Before the first touch the browser refuses, and says so to its console.
  if (navigator.userActivation?.hasBeenActive !== false) navigator.vibrate?.(BUZZES[verdict]);
  if (sound?.state !== "running") return;
  for (const { pitch, at, long, shape } of TONES[verdict]) {
    const [from, tone, loud] = [sound.currentTime + at, sound.createOscillator(), sound.createGain()];
    tone.type = shape ?? "sine";
    tone.frequency.value = pitch;
    loud.gain.setValueAtTime(0.0001, from);
    loud.gain.exponentialRampToValueAtTime(0.4, from + 0.01);
    loud.gain.exponentialRampToValueAtTime(0.0001, from + long);
    tone.connect(loud).connect(sound.destination);
    tone.start(from);
    tone.stop(from + long + 0.02);
  }
}
