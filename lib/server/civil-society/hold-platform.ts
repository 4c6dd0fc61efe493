import "server-only";
import { platformReportCode } from "@/lib/domain/commitments/platform-report";
import type { UnitRef } from "@/lib/domain/permissions";
import { Refusal } from "@/lib/domain/refusal";
import type { PlatformAddress } from "@/lib/schemas/commitments/platform-forms";
import type { AuditEntry } from "@/lib/server/audit/write";
import type { Transaction } from "@/lib/server/db/client";
import { raiseAreas } from "@/lib/server/page-cache/raise-areas";

/** The platform of a country or of the region. */
export interface Platform {
  planId: number;
  planCode: string;
  unit: UnitRef;
}

/** @throws Refusal `notFound` */
export async function mustFindPlatform(
  client: Pick<Transaction, "reportingUnit">,
  { plan, unit: code }: PlatformAddress,
): Promise<Platform> {
  const unit = await client.reportingUnit.findFirst({
    where: { code, plan: { code: plan }, level: { in: ["region", "country"] } },
    select: { id: true, code: true, level: true, planId: true },
  });
  if (!unit) throw new Refusal("notFound");
  const { planId, ...of } = unit;
  return { planId, planCode: plan, unit: of };
}

/** The organisations that are members of a platform now. */
export const memberIdsOf = async (client: Pick<Transaction, "platformMember">, unitId: number): Promise<number[]> =>
  (
    await client.platformMember.findMany({
      where: { unitId, until: null },
      orderBy: { organisationId: "asc" },
      select: { organisationId: true },
    })
  ).map(({ organisationId }) => organisationId);

/** Makes the public pages about platforms anew, and the slides of meetings, which name their reports. */
export const raisePlatforms = (tx: Pick<Transaction, "$executeRaw">, planId: number): Promise<void> =>
  raiseAreas(tx, planId, ["meetings", "civil-society"]);

/** What the audit says of every event of a platform's membership. */
export const platformEvent = ({
  planId,
  planCode,
  unit,
}: Platform): Pick<AuditEntry, "stream" | "subject" | "place"> => ({
  stream: `platform:${unit.id}`,
  subject: `platform ${planCode} ${unit.code}`,
  place: { planId, unitId: unit.id },
});

/** The same of a report. */
export const platformReportEvent = ({
  id,
  year,
  ...platform
}: Platform & { id: number; year: number }): Pick<AuditEntry, "stream" | "subject" | "place"> => ({
  stream: `platformReport:${id}`,
  subject: `platformReport ${platform.planCode} ${platformReportCode(platform.unit.code, year)}`,
  place: { planId: platform.planId, unitId: platform.unit.id },
});

/**
 * Meetings at which a report may have been presented: those that were held, of all countries or the platform's own, and not
 * before the year that it is about.
 */
export const meetingsOf = ({ planId, unit, year }: { planId: number; unit: { id: number }; year: number }) => ({
  planId,
  year: { gte: year },
  state: { in: ["held" as const, "outcomeAgreed" as const, "closed" as const] },
  OR: [{ unitId: null }, { unitId: unit.id }],
});
