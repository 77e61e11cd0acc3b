// What an enrolled device asks the house.
const API = "/verifier/api/";
const PATIENCE = 15_000;

export type Place = { code?: string; name: string; unit?: string };
export type Device = { device: string; secret: string; place: Place };
export type Refused = "unreachable" | "switched-off" | "refused";

/** What the house knows of a person. */
export type Status = { known: boolean; doses?: number; complete?: boolean; last?: string | null; recovered?: string | null; test?: string | null };

const send = (address: string, language: string, secret: string | undefined, body?: unknown, patience = PATIENCE): Promise<Response | undefined> =>
  fetch(API + address, {
    method: body === undefined ? "GET" : "POST",
    headers: { "Accept-Language": language, ...(body === undefined ? {} : { "Content-Type": "application/json" }), ...(secret ? { Authorization: `Bearer ${secret}` } : {}) },
    body: body === undefined ? undefined : JSON.stringify(body),
    cache: "no-store",
    credentials: "omit",
    signal: AbortSignal.timeout(patience),
  }).catch(() => undefined);

/** Enrols with the token of a link; otherwise what the house says why not, or nothing where it cannot be reached. */
export async function enrol(token: string, name: string, language: string): Promise<(Device & { bundleKeys?: unknown[] }) | { title?: string }> {
  const answer = await send("devices", language, undefined, { token, name });
  const body = (await answer?.json().catch(() => undefined)) as (Device & { title?: string }) | undefined;
  return answer?.status === 201 && body?.device && body.secret ? body : { title: answer ? (body?.title ?? "") : undefined };
}

/** Sends scans; says which the house kept. They are refused where one of them is none, or they are too many. */
export async function sendScans(device: Device, scans: unknown[], language: string): Promise<string[] | Refused> {
  const answer = await send("scans", language, device.secret, { scans });
  if (answer?.status === 403) return "switched-off";
  if (!answer || ![200, 400, 413, 422].includes(answer.status)) return "unreachable";
  const body = (await answer.json().catch(() => undefined)) as { kept?: string[] } | undefined;
  return answer.ok && Array.isArray(body?.kept) ? body.kept : "refused";
}

/** Whether the device is on; nothing where nobody can say. */
export async function isOn(device: Device, language: string): Promise<boolean | undefined> {
  const answer = await send("device", language, device.secret);
  if (answer?.status === 403) return false;
  return answer?.ok ? ((await answer.json().catch(() => undefined)) as { on?: boolean } | undefined)?.on : undefined;
}

/** Asks what is known of a person; the guard waits for it, so not long. */
export async function statusOf(device: Device, asked: { qid: string } | { paper: string; born: string }, language: string): Promise<Status | Refused> {
  const answer = await send("status", language, device.secret, asked, 4000);
  if (!answer) return "unreachable";
  if (answer.status === 403) return "switched-off";
  const body = (await answer.json().catch(() => undefined)) as Status | undefined;
  return answer.ok && typeof body?.known === "boolean" ? body : "refused";
}
