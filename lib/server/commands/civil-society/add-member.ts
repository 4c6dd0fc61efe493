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
 * Takes a civil society organisation into a platform, from a day on.
 * @throws Refusal `notFound`, `notAllowed`, `platformMemberAlready`; InvalidFields for an organisation of another kind, for a day that
 * is to come, and for one on which it still belonged to it
 */
export function addMember(
  actor: Actor,
  address: PlatformAddress,
  { organisationId, since }: { organisationId: number; since: IsoDate },
  now: Date,
): Promise<void> {
  return transaction(async (tx) => {
    const platform = await mustFindPlatform(tx, address);
    const { planId, unit } = platform;
    mustBeAble(actor, "keepPlatforms", { planId });
    // Nobody else changes who belongs to it until the transaction ends.
    await tx.$queryRaw`SELECT FROM reporting_unit WHERE id = ${unit.id} FOR NO KEY UPDATE`;
    const organisation = await tx.organisation.findFirst({
      where: { id: organisationId, kind: "civilSociety", archivedAt: null },
      select: { id: true },
    });
    if (!organisation) throw new InvalidFields([{ field: "organisation", key: "choiceMissing" }]);
    if (since > dayInUnit(unit.code, now)) throw new InvalidFields([{ field: "since", key: "platformDayFuture" }]);
    const { _max: left } = await tx.platformMember.aggregate({
      where: { unitId: unit.id, organisationId },
      _max: { until: true },
    });
    if (left.until && since <= dayOf(left.until))
      throw new InvalidFields([{ field: "since", key: "platformSinceBefore", args: { until: dayOf(left.until) } }]);
    const present = await tx.platformMember.count({ where: { unitId: unit.id, organisationId, until: null } });
    if (present > 0) throw new Refusal("platformMemberAlready");
    await tx.platformMember.create({ data: { planId, unitId: unit.id, organisationId, since: new Date(since) } });
    await raisePlatforms(tx, platform.planId);
    await writeAudit(tx, {
      ...platformEvent(platform),
      actorId: actor.id,
      action: "platformMemberAdded",
      after: { organisation: organisationId, since },
    });
  });
}
