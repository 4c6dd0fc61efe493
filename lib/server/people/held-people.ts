import "server-only";
import type { Actor, RoleGrant } from "@/lib/domain/permissions";
import { Refusal } from "@/lib/domain/refusal";
import { demoMode } from "@/lib/server/auth/demo-mode";
import type { Transaction } from "@/lib/server/db/client";
import { Prisma } from "@/lib/server/db/generated/client";

/** A role that somebody holds, with its row. */
export interface HeldRole extends RoleGrant {
  id: number;
}

export interface HeldPerson {
  id: number;
  name: string;
  email: string;
  locale: string;
  isDemo: boolean;
  disabledAt: Date | null;
  erasedAt: Date | null;
  organisation: Actor["organisation"];
  roles: HeldRole[];
}

/**
 * People as they are, who can't be changed by anybody else until the transaction ends. Every change of what somebody may
 * begins with it, with whoever makes it among them: so of two who change each other, the second is judged by what the first
 * left them.
 */
export async function holdPeople(tx: Transaction, ids: readonly number[]): Promise<HeldPerson[]> {
  // In one order, so that nobody waits for somebody who waits for them.
  await tx.$queryRaw`SELECT 1 FROM "user" WHERE id IN (${Prisma.join([...ids])}) ORDER BY id FOR NO KEY UPDATE`;
  return readPeople(tx, ids);
}

/** The same without holding them, for what is only shown. */
export function readPeople(client: Pick<Transaction, "user">, ids: readonly number[]): Promise<HeldPerson[]> {
  return client.user.findMany({
    where: { id: { in: [...ids] } },
    select: {
      id: true,
      name: true,
      email: true,
      locale: true,
      isDemo: true,
      disabledAt: true,
      erasedAt: true,
      organisation: { select: { id: true, name: true, kind: true } },
      roles: {
        orderBy: { id: "asc" },
        select: {
          id: true,
          role: true,
          plan: { select: { id: true, code: true } },
          unit: { select: { id: true, code: true, level: true } },
        },
      },
    },
  });
}

/** Somebody as one who acts, judged by their roles; null where they are disabled, or a demo account where there are none. */
export function actingPerson({ disabledAt, erasedAt: _, ...person }: HeldPerson): Actor | null {
  return disabledAt !== null || (person.isDemo && !demoMode()) ? null : { ...person, assignments: [] };
}

/**
 * Roles that are read anew are as little theirs as those of their session while a second step of signing in is due.
 * @throws Refusal `notAllowed`
 */
export function mustHoldRoles({ twoStepDue }: Actor): void {
  if (twoStepDue) throw new Refusal("notAllowed");
}

/**
 * Holds whoever acts and whom they change, and gives both as they are now.
 * @throws Refusal `notAllowed` where a second step is due, `signedOut` where the actor was disabled meanwhile, `notFound` where there is no such person
 */
export async function holdActorAnd(
  tx: Transaction,
  actor: Actor,
  personId: number,
): Promise<{ acting: Actor; person: HeldPerson }> {
  mustHoldRoles(actor);
  const held = await holdPeople(tx, [actor.id, personId]);
  const [own, person] = [actor.id, personId].map((id) => held.find((each) => each.id === id));
  const acting = own ? actingPerson(own) : null;
  if (!acting) throw new Refusal("signedOut");
  if (!person) throw new Refusal("notFound");
  return { acting, person };
}
