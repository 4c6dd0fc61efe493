import type { EvidenceFileRefusal, FileOutcome } from "./evidence-forms";

// By itself: a browser asks it, and needs nothing of what reads the forms.

export const isRefusedFile = (outcome: FileOutcome): outcome is EvidenceFileRefusal =>
  outcome !== null && outcome !== "added";
