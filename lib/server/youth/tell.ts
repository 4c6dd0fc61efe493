import "server-only";
import type { UnitRef } from "@/lib/domain/permissions";
import type { Transaction } from "@/lib/server/db/client";
import type { Prisma } from "@/lib/server/db/generated/client";
import { queueMail } from "@/lib/server/mail/queue-mail";
import { tellFocalPoints } from "@/lib/server/mail/tell-focal-points";
import type { ToldRecommendation } from "./asked-answers";

/**
 * Tells the secretariat that a recommendation waits for the safety check, once of each version.
 * @param rowVersion that of the recommendation as it was submitted
 */
export async function tellCheckers(
  tx: Transaction,
  {
    id,
    number,
    planId,
    planCode,
    rowVersion,
  }: Omit<ToldRecommendation, "organisationId" | "forumUnit"> & { rowVersion: number },
  now: Date,
): Promise<void> {
  const region = await regionOf(tx, planId);
  const args = ({ code: unit }: UnitRef) => ({ plan: planCode, unit, recommendations: [number] });
  const told = { kind: "recommendationCheck", id, planId, units: region ? [region] : [], args } as const;
  return tellFocalPoints(tx, { ...told, occasion: String(rowVersion) }, now);
}

const regionOf = (tx: Transaction, planId: number): Promise<UnitRef | null> =>
  tx.reportingUnit.findFirst({ where: { planId, level: "region" }, select: { id: true, code: true, level: true } });

/**
 * Tells those who answer for these units that a recommendation waits for them, once of each occasion.
 * @param occasion `passed`, or the day that is near or was missed
 */
export function tellUnits(
  tx: Transaction,
  { id, number, planId, planCode }: ToldRecommendation,
  units: readonly UnitRef[],
  occasion: string,
  now: Date,
): Promise<void> {
  const args = (unit: UnitRef) => ({ plan: planCode, unit: unit.code, recommendations: [number] });
  return tellFocalPoints(tx, { kind: "recommendationReply", id, planId, units, occasion, args }, now);
}

/**
 * Tells those who speak for the young people what became of a recommendation in a unit, once of each occasion.
 * @param occasion the version of the unit's answer, or the day that it missed
 */
export async function tellFacilitators(
  tx: Transaction,
  { id, number, planId, planCode, organisationId, forumUnit }: ToldRecommendation,
  unit: UnitRef,
  occasion: string,
  now: Date,
): Promise<void> {
  const ofForum: Prisma.UserRoleWhereInput = {
    OR: [{ unitId: null }, ...(forumUnit ? [{ unitId: forumUnit.id }] : [])],
  };
  const people = await tx.user.findMany({
    where: { organisationId, disabledAt: null, roles: { some: { role: "youthFacilitator", planId, ...ofForum } } },
    orderBy: { id: "asc" },
    select: { id: true },
  });
  const kind = "recommendationNews";
  const args = { plan: planCode, unit: unit.code, recommendations: [number] };
  for (const { id: userId } of people) {
    const once = `${kind}:${id}:${occasion}:${unit.id}:${userId}`;
    await queueMail(tx, { to: { userId }, kind, args, once }, now);
  }
}

/**
 * Tells those who speak for the young people what the secretariat did about a recommendation: that it was sent back, or taken
 * down. It is of no one country, and told as the region's.
 * @param rowVersion that of the recommendation as it stood before
 */
export async function tellOfCheck(
  tx: Transaction,
  { rowVersion, ...told }: ToldRecommendation & { rowVersion: number },
  now: Date,
): Promise<void> {
  const region = await regionOf(tx, told.planId);
  if (region) await tellFacilitators(tx, told, region, `checked ${rowVersion}`, now);
}
