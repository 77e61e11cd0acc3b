// Scans wait here, sealed, until the house keeps them.
import type { Checked, Person } from "../codes/checked";
import { reasons as houseReasons } from "../codes/words";
import { type Device, sendScans } from "../device/house";
import { seal, unseal } from "../device/sealed";
import { store } from "../trust/store";

export type Way = "in" | "out" | "look";

const BATCH = 100;
/** Reading devices keep what they produced for a day at least; what no house took in a month is no use to tracing. */
const LONGEST = 30 * 24 * 3_600_000;
/** The same code again within this time is the same visit. */
const AGAIN = 60_000;

/** Parts as the house takes them: what somebody wrote may be anything. */
function personOf({ name, born, paper, qid, certificate }: Person): Person {
  return {
    name: name?.slice(0, 200),
    born: /^\d{4}(-\d{2}(-\d{2})?)?/.exec(born ?? "")?.[0],
    paper: paper && /^[A-Za-z0-9*]{1,20}$/.test(paper) ? paper : undefined,
    qid,
    certificate: certificate?.slice(0, 120),
  };
}

let last = { text: "", way: "", at: 0 };

export async function keepScan(text: string, checked: Checked, way: Way, now: number): Promise<void> {
  if (last.text === text && last.way === way && now - last.at < AGAIN) return;
  last = { text, way, at: now };
  const { kind, verdict, person } = checked;
  const id = crypto.randomUUID();
  const known: readonly string[] = houseReasons;
  const reasons = checked.reasons.filter((reason) => known.includes(reason));
  // Of what is not genuine nobody is named.
  const scan = { id, at: new Date(now).toISOString(), way, kind, verdict, reasons, ...(verdict === "not-genuine" || !person ? {} : { person: personOf(person) }) };
  await (await store()).put("scans", { id, at: now, sealed: await seal(scan) });
}

export const waiting = async (): Promise<number> => (await store()).count("scans");

/** Sends what waits, the oldest first; whether the house still knows the device. */
export async function sendAll(device: Device, language: string, now: number): Promise<"sent" | "later" | "switched-off"> {
  const db = await store();
  for (let most = BATCH; ; ) {
    const all = (await db.getAll("scans")).sort((one, other) => one.at - other.at);
    const over = all.filter((one) => now - one.at > LONGEST);
    const batch = all.filter((one) => now - one.at <= LONGEST).slice(0, most);
    const opened = await Promise.all(batch.map(async (one) => ({ id: one.id, scan: await unseal<{ id: string }>(one.sealed) })));
    // What cannot be opened any more never will be.
    const lost = opened.filter((one) => !one.scan).map((one) => one.id);
    await erase([...over.map((one) => one.id), ...lost]);
    const scans = opened.flatMap((one) => one.scan ?? []);
    if (scans.length === 0) return "sent";
    const kept = await sendScans(device, scans, language);
    if (kept === "switched-off") return kept;
    if (kept === "unreachable" || kept.length === 0) return "later";
    if (kept !== "refused") {
      await erase(kept);
      continue;
    }

    // One of them is refused: the others need not wait for ever behind it.
    if (scans.length === 1) await erase([scans[0]!.id]);
    most = Math.max(1, Math.floor(scans.length / 2));
  }
}

async function erase(ids: string[]): Promise<void> {
  const change = (await store()).transaction("scans", "readwrite");
  await Promise.all([...ids.map((id) => change.store.delete(id)), change.done]);
}
