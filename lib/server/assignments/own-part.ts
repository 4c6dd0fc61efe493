import "server-only";
import type { Actor } from "@/lib/domain/permissions";
import type { Transaction } from "@/lib/server/db/client";
import { indicatorsOfPeriod } from "@/lib/server/framework/period-indicators";
import type { PlanFramework } from "@/lib/server/framework/plan-framework";
import { answeredVersions } from "@/lib/server/reports/answered-counts";
import { assignedTo } from "@/lib/server/reports/hold-assigned";
import { type LocatedReport, subjectOf } from "@/lib/server/reports/locate-report";

/** The codes of what is assigned to somebody in a report as it is now, and how many of them have no answer. */
export async function ownPart(
  tx: Pick<Transaction, "$queryRaw">,
  actor: Actor,
  located: LocatedReport,
  framework: PlanFramework,
): Promise<{ codes: string[]; left: number }> {
  const { unit, period, report } = located;
  const rows = await tx.$queryRaw<{ id: number }[]>`
    SELECT DISTINCT a.indicator_id AS id FROM ${assignedTo(actor, subjectOf(located))}`;
  const ids = new Set(rows.map(({ id }) => id));
  const own = indicatorsOfPeriod(framework, unit.level, period).indicators.filter(({ id }) => ids.has(id));
  const answered = report ? (await answeredVersions(tx, [report.id])).get(report.id) : undefined;
  return {
    codes: own.map(({ view }) => view.code),
    left: own.filter(({ versionId }) => !answered?.has(versionId)).length,
  };
}
