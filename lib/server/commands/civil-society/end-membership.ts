import "server-only";
import type { IsoDate } from "@/lib/domain/framework/reporting-period";
import { type Actor, mustBeAble } from "@/lib/domain/permissions";
import { Refusal } from "@/lib/domain/refusal";
import type { PlatformAddress } from "@/lib/schemas/commitments/platform-forms";
import { InvalidFields } from "@/lib/schemas/forms/invalid-fields";
import { writeAudit } from "@/lib/server/audit/write";
import { mustFindPlatform, platformEvent, raisePlatforms } from "@/lib/server/civil-society/hold-platform";
import { dayInUnit, dayOf } from "@/lib/server/db/day";
import { transaction } from "@/lib/server/transaction";

/**
 * Ends an organisation's membership in a platform. What it said there, and agreed to, stays.
 * @param until the last day of it
 * @throws Refusal `notFound`, `notAllowed`, `changedMeanwhile`; InvalidFields for a day before it began, or to come
 */
export function endMembership(
  actor: Actor,
  address: PlatformAddress,
  { member, until }: { member: number; until: IsoDate },
  now: Date,
): Promise<void> {
  return transaction(async (tx) => {
    const platform = await mustFindPlatform(tx, address);
    mustBeAble(actor, "keepPlatforms", { planId: platform.planId });
    // Nobody else changes who belongs to it until the transaction ends.
    await tx.$queryRaw`SELECT FROM reporting_unit WHERE id = ${platform.unit.id} FOR NO KEY UPDATE`;
    const row = await tx.platformMember.findFirst({
      where: { id: member, unitId: platform.unit.id },
      select: { organisationId: true, since: true },
    });
    if (!row) throw new Refusal("notFound");
    if (until > dayInUnit(platform.unit.code, now))
      throw new InvalidFields([{ field: "until", key: "platformDayFuture" }]);
    if (until < dayOf(row.since)) throw new InvalidFields([{ field: "until", key: "platformEndsBefore" }]);
    const { count } = await tx.platformMember.updateMany({
      where: { id: member, until: null },
      data: { until: new Date(until) },
    });
    if (count === 0) throw new Refusal("changedMeanwhile");
    await raisePlatforms(tx, platform.planId);
    await writeAudit(tx, {
      ...platformEvent(platform),
      actorId: actor.id,
      action: "platformMembershipEnded",
      after: { organisation: row.organisationId, until },
    });
  });
}
