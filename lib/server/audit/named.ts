import "server-only";
import { type Actor, can, noPlan } from "@/lib/domain/permissions";
import { db } from "@/lib/server/db/client";
import { organisationName, organisationNames } from "@/lib/server/people/organisation-name";
import type { AuditEventView } from "@/lib/views/site/audit-view";
import type { AuditRecord } from "./read";

/** Whether the actor may know people of all units by name. */
export const mayNamePeople = (actor: Actor): boolean => can(actor, "viewPeople", { planId: noPlan, unit: null });

const subjectIn = (kind: "user" | "organisation", subject: string) => {
  const [, id] = new RegExp(`^${kind} ([1-9]\\d{0,8})$`).exec(subject) ?? [];
  return id === undefined ? [] : [Number(id)];
};

/** Events with the names of their people, for whoever may see those, and of organisations, which everybody may. */
export async function named(actor: Actor, records: readonly AuditRecord[], locale: string): Promise<AuditEventView[]> {
  const client = await db();
  const mayName = mayNamePeople(actor);
  const personIds = records.flatMap(({ actorId, subject }) => [
    ...(actorId ? [actorId] : []),
    ...subjectIn("user", subject),
  ]);
  const organisationIds = records.flatMap(({ subject }) => subjectIn("organisation", subject));
  const people =
    mayName && personIds.length > 0
      ? await client.user.findMany({ where: { id: { in: [...new Set(personIds)] } }, select: { id: true, name: true } })
      : [];
  const organisations =
    organisationIds.length > 0
      ? await client.organisation.findMany({
          where: { id: { in: [...new Set(organisationIds)] } },
          select: { id: true, ...organisationNames },
        })
      : [];
  const personNames = new Map(people.map(({ id, name }) => [id, name]));
  const names = new Map(organisations.map((row) => [row.id, organisationName(row, locale)]));
  return records.map(({ stream, sequence, at, actorId, isByAuthor, action, subject, said }) => {
    const [person] = subjectIn("user", subject);
    const [organisation] = subjectIn("organisation", subject);
    return {
      stream,
      sequence,
      at,
      action,
      subject,
      said,
      isByAuthor,
      actor: actorId === null ? null : { id: actorId, name: personNames.get(actorId) ?? null },
      subjectName: (person !== undefined ? personNames.get(person) : organisation && names.get(organisation)) || null,
    };
  });
}
