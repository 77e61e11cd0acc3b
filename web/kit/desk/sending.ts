// Sends the steps that wait, one after the other, once: of several tabs one sends.
import { drop, keep, type Step, waiting } from "./waiting";

export type Sent = "all" | "away" | "stranger";
type Answer = { isTaken: boolean; sentence: string | null };

async function post(step: Step, address: string, token: string): Promise<Answer | undefined> {
  const { key, number, kind, outcome, note, lot, reason } = step;
  const answer = await fetch(address, {
    method: "POST",
    redirect: "manual",
    signal: AbortSignal.timeout(15_000),
    headers: { "content-type": "application/json", "X-Form-Token": token },
    body: JSON.stringify({ key, number, kind, outcome, note, lot, reason, secondsAgo: Math.round((Date.now() - step.at) / 1000) }),
  });
  if (answer.status >= 500) throw new Error(`${answer.status}`);

  // Somebody signed out meanwhile, or the page is an old one: the steps wait for whoever signs in.
  return answer.ok ? ((await answer.json()) as Answer) : undefined;
}

async function sendAll(session: number, by: string, address: string, token: string): Promise<Sent> {
  for (const step of await waiting(session)) {
    if (step.refused) continue;
    if (step.by !== by) return "stranger";
    let answer: Answer | undefined;
    try {
      answer = await post(step, address, token);
    } catch {
      return "away";
    }
    if (!answer) return "stranger";
    if (answer.isTaken) await drop(step.order!);
    else await keep({ ...step, refused: answer.sentence ?? "" });
  }
  return "all";
}

export const send = (session: number, by: string, address: string, token: string): Promise<Sent> =>
  navigator.locks.request("xacthuc-desk", () => sendAll(session, by, address, token));
