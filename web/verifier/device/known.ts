// What the house knows of a person, in a line.
import type { Person } from "../codes/checked";
import { day, type Language, say } from "../texts";
import { type Device, statusOf } from "./house";

/** What is asked of a person: the number of the code, or that of the paper with the date of birth. A masked one is asked by its number alone. */
const askedOf = ({ qid, paper, born }: Person) => (qid ? { qid } : paper && born && /^\d{12}$/.test(paper) ? { paper, born } : undefined);

/** Nothing where nobody is to be asked; "switched-off" where the house knows this device no more. */
export async function known(device: Device, person: Person, language: Language): Promise<string | undefined> {
  const asked = askedOf(person);
  if (!asked) return undefined;
  const status = await statusOf(device, asked, language);
  if (status === "switched-off") return status;
  if (typeof status === "string") return say("status.away");
  if (!status.known) return say("status.unknown");
  const lines = [
    status.doses ? `${say("status.doses", { n: status.doses, date: day(status.last) })}, ${say(status.complete ? "status.complete" : "status.incomplete")}` : "",
    status.recovered ? say("status.recovered", { date: day(status.recovered) }) : "",
    status.test ? say("status.test", { date: day(status.test) }) : "",
  ].filter(Boolean);
  return lines.length > 0 ? lines.join(". ") : say("status.unknown");
}
