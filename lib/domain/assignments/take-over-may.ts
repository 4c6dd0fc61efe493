import { type AbilitySubject, type Actor, can } from "@/lib/domain/permissions";

/** Whether somebody may take an indicator over from those to whom it is assigned: who enters all of the report, and assigns it. */
export const mayTakeOver = (actor: Actor | null, subject: AbilitySubject["editReport"]): boolean =>
  can(actor, "editReport", subject) && can(actor, "assignIndicators", subject);
