import "server-only";
import { type Actor, can, type UnitSubject } from "@/lib/domain/permissions";
import type { ReportState } from "@/lib/domain/reports/report-state";
import { areCodes } from "@/lib/schemas/reports/report-forms";
import { db } from "@/lib/server/db/client";
import { dayInRegion, dayOf } from "@/lib/server/db/day";
import { presentEdition } from "@/lib/server/framework/edition";
import { frameworkOf, type PlanFramework } from "@/lib/server/framework/plan-framework";
import { periodView, planView } from "@/lib/server/reports/report-head";
import type { Asked } from "@/lib/server/reports/visible-report";
import type { PeriodListView, PeriodOfList } from "@/lib/views/periods/period-view";

/** A plan's reporting periods for whoever sees how far reports are; null for everybody else. */
export async function periodList(actor: Actor, planCode: string, asked: Asked): Promise<PeriodListView | null> {
  const read = await readPeriods(planCode, asked, (planId, unit) => can(actor, "viewCompleteness", { planId, unit }));
  if (!read) return null;
  const { plan, framework, periods } = read;
  const mayKeep = can(actor, "keepPeriods", { planId: plan.id });
  if (!mayKeep && !can(actor, "viewCompleteness", { planId: plan.id })) return null;
  return { plan: planView(plan, framework), endsOn: dayOf(plan.endsOn), mayKeep, periods };
}

export type ReadPeriods = NonNullable<Awaited<ReturnType<typeof readPeriods>>>;

/**
 * A plan's periods with their reports' states, as all pages about periods have them.
 * @param isSeen of which units something is said; left out, of all
 */
export async function readPeriods(
  planCode: string,
  { locale, now }: Asked,
  isSeen: (planId: number, unit: UnitSubject["unit"]) => boolean = () => true,
) {
  if (!areCodes(planCode)) return null;
  const client = await db();
  const row = await client.plan.findUnique({
    where: { code: planCode },
    select: {
      id: true,
      code: true,
      startsOn: true,
      endsOn: true,
      isDemonstration: true,
      resultsVersion: true,
      editions: { where: presentEdition, select: { isReference: true } },
      units: { orderBy: { position: "asc" }, select: { id: true, code: true, level: true } },
      periods: {
        orderBy: [{ endsOn: "asc" }, { startsOn: "desc" }],
        select: {
          id: true,
          code: true,
          startsOn: true,
          endsOn: true,
          dueOn: true,
          state: true,
          frequency: true,
          unitDueDates: { select: { unitId: true, dueOn: true, reason: true } },
        },
      },
    },
  });
  if (!row) return null;
  const units = row.units.filter((unit) => isSeen(row.id, unit));
  const { editions, ...plan } = { ...row, units, isReference: row.editions[0]?.isReference ?? false };
  const framework = await frameworkOf(plan, locale);
  const reports = await client.report.findMany({
    where: { planId: plan.id, unitId: { in: units.map(({ id }) => id) } },
    select: { id: true, unitId: true, periodId: true, state: true },
  });
  const today = dayInRegion(now);
  const end = dayOf(plan.endsOn);
  const periods = plan.periods.map((period): PeriodOfList & { id: number } => {
    const of = reports.filter(({ periodId }) => periodId === period.id);
    const count = (state: ReportState) => of.filter((report) => report.state === state).length;
    return {
      ...periodView(period),
      id: period.id,
      frequency: period.frequency,
      state: period.state,
      isToCome: today < dayOf(period.startsOn),
      isAfterEnd: end < dayOf(period.startsOn),
      ownDates: ownDatesOf(period.unitDueDates, plan.units, framework),
      reports: {
        draft: plan.units.length - of.length + count("draft"),
        submitted: count("submitted"),
        returned: count("returned"),
        approved: count("approved"),
      },
    };
  });
  return { plan, framework, periods, reports, today };
}

const ownDatesOf = (
  dates: readonly { unitId: number; dueOn: Date; reason: string }[],
  units: readonly { id: number }[],
  framework: PlanFramework,
): PeriodOfList["ownDates"] =>
  units.flatMap(({ id }) =>
    dates
      .filter(({ unitId }) => unitId === id)
      .map(({ dueOn, reason }) => {
        const { code, name } = framework.units.get(id)!;
        return { unit: code, name, dueOn: dayOf(dueOn), reason };
      }),
  );
