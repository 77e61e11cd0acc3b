// The words of kinds, verdicts and reasons, as src/XacThuc.Certificates/Codes/CodeWords.cs writes them.
export type Verdict = "genuine" | "rule-not-met" | "cannot-know" | "not-genuine" | "no-certificate";

export type Kind = "hcert" | "smart-health-card" | "citizen-card" | "id-notice" | "insurance-card" | "personal-qr" | "other";

export const reasons = [
  "not-base45",
  "not-compressed",
  "too-large",
  "not-signed",
  "no-algorithm",
  "not-readable",
  "no-certificate",
  "key-unknown",
  "key-of-another-kind",
  "signature-wrong",
  "key-may-not-sign-this",
  "key-out-of-time",
  "revoked",
  "not-of-schema",
  "not-yet",
  "over",
  "sample-in-the-future",
  "test-positive",
  "rule-not-met",
  "rule-unanswered",
  "unsigned",
  "part-of-several",
] as const;

export type Reason = (typeof reasons)[number];

/** Why the device itself cannot know; the house is not told these. */
export type DeviceReason = "lists-missing" | "lists-old" | "clock-wrong";
