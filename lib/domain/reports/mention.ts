import { type AbilitySubject, type Actor, can } from "@/lib/domain/permissions";

/**
 * What somebody is told of on an indicator of a report: a comment, a query that the report came back with, one that another
 * reviewer names them in while both review it, or that they enter it no longer.
 */
export const mentionKinds = ["comment", "query", "review", "takenOver"] as const;
export type MentionKind = (typeof mentionKinds)[number];

/** Whether somebody may be told of a comment or a query: whoever reads it there and can answer, but not its author. */
export const mayBeTold = (
  person: Pick<Actor, "id" | "roles" | "assignments">,
  author: Pick<Actor, "id">,
  subject: AbilitySubject["addComment"],
): boolean => person.id !== author.id && can(person as Actor, "addComment", subject);

/** Whether somebody may be told of a query before the report comes back with it: whoever reviews it as well, and nobody else. */
export const mayBeToldAtOnce = (
  person: Pick<Actor, "id" | "roles" | "assignments">,
  author: Pick<Actor, "id">,
  subject: AbilitySubject["reviewReport"],
): boolean => person.id !== author.id && can(person as Actor, "reviewReport", subject);
