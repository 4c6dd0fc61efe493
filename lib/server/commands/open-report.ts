import "server-only";
import { type Actor, can, mustBeAble } from "@/lib/domain/permissions";
import { Refusal } from "@/lib/domain/refusal";
import { db } from "@/lib/server/db/client";
import { ensureReport } from "@/lib/server/reports/ensure-report";
import { type LocatedReport, locateReport, lockOf, subjectOf } from "@/lib/server/reports/locate-report";
import { transaction } from "@/lib/server/transaction";
import type { ReportAddress } from "@/lib/views/report-view";

/**
 * The report of a unit and period; the first who may edit it and asks opens it as a draft. One that is there is given
 * to whoever enters something in it, in whatever state.
 * @throws Refusal `notFound`, `notAllowed`, and `locked` where there is none and the period takes none
 */
export async function openReport(actor: Actor, address: ReportAddress, now: Date): Promise<{ id: number }> {
  const located = await locateReport(await db(), address);
  if (!located) throw new Refusal("notFound");
  mayEnterSomething(actor, located);
  if (located.report) return { id: located.report.id };
  const lock = lockOf(located, now);
  if (lock) throw new Refusal("locked", { lock });
  const { plan, unit, period } = located;
  const place = { planId: plan.id, unitId: unit.id, periodId: period.id };
  return { id: await transaction((tx) => ensureReport(tx, actor, address, place)) };
}

function mayEnterSomething(actor: Actor, located: LocatedReport) {
  const subject = subjectOf(located);
  const isAssigned = actor.assignments.some(({ indicatorId }) => can(actor, "enterValue", { ...subject, indicatorId }));
  if (!isAssigned) mustBeAble(actor, "editReport", subject);
}
