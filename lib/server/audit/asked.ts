import "server-only";
import type { AuditFilter } from "@/lib/schemas/addresses/audit-filter";
import { db } from "@/lib/server/db/client";
import { startOfDayInRegion } from "@/lib/server/db/day";
import type { AuditAsked } from "./read";

/** People that are offered where words for one fit several. */
const MOST_PEOPLE = 10;

/**
 * What a filter asks the audit for; where its words fit nobody or several people, those instead.
 * @param mayName whether the reader may find people by name
 */
export async function askedOf(
  { person, plan, unit, action, from, until }: AuditFilter,
  mayName: boolean,
): Promise<{ asked: AuditAsked } | { people: { id: number; name: string; email: string }[] }> {
  let actorId: number | undefined;
  if (/^\d+$/.test(person)) actorId = Math.min(Number(person), 2 ** 31 - 1);
  else if (person !== "") {
    const people = mayName ? await peopleCalled(person) : [];
    if (people.length !== 1) return { people };
    actorId = people[0]!.id;
  }
  const oneDay = 24 * 3_600_000;
  return {
    asked: {
      actorId,
      unitId: unit ?? undefined,
      action: action ?? undefined,
      planId: plan === "none" ? null : (plan ?? undefined),
      from: from === null ? undefined : startOfDayInRegion(from),
      until:
        until === null
          ? undefined
          : startOfDayInRegion(new Date(Date.parse(until) + oneDay).toISOString().slice(0, 10)),
    },
  };
}

async function peopleCalled(words: string) {
  const client = await db();
  const select = { id: true, name: true, email: true } as const;
  // Whose whole address it is isn't meant to be one of several.
  const exact = await client.user.findUnique({ where: { email: words.toLowerCase() }, select });
  if (exact) return [exact];
  const pattern = `%${words.replace(/[\\%_]/g, "\\$&")}%`;
  return client.$queryRaw<{ id: number; name: string; email: string }[]>`
    SELECT id, name, email FROM "user" WHERE name ILIKE ${pattern} OR email ILIKE ${pattern}
    ORDER BY name, id LIMIT ${MOST_PEOPLE}`;
}
