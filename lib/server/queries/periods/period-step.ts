import "server-only";
import { type Frequency, frequencies, nextPeriod } from "@/lib/domain/framework/reporting-period";
import { type Actor, can } from "@/lib/domain/permissions";
import type { ReportState } from "@/lib/domain/reports/report-state";
import { db } from "@/lib/server/db/client";
import { dayOf } from "@/lib/server/db/day";
import { answeredVersions } from "@/lib/server/reports/answered-counts";
import { planView } from "@/lib/server/reports/report-head";
import type { Asked } from "@/lib/server/reports/visible-report";
import type { NewPeriodView, PeriodStepView } from "@/lib/views/periods/period-view";
import { indicatorsOfPeriod } from "../../framework/period-indicators";
import { readPeriods } from "./period-list";

/** What a step would mean for a period, for whoever may take it; null for everybody else. */
export async function periodStep(
  actor: Actor,
  { plan: planCode, period: code }: { plan: string; period: string },
  asked: Asked,
): Promise<PeriodStepView | null> {
  const read = await readPeriods(planCode, asked);
  const period = read?.periods.find((each) => each.code === code);
  if (!read || !period || !can(actor, "keepPeriods", { planId: read.plan.id })) return null;
  const { plan, framework, reports, today } = read;
  const client = await db();
  const of = reports.filter(({ periodId }) => periodId === period.id);
  const stateOf = (unitId: number): ReportState => of.find((report) => report.unitId === unitId)?.state ?? "draft";
  const unitsIn = (state: ReportState) =>
    plan.units.filter(({ id }) => stateOf(id) === state).map(({ id }) => framework.units.get(id)!);
  const names = (state: ReportState) => unitsIn(state).map(({ name }) => name);
  const ownDate = (code: string) => period.ownDates.find(({ unit }) => unit === code);
  const ownDates = (state: ReportState) => unitsIn(state).flatMap(({ code }) => ownDate(code) ?? []);
  const drafts = of.filter(({ state }) => state === "draft").map(({ id }) => id);
  const answered = drafts.length === 0 ? new Map() : await answeredVersions(client, drafts);
  const people = await client.user.count({
    where: { disabledAt: null, roles: { some: { planId: plan.id, role: { in: ["focalPoint", "contributor"] } } } },
  });
  return {
    plan: planView(plan, framework),
    period,
    people,
    today,
    names: {
      draft: names("draft"),
      submitted: names("submitted"),
      returned: names("returned"),
      approved: names("approved"),
    },
    ownDates: {
      draft: ownDates("draft"),
      submitted: ownDates("submitted"),
      returned: ownDates("returned"),
      approved: ownDates("approved"),
    },
    overdue: unitsIn("draft").flatMap(({ code, name }) =>
      (ownDate(code)?.dueOn ?? period.dueOn) < today ? [name] : [],
    ),
    begun: answered.size,
    units: plan.units.map(({ id }) => framework.units.get(id)!).map(({ code, name }) => ({ code, name })),
  };
}

/** The period that comes next, for whoever may add it; null for everybody else. */
export async function newPeriod(actor: Actor, planCode: string, asked: Asked): Promise<NewPeriodView | null> {
  const read = await readPeriods(planCode, asked);
  if (!read || !can(actor, "keepPeriods", { planId: read.plan.id })) return null;
  const { plan, framework, periods, today } = read;
  const last = periods.at(-1) ?? null;
  const first = (frequency: Frequency) => ({ startsOn: dayOf(plan.startsOn), frequency });
  const used = new Set(framework.indicators.flatMap(({ versions }) => versions.map(({ frequency }) => frequency)));
  const possible = last ? [last.frequency] : frequencies.filter((each) => used.size === 0 || used.has(each));
  const choices = possible.map((frequency) => nextPeriod(last, first(frequency)));
  const next = choices[0]!;
  const asRow = { startsOn: new Date(next.startsOn), frequency: next.frequency };
  return {
    plan: planView(plan, framework),
    endsOn: dayOf(plan.endsOn),
    last: last && { code: last.code, startsOn: last.startsOn, endsOn: last.endsOn, frequency: last.frequency },
    choices,
    countries: plan.units.filter(({ level }) => level === "country").length,
    indicators: indicatorsOfPeriod(framework, "country", asRow).indicators.length,
    isAfterEnd: dayOf(plan.endsOn) < next.startsOn,
    isToCome: today < next.startsOn,
  };
}
