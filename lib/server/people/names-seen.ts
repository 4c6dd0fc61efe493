import "server-only";
import type { Actor } from "@/lib/domain/permissions";
import type { Transaction } from "@/lib/server/db/client";
import { Prisma } from "@/lib/server/db/generated/client";
import { peopleScope, personSeen } from "./people-scope";

/** The names of these people with commas between them, as far as the actor may know of them; null for none. */
export async function namesSeen(
  client: Pick<Transaction, "$queryRaw">,
  actor: Actor,
  ids: readonly number[],
): Promise<string | null> {
  const scope = peopleScope(actor);
  if (scope === null) return null;
  const rows = await client.$queryRaw<{ name: string }[]>`
    SELECT u.name FROM "user" u WHERE u.id = ANY(${[...ids]}::int[]) AND ${personSeen(scope, Prisma.sql`u`)} ORDER BY u.name`;
  return rows.map(({ name }) => name).join(", ") || null;
}
