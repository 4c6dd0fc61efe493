import "server-only";
import type { CellKey, Dimension } from "@/lib/domain/framework/disaggregation";
import { type Actor, can, mustBeAble } from "@/lib/domain/permissions";
import { Refusal } from "@/lib/domain/refusal";
import { carriable, carryingOf } from "@/lib/domain/reports/carrying";
import type { Value } from "@/lib/domain/values/value";
import { writeAudit } from "@/lib/server/audit/write";
import { db } from "@/lib/server/db/client";
import { indicatorsOfPeriod, type PeriodIndicator } from "@/lib/server/framework/period-indicators";
import { frameworkOf } from "@/lib/server/framework/plan-framework";
import { filledVersions, writeBlank } from "@/lib/server/reports/cells/write-blank";
import { Overtaken } from "@/lib/server/reports/cells/write-values";
import { holdAssigned } from "@/lib/server/reports/hold-assigned";
import { holdForEditing, mustLocate } from "@/lib/server/reports/hold-report";
import { type LastReport, lastValues } from "@/lib/server/reports/last-values";
import { type LocatedReport, subjectOf } from "@/lib/server/reports/locate-report";
import { reportEvent } from "@/lib/server/reports/report-stream";
import { transaction } from "@/lib/server/transaction";
import type { ReportAddress } from "@/lib/views/report-view";

/**
 * Takes the values of the period before over into indicators that have none yet, each marked until somebody confirms it.
 * Whatever was answered meanwhile stays.
 * @param wanted codes, or every unanswered indicator that the actor enters and whose values hold until they change
 * @returns codes of those that got values, and of those that were asked for and didn't: they are answered, or there is nothing
 * to carry
 * @throws Refusal `notFound`, also for an indicator that the period hasn't; `notAllowed`, `locked`, `changedMeanwhile`
 */
export async function carryValues(
  actor: Actor,
  address: ReportAddress,
  { wanted }: { wanted: readonly string[] | "unanswered" },
  now: Date,
): Promise<{ carried: string[]; left: string[] }> {
  const located = await mustLocate(address);
  const subject = subjectOf(located);
  mustBeAble(actor, "viewReport", subject);
  const { indicators, dimensions } = await indicatorsOf(located);
  const chosen =
    wanted === "unanswered" ? mayCarry(actor, located, indicators) : named(actor, located, indicators, wanted);
  const last = await lastValues(await db(), located);
  const wantedCells = cellsToCarry(chosen, dimensions, last);
  const told = (written: readonly { code: string }[]) => {
    const carried = new Set(written.map(({ code }) => code));
    return { carried: [...carried], left: chosen.map(({ view }) => view.code).filter((code) => !carried.has(code)) };
  };
  if (!last || wantedCells.length === 0) return told([]);
  try {
    return await transaction(async (tx) => {
      const report = await holdForEditing(tx, actor, address, located, now);
      const ids = chosen.map(({ id }) => id);
      await holdAssigned(tx, actor, "enterValue", subject, ids);
      const versionIds = chosen.map(({ versionId }) => versionId);
      const filled = await filledVersions(tx, report, versionIds);
      const cells = wantedCells.filter(({ versionId }) => !filled.has(versionId));
      if (cells.length === 0) return told([]);
      const written = await writeBlank(tx, report, cells, { actorId: actor.id, carried: true });
      await writeAudit(tx, {
        ...reportEvent(report, address),
        actorId: actor.id,
        action: "valuesCarried",
        after: {
          from: last.period,
          revisions: written.map(({ code, cell, revision }) => ({ indicator: code, cell, revision })),
        },
      });
      return told(written);
    });
  } catch (error) {
    throw error instanceof Overtaken ? new Refusal("changedMeanwhile") : error;
  }
}

function cellsToCarry(
  chosen: readonly PeriodIndicator[],
  dimensions: readonly Dimension[],
  last: LastReport | null,
): { code: string; versionId: number; cell: CellKey; value: Value }[] {
  return chosen.flatMap(({ id, versionId, versions, view }) => {
    const before = last?.values.get(id);
    if (!before) return [];
    const { code, rules, version } = view;
    const tables = view.tables.map((table) => table.code);
    return [...carriable({ rules, version, versions, tables }, dimensions, before)].map(([cell, value]) => ({
      code,
      versionId,
      cell,
      value,
    }));
  });
}

async function indicatorsOf({ plan, unit, period }: LocatedReport) {
  const framework = await frameworkOf(plan, "en");
  return { ...indicatorsOfPeriod(framework, unit.level, period), dimensions: framework.dimensions };
}

function mayCarry(actor: Actor, located: LocatedReport, indicators: readonly PeriodIndicator[]): PeriodIndicator[] {
  const subject = subjectOf(located);
  const entered = indicators.filter(({ id }) => can(actor, "enterValue", { ...subject, indicatorId: id }));
  if (entered.length === 0) throw new Refusal("notAllowed");
  return entered.filter(({ view }) => carryingOf(view.rules) === "withOthers");
}

function named(
  actor: Actor,
  located: LocatedReport,
  indicators: readonly PeriodIndicator[],
  codes: readonly string[],
): PeriodIndicator[] {
  return [...new Set(codes)].map((code) => {
    const indicator = indicators.find(({ view }) => view.code === code);
    if (!indicator) throw new Refusal("notFound");
    mustBeAble(actor, "enterValue", { ...subjectOf(located), indicatorId: indicator.id });
    return indicator;
  });
}
