import "server-only";
import type { IsoDate } from "@/lib/domain/framework/reporting-period";
import type { DigestMailKind } from "@/lib/domain/mail";
import type { Transaction } from "@/lib/server/db/client";
import type { Prisma } from "@/lib/server/db/generated/client";
import { queueMail } from "@/lib/server/mail/queue-mail";
import { focalPointsOf } from "@/lib/server/mail/who-reports";
import type { HeldObservation } from "./hold-observation";

/** An observation that somebody is told of by its number; its version says of which change. */
export type ToldObservation = Pick<
  HeldObservation,
  "id" | "planId" | "planCode" | "unit" | "rowVersion" | "organisationId"
> & {
  number: number;
};
type ObservationMail = Extract<DigestMailKind, `observation${string}`>;

/** Tells the secretariat that an observation waits for the safety check. */
export async function tellSecretariat(tx: Transaction, told: ToldObservation, now: Date): Promise<void> {
  const grant: Prisma.UserRoleWhereInput = { role: "secretariat", OR: [{ planId: told.planId }, { planId: null }] };
  const people = await tx.user.findMany({
    where: { disabledAt: null, roles: { some: grant } },
    orderBy: { id: "asc" },
    select: { id: true },
  });
  await tell(
    tx,
    "observationCheck",
    told,
    people.map(({ id }) => id),
    now,
  );
}

/** Tells those who reply for the unit that an observation waits for them. */
export const tellUnit = async (tx: Transaction, told: ToldObservation, now: Date): Promise<void> =>
  tell(tx, "observationReply", told, await focalPointsOf(tx, { plan: { id: told.planId }, unit: told.unit }), now);

/** Reminds those who reply for the unit, once of each due date. */
export const remindUnit = async (tx: Transaction, told: ToldObservation, dueOn: IsoDate, now: Date): Promise<void> =>
  tell(
    tx,
    "observationReply",
    told,
    await focalPointsOf(tx, { plan: { id: told.planId }, unit: told.unit }),
    now,
    `due ${dueOn}`,
  );

/** Tells those who are its author that something became of an observation. */
export const tellAuthor = async (tx: Transaction, told: ToldObservation, now: Date): Promise<void> =>
  tell(tx, "observationNews", told, await authorsOf(tx, told), now);

/** Asks those who are its author whether it still holds after a value, once of each. */
export const askAuthor = async (tx: Transaction, told: ToldObservation, version: number, now: Date): Promise<void> =>
  tell(tx, "observationValidity", told, await authorsOf(tx, told), now, `value ${version}`);

/**
 * Ids of all who go on with an observation as its author does: people of the organisation who observe the unit, whoever of them
 * began it. Whoever can't sign in any more is left out.
 */
async function authorsOf(tx: Transaction, { planId, unit, organisationId }: ToldObservation): Promise<number[]> {
  const observes: Prisma.UserRoleWhereInput = {
    role: { in: ["csoMember", "csoReporter"] },
    planId,
    OR: [{ unitId: null }, { unitId: unit.id }],
  };
  const people = await tx.user.findMany({
    where: { organisationId, disabledAt: null, roles: { some: observes } },
    orderBy: { id: "asc" },
    select: { id: true },
  });
  return people.map(({ id }) => id);
}

/** Neither words nor an organisation stand in a mail: the number leads to both, for whoever may read them. */
async function tell(
  tx: Transaction,
  kind: ObservationMail,
  { id, number, planCode, unit, rowVersion }: ToldObservation,
  userIds: readonly number[],
  now: Date,
  /** What is told once; where left out, of this version. */
  occasion: string = String(rowVersion),
): Promise<void> {
  const args = { plan: planCode, unit: unit.code, observations: [number] };
  for (const userId of userIds)
    await queueMail(tx, { to: { userId }, kind, args, once: `${kind}:${id}:${occasion}:${userId}` }, now);
}
