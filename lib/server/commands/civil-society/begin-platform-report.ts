import "server-only";
import { isPlatformReporter } from "@/lib/domain/commitments/platform-report";
import type { Actor } from "@/lib/domain/permissions";
import { Refusal } from "@/lib/domain/refusal";
import type { PlatformAddress } from "@/lib/schemas/commitments/platform-forms";
import { InvalidFields } from "@/lib/schemas/forms/invalid-fields";
import { writeAudit } from "@/lib/server/audit/write";
import { memberIdsOf, mustFindPlatform, platformReportEvent } from "@/lib/server/civil-society/hold-platform";
import { Prisma } from "@/lib/server/db/generated/client";
import { transaction } from "@/lib/server/transaction";

/**
 * Begins the report of a platform for a year of the plan, as a draft that its members read and its reporters write.
 * @returns its id
 * @throws Refusal `notFound`, `notAllowed`, `platformReportBegun`; InvalidFields for a year without a reporting period
 */
export async function beginPlatformReport(
  actor: Actor,
  address: PlatformAddress,
  { year, language }: { year: number; language: string },
  now: Date,
): Promise<{ id: number }> {
  try {
    return await transaction(async (tx) => {
      const platform = await mustFindPlatform(tx, address);
      const { planId, unit } = platform;
      if (!isPlatformReporter(actor, planId, await memberIdsOf(tx, unit.id))) throw new Refusal("notAllowed");
      const periods = await tx.reportingPeriod.findMany({ where: { planId }, select: { startsOn: true } });
      if (!periods.some(({ startsOn }) => startsOn.getUTCFullYear() === year))
        throw new InvalidFields([{ field: "year", key: "choiceMissing" }]);
      const { id } = await tx.platformReport.create({
        data: {
          planId,
          unitId: unit.id,
          year,
          locale: language,
          visibility: "public",
          createdAt: now,
          organisationId: actor.organisation.id,
          authorId: actor.id,
        },
        select: { id: true },
      });
      await writeAudit(tx, {
        ...platformReportEvent({ ...platform, id, year }),
        actorId: actor.id,
        action: "platformReportBegun",
      });
      return { id };
    });
  } catch (error) {
    // Two that begin it at the same moment: the database lets one of them through.
    if (!(error instanceof Prisma.PrismaClientKnownRequestError) || error.code !== "P2002") throw error;
    throw new Refusal("platformReportBegun");
  }
}
