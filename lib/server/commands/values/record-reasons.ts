import "server-only";
import { totalCell } from "@/lib/domain/framework/disaggregation";
import { type Actor, mustBeAble } from "@/lib/domain/permissions";
import { Refusal } from "@/lib/domain/refusal";
import type { MissingReason } from "@/lib/domain/values/value";
import type { ReasonsForm } from "@/lib/schemas/reports/report-forms";
import { writeAudit } from "@/lib/server/audit/write";
import type { Transaction } from "@/lib/server/db/client";
import { indicatorsOfPeriod } from "@/lib/server/framework/period-indicators";
import { frameworkOf } from "@/lib/server/framework/plan-framework";
import { filledVersions, writeBlank } from "@/lib/server/reports/cells/write-blank";
import { Overtaken } from "@/lib/server/reports/cells/write-values";
import { holdAssigned } from "@/lib/server/reports/hold-assigned";
import { type HeldReport, holdForEditing, mustLocate } from "@/lib/server/reports/hold-report";
import { type LocatedReport, subjectOf } from "@/lib/server/reports/locate-report";
import { reportEvent } from "@/lib/server/reports/report-stream";
import { transaction } from "@/lib/server/transaction";
import type { ReportAddress } from "@/lib/views/report-view";

interface GivenReason {
  code: string;
  indicatorId: number;
  versionId: number;
  reason: MissingReason;
}

/**
 * Says of indicators that are blank why they have no value. Those that somebody answered meanwhile stay as they are; the
 * others get their reason, all or none.
 * @returns codes of those that got it, and of those that were answered already
 * @throws Refusal `notFound`, also for an indicator that the period hasn't; `notAllowed`, `locked`, `changedMeanwhile`
 */
export async function recordReasons(
  actor: Actor,
  address: ReportAddress,
  { given }: ReasonsForm,
  now: Date,
): Promise<{ recorded: string[]; answered: string[] }> {
  const located = await mustLocate(address);
  const wanted = await judge(actor, located, given);
  const codes = (reasons: readonly GivenReason[]) => reasons.map(({ code }) => code);
  try {
    return await transaction(async (tx) => {
      const report = await holdForEditing(tx, actor, address, located, now);
      const ids = wanted.map(({ indicatorId }) => indicatorId);
      await holdAssigned(tx, actor, "enterValue", subjectOf(located), ids);
      const filled = await filledVersions(
        tx,
        report,
        wanted.map(({ versionId }) => versionId),
      );
      const blank = wanted.filter(({ versionId }) => !filled.has(versionId));
      if (blank.length > 0) await write(tx, actor, address, report, blank);
      return { recorded: codes(blank), answered: codes(wanted.filter(({ versionId }) => filled.has(versionId))) };
    });
  } catch (error) {
    throw error instanceof Overtaken ? new Refusal("changedMeanwhile") : error;
  }
}

async function judge(actor: Actor, located: LocatedReport, given: ReasonsForm["given"]): Promise<GivenReason[]> {
  const { plan, unit, period } = located;
  const { indicators } = indicatorsOfPeriod(await frameworkOf(plan, "en"), unit.level, period);
  const subject = subjectOf(located);
  return given.map(({ indicator: code, reason }) => {
    const indicator = indicators.find(({ view }) => view.code === code);
    if (!indicator) throw new Refusal("notFound");
    mustBeAble(actor, "enterValue", { ...subject, indicatorId: indicator.id });
    return { code, reason, indicatorId: indicator.id, versionId: indicator.versionId };
  });
}

async function write(
  tx: Transaction,
  actor: Actor,
  address: ReportAddress,
  report: HeldReport,
  blank: readonly GivenReason[],
): Promise<void> {
  const cells = blank.map(({ code, versionId, reason }) => ({
    code,
    versionId,
    cell: totalCell,
    value: { kind: "missing" as const, reason },
  }));
  const written = await writeBlank(tx, report, cells, { actorId: actor.id });
  await writeAudit(tx, {
    ...reportEvent(report, address),
    actorId: actor.id,
    action: "reasonsRecorded",
    after: { revisions: written.map(({ code, cell, revision }) => ({ indicator: code, cell, revision })) },
  });
}
