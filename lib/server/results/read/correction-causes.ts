import "server-only";
import { db } from "@/lib/server/db/client";
import { dayInRegion } from "@/lib/server/db/day";
import { asOf } from "@/lib/server/results/stored/as-of";
import type { Correction } from "@/lib/views/corrections-view";
import type { PublishedPlan } from "./plan";

/** What an approval's version says that it is about: `report THA 2016`. */
const ofReport = /^report (\S+) (\S+)$/;

/**
 * When results versions came about and what they came of, by number. What an officer writes for officers isn't among it.
 * @param plan read as of a release
 */
export async function versionsSaid(
  plan: PublishedPlan,
  versions: readonly number[],
): Promise<ReadonlyMap<number, Correction["since"]>> {
  if (versions.length === 0) return new Map();
  const client = await db();
  const rows = await client.resultsVersion.findMany({
    where: { planId: plan.id, version: { in: [...versions] } },
    select: {
      version: true,
      cause: true,
      subject: true,
      createdAt: true,
      reopening: { select: { correctionReason: { select: { text: true } } } },
    },
  });
  const reports = await client.result.groupBy({
    by: ["unitId", "periodId"],
    where: { planId: plan.id, ...asOf(plan.version) },
  });
  const units = [...plan.countries, ...(plan.region ? [plan.region] : [])];
  return new Map(
    rows.map(({ version, cause: kind, subject, createdAt, reopening }) => {
      const [, unitCode, periodCode] = (kind === "approval" && ofReport.exec(subject)) || [];
      const unit = units.find(({ code }) => code === unitCode);
      const period = plan.periods.find(({ code }) => code === periodCode);
      const cause = {
        kind,
        unit: unit?.name ?? "",
        period: period ?? null,
        isAgain: reports.some(({ unitId, periodId }) => unitId === unit?.id && periodId === period?.id),
        reason: reopening?.correctionReason?.text ?? "",
      };
      return [version, { version, day: dayInRegion(createdAt), cause }];
    }),
  );
}
