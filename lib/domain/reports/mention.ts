import { type AbilitySubject, type Actor, can } from "@/lib/domain/permissions";

/** Whether somebody may be told of a comment: whoever reads it there and can answer, but not its author. */
export const mayBeTold = (
  person: Pick<Actor, "id" | "roles" | "assignments">,
  author: Pick<Actor, "id">,
  subject: AbilitySubject["addComment"],
): boolean => person.id !== author.id && can(person as Actor, "addComment", subject);
