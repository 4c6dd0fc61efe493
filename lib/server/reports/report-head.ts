import "server-only";
import { dueState } from "@/lib/domain/framework/reporting-period";
import { spokenLocale } from "@/lib/i18n/routing";
import type { Transaction } from "@/lib/server/db/client";
import { dayInRegion, dayOf } from "@/lib/server/db/day";
import type { UnitLevel } from "@/lib/server/db/generated/client";
import type { DeclarationView, PeriodView, PlanView, ReportHead, UnitView } from "@/lib/views/report-view";
import { inLocale, textsFor } from "../framework/locale-text";
import type { PlanFramework } from "../framework/plan-framework";
import { type LocatedReport, lockOf } from "./locate-report";

export const periodView = (period: { code: string; startsOn: Date; endsOn: Date; dueOn: Date }): PeriodView => ({
  code: period.code,
  startsOn: dayOf(period.startsOn),
  endsOn: dayOf(period.endsOn),
  dueOn: dayOf(period.dueOn),
});

/** A plan in words. */
export const planView = (
  { code, isReference, isDemonstration }: Omit<PlanView, "title">,
  { title }: Pick<PlanFramework, "title">,
): PlanView => ({ code, title: title || code, isReference, isDemonstration });

/** The names of units, by their ids. */
export async function unitViews(
  client: Pick<Transaction, "reportingUnitText">,
  units: readonly { id: number; code: string; level: UnitLevel }[],
  locale: string,
): Promise<Map<number, UnitView>> {
  const language = spokenLocale(locale);
  const texts = await client.reportingUnitText.findMany({
    where: { unitId: { in: units.map(({ id }) => id) }, ...textsFor(language) },
  });
  return new Map(
    units.map(({ id, code, level }) => {
      const own = texts.filter(({ unitId }) => unitId === id);
      return [id, { code, level, name: inLocale(own, language)?.name ?? code }];
    }),
  );
}

/** Why a report came back the last time; null unless it is returned now. */
export function returnOf(report: LocatedReport["report"]): ReportHead["returned"] {
  const [decision] = report?.decisions ?? [];
  if (report?.state !== "returned" || !decision) return null;
  return {
    at: decision.decidedAt.toISOString(),
    by: decision.decidedBy.name,
    reason: decision.reason,
    reopened: decision.decision === "reopened",
  };
}

/** Who approved a submission in the unit; null for one that was made before that was asked. */
export const declarationOf = (
  client: Pick<Transaction, "submissionDeclaration">,
  key: { reportId: number; submission: number },
): Promise<DeclarationView | null> =>
  client.submissionDeclaration.findUnique({
    where: { reportId_submission: key },
    select: { approver: true, approverFunction: true },
  });

/** What every page about a report shows of it. */
export function reportHead(located: LocatedReport, framework: PlanFramework, now: Date): ReportHead {
  const { plan, unit, period, report } = located;
  return {
    plan: planView(plan, framework),
    unit: framework.units.get(unit.id)!,
    period: periodView(period),
    due: dueState(periodView(period), dayInRegion(now)),
    id: report?.id ?? null,
    state: report?.state ?? "draft",
    rowVersion: report?.rowVersion ?? 0,
    submission: report?.submission ?? 0,
    submitted: signed(report?.submittedAt, report?.submittedBy),
    approved: report?.state === "approved" ? signed(report.approvedAt, report.approvedBy) : null,
    returned: returnOf(report),
    lock: lockOf(located, now),
  };
}

const signed = (at: Date | null | undefined, by: { name: string } | null | undefined) =>
  at ? { at: at.toISOString(), by: by?.name ?? "" } : null;
