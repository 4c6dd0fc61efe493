import { type CellKey, totalCell } from "@/lib/domain/framework/disaggregation";
import type { ReportState } from "@/lib/domain/reports/report-state";
import type { Value } from "@/lib/domain/values/value";
import { queriesShown } from "@/lib/schemas/reports/review-fields";
import type { Prisma, PrismaClient } from "@/lib/server/db/generated/client";
import { columnsOf } from "@/lib/server/db/value-columns";
import { codeOf, presentCode, presentEdition } from "@/lib/server/framework/edition";
import { holdsFor, indicatorsOfPeriod } from "@/lib/server/framework/period-indicators";
import { readFramework } from "@/lib/server/framework/plan-framework";
import { ensureCells } from "@/lib/server/reports/cells/ensure-cells";
import type { Reporting } from "./make-reporting";

/** Values by indicator code and cell. */
export type ReportValues = Record<string, Record<CellKey, Value>>;

export interface ReportToMake {
  unit: string;
  period: string;
  state?: ReportState;
  values?: ReportValues;
  /** What stands in the other indicators of the period: nothing, or a reason why they have no value. */
  others?: "blank" | "missing";
  /** When all of it happened. */
  at?: Date;
}

/** A report with values, each at its first revision, in a state that it reached once. */
export async function makeReport(
  prisma: PrismaClient,
  plan: Reporting,
  {
    unit,
    period,
    state = "draft",
    values: given = {},
    others = "blank",
    at = new Date("2016-02-01T00:00:00Z"),
  }: ReportToMake,
): Promise<{ id: number; rowVersion: number; submission: number }> {
  const { planId, actors } = plan;
  const periodId = plan.periodIds[period]!;
  const author = unit === "KHM" ? actors.cambodia : unit === "THA" ? actors.thailand : actors.secondReviewer;
  const submission = state === "draft" ? 0 : 1;
  const decided = { submission, decidedAt: at, decidedById: actors.secretariat.id };
  const report = await prisma.report.create({
    data: {
      planId,
      unitId: plan.unitIds[unit]!,
      periodId,
      state,
      submission,
      ...(submission === 1 && { submittedAt: at, submittedById: author.id }),
      ...(state === "approved" && { approvedAt: at, approvedById: actors.secretariat.id }),
      decisions: {
        create:
          state === "returned"
            ? [{ ...decided, decision: "returned", reason: "Please check." }]
            : state === "approved"
              ? [{ ...decided, decision: "approved" }]
              : [],
      },
    },
    select: { id: true, rowVersion: true, submission: true },
  });
  const { startsOn, frequency } = await prisma.reportingPeriod.findUniqueOrThrow({ where: { id: periodId } });
  const level = unit === "REGION" ? "region" : "country";
  const { indicators } = indicatorsOfPeriod(await readFramework(prisma, { planId, ...presentEdition }, "en"), level, {
    startsOn,
    frequency,
  });
  const rest = others === "missing" ? indicators.map(({ view }) => view.code).filter((code) => !given[code]) : [];
  const none: Value = { kind: "missing", reason: "notCollected" };
  const values: ReportValues = { ...given, ...Object.fromEntries(rest.map((code) => [code, { [totalCell]: none }])) };
  const cells = await ensureCells(prisma, planId, Object.values(values).flatMap(Object.keys));
  for (const [code, byCell] of Object.entries(values)) {
    const version = await prisma.indicatorVersion.findFirstOrThrow({
      where: { indicator: { planId, editions: { some: { code } } }, ...holdsFor(startsOn) },
      orderBy: { version: "desc" },
      select: { id: true },
    });
    const rows = Object.entries(byCell).map(([key, value]) => ({
      periodId,
      reportId: report.id,
      indicatorVersionId: version.id,
      cellId: cells.get(key)!,
      revision: 1,
      ...columnsOf(value),
    }));
    const earlier = new Date(at.getTime() - 1000);
    await prisma.value.createMany({
      data: rows.map((row) => ({ ...row, updatedAt: earlier, updatedById: author.id })),
    });
    await prisma.valueRevision.createMany({
      data: rows.map((row) => ({ ...row, createdAt: earlier, createdById: author.id })),
    });
  }
  return report;
}

/** What reports of the plan left in the audit, oldest first. */
export const auditOf = (prisma: PrismaClient, { planId }: Pick<Reporting, "planId">) =>
  auditWhere(prisma, { planId, reportId: { not: null } });

/** Audit events with what they say, oldest first. */
export async function auditWhere(prisma: PrismaClient, where: Prisma.AuditEventWhereInput) {
  const events = await prisma.auditEvent.findMany({
    where,
    orderBy: [{ stream: "asc" }, { sequence: "asc" }],
    include: { payload: { select: { before: true, after: true } } },
  });
  return events.map(({ payload, ...event }) => ({ ...event, before: null, after: null, ...payload }));
}

/** An approved total of an indicator, as the approval of a report would have left it. */
export async function makeApprovedTotal(
  prisma: PrismaClient,
  plan: Reporting,
  {
    unit,
    period,
    indicator,
    value,
    version: since = 1,
  }: { unit: string; period: string; indicator: string; value: Value; version?: number },
): Promise<void> {
  const periodId = plan.periodIds[period]!;
  const { startsOn } = await prisma.reportingPeriod.findUniqueOrThrow({ where: { id: periodId } });
  const version = await prisma.indicatorVersion.findFirstOrThrow({
    where: { indicator: { planId: plan.planId, editions: { some: { code: indicator } } }, ...holdsFor(startsOn) },
    orderBy: { version: "desc" },
    select: { id: true },
  });
  const cells = await ensureCells(prisma, plan.planId, ["total"]);
  await prisma.result.create({
    data: {
      planId: plan.planId,
      periodId,
      unitId: plan.unitIds[unit]!,
      indicatorVersionId: version.id,
      cellId: cells.get("total")!,
      ...columnsOf(value),
      revision: 1,
      disclosureState: "shown",
      approvedAt: new Date("2016-05-01T00:00:00Z"),
      valueSince: since,
      fromVersion: since,
    },
  });
}

/** Who approves made-up submissions. */
export const madeUpDeclaration = { approver: "Officer made up", approverFunction: "Head of the task force (made up)" };

/** The plan's one report as somebody who looks at it now sees it: what its submission must name. */
export async function reportAsSeen(prisma: PrismaClient, { planId }: Pick<Reporting, "planId">) {
  const { id, rowVersion } = await prisma.report.findFirstOrThrow({ where: { planId } });
  const revisions = await prisma.valueRevision.count({ where: { reportId: id } });
  return { rowVersion, revisions, ...madeUpDeclaration };
}

/** The queries of its present submission, as whoever returns it now was shown them. */
export async function queriesAsSeen(prisma: PrismaClient, { planId }: Pick<Reporting, "planId">): Promise<string> {
  const { id: reportId, submission } = await prisma.report.findFirstOrThrow({ where: { planId } });
  const answers = await prisma.reviewAnswer.findMany({
    where: { reportId, submission, answer: "query" },
    select: { query: true, indicator: presentCode },
  });
  return queriesShown(answers.map(({ query, indicator }) => ({ code: codeOf(indicator), query })));
}
