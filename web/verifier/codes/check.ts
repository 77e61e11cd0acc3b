// Checks the text of any code that a guard may be shown. Every text has an answer.
import { DAMAGED, GARBLED, readPaper } from "../papers/scanned";
import { judgePersonal } from "../papers/personal";
import type { Lists } from "../trust/lists";
import { checkCertificate } from "./certificate";
import { type Checked, refused } from "./checked";
import { PREFIX } from "./hcert";
import { checkHealthCard, isHealthCard } from "./healthcard";

export async function check(written: string, lists: Lists, now: number): Promise<Checked> {
  const text = written.trim();
  if (text.startsWith(PREFIX)) return checkCertificate(text, lists, now);
  if (isHealthCard(text)) return checkHealthCard(text, lists, now);
  const paper = readPaper(text);
  if (paper === undefined || paper === DAMAGED) return refused("other", "no-certificate", "unsigned");
  if (paper === GARBLED) return refused("other", "no-certificate", "not-readable");
  const unsigned = { verdict: "no-certificate" as const, reasons: ["unsigned" as const] };
  const judged = paper.kind === "personal-qr" ? await judgePersonal(text, lists, now) : unsigned;
  return { kind: paper.kind, person: paper.person, facts: [], unmet: [], ...judged };
}
