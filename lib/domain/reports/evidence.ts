import { type Actor, can, type UnitSubject } from "../permissions";

/** Whether they see what backs a report as a whole: whoever edits it, and whoever reads it as it was submitted. */
export const seesEvidenceOfReport = (actor: Actor | null, subject: UnitSubject): boolean =>
  can(actor, "editReport", subject) || can(actor, "viewReview", subject);
