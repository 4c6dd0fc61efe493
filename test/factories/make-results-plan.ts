import { randomBytes } from "node:crypto";
import type { CellKey } from "@/lib/domain/framework/disaggregation";
import type { RandomSource } from "@/lib/domain/suppression/secondary/random-source";
import type { Value } from "@/lib/domain/values/value";
import type { PrismaClient } from "@/lib/server/db/generated/client";
import { columnsOf } from "@/lib/server/db/value-columns";
import { codeOf, presentCode } from "@/lib/server/framework/edition";
import { ensureCells } from "@/lib/server/reports/cells/ensure-cells";
import { publishApproved, publishHere } from "@/lib/server/results/publish";
import { writeThreshold } from "@/lib/server/results/stored/write-threshold";
import { randomOfKey } from "@/lib/threads/random-of-key";
import { makePerson } from "@/prisma/seed/make-person";
import { writeFramework } from "@/prisma/seed/write-framework";
import { pastTriggers } from "./past-triggers";
import { type DimensionsToMake, type IndicatorToMake, resultsFramework } from "./results-framework";

/** By indicator code: a total, or values by cell. */
export type ReportedValues = Record<string, Value | Record<CellKey, Value>>;

const unforeseen = (): RandomSource => randomOfKey(randomBytes(32));

export type ResultsPlan = Awaited<ReturnType<typeof makeResultsPlan>>;

const isValue = (given: Value | Record<CellKey, Value>): given is Value => typeof given.kind === "string";

/**
 * A plan with these indicators, and what it takes to approve reports of it as the product does.
 * @param dimensions by which they are split; left out, sex and age
 */
export async function makeResultsPlan(
  prisma: PrismaClient,
  code: string,
  indicators: Record<string, IndicatorToMake>,
  dimensions?: DimensionsToMake,
) {
  const framework = resultsFramework(code, indicators, dimensions);
  const planId = await prisma.$transaction((tx) => writeFramework(tx, framework));
  const { id: personId } = await makePerson(prisma, {
    email: `officer@${code}.example.org`,
    password: "quiet rivers 7",
  });
  const idsOf = (rows: { code: string; id: number }[]) =>
    Object.fromEntries(rows.map((row) => [row.code, row.id])) as Record<string, number>;
  const select = { id: true, code: true } as const;
  const unitIds = idsOf(await prisma.reportingUnit.findMany({ where: { planId }, select }));
  const periodIds = idsOf(await prisma.reportingPeriod.findMany({ where: { planId }, select }));
  const versions = await prisma.indicatorVersion.findMany({
    where: { indicator: { planId } },
    select: { id: true, indicator: presentCode, editions: { select: { editionId: true } } },
  });
  const versionIds = Object.fromEntries(versions.map(({ id, indicator }) => [codeOf(indicator), id]));
  const { editionId } = versions[0]!.editions[0]!;

  /** Writes a report's values in place of those before, in a state that the test names. */
  const write = async (unit: string, period: string, values: ReportedValues, state: "returned" | "approved") => {
    // The first of May in the region, while it is April in UTC.
    const at = new Date(`${Number(period) + 1}-04-30T18:31:00Z`);
    const decided = state === "approved" ? { approvedAt: at, approvedById: personId } : {};
    const place = { unitId: unitIds[unit]!, periodId: periodIds[period]! };
    const { id: reportId } = await prisma.report.upsert({
      where: { unitId_periodId: place },
      create: { planId, ...place, submission: 1, submittedAt: at, submittedById: personId, state, ...decided },
      update: { state, submission: { increment: 1 }, ...decided },
      select: { id: true },
    });
    const { _max: last } = await prisma.value.aggregate({ where: { reportId }, _max: { revision: true } });
    const cells = Object.entries(values).flatMap(([indicator, given]) =>
      Object.entries(isValue(given) ? { total: given } : given).map(([cell, value]) => ({ indicator, cell, value })),
    );
    const cellIds = await ensureCells(prisma, planId, ["total", ...cells.map(({ cell }) => cell)]);
    await prisma.value.deleteMany({ where: { reportId } });
    await prisma.value.createMany({
      data: cells.map(({ indicator, cell, value }) => ({
        periodId: place.periodId,
        reportId,
        indicatorVersionId: versionIds[indicator]!,
        cellId: cellIds.get(cell)!,
        revision: (last.revision ?? 0) + 1,
        updatedById: personId,
        ...columnsOf(value),
      })),
    });
    return { id: reportId, ...place, approvedAt: at };
  };

  return {
    planId,
    unitIds,
    periodIds,
    /** Carries the plan on by a year after its end, with targets for it where a test adopts new ones. */
    carryOn: async (year: string, targets: Record<string, { unit: string; number: number }[]> = {}) => {
      const span = { startsOn: new Date(`${year}-01-01`), endsOn: new Date(`${year}-12-31`) };
      const dueOn = new Date(`${Number(year) + 1}-03-31`);
      const period = { planId, code: year, ...span, frequency: "annual", dueOn } as const;
      periodIds[year] = (await prisma.reportingPeriod.create({ data: period, select: { id: true } })).id;
      const rows = Object.entries(targets).flatMap(([indicator, adopted]) =>
        adopted.map(({ unit, number }) => ({
          editionId,
          indicatorVersionId: versionIds[indicator]!,
          unitId: unitIds[unit]!,
          periodId: periodIds[year]!,
          number,
        })),
      );
      await pastTriggers(prisma, (tx) => tx.target.createMany({ data: rows }));
    },
    /** Changes a report's values without approving them. */
    draft: (unit: string, period: string, values: ReportedValues) => write(unit, period, values, "returned"),
    /** Approves a report with exactly these values. `random` makes what is hidden repeatable. */
    approve: async (unit: string, period: string, values: ReportedValues, random = unforeseen()) => {
      const report = await write(unit, period, values, "approved");
      const change = { planId, cause: "approval", subject: `report ${unit} ${period}`, reports: [report] } as const;
      const published = await prisma.$transaction((tx) => publishHere(tx, change, random));
      return { ...report, ...published };
    },
    /** Approves several units' reports of a period and publishes them at once. */
    approveTogether: async (period: string, reports: Record<string, ReportedValues>, random = unforeseen()) => {
      for (const [unit, values] of Object.entries(reports)) await write(unit, period, values, "approved");
      await prisma.$transaction((tx) => publishApproved(tx, { planId, periodIds: [periodIds[period]!], random }));
    },
    /** Sets another threshold of small counts, as of the next results version. */
    setThreshold: async (threshold: number, random = unforeseen()) => {
      const { smallCountThreshold: before } = await prisma.plan.findUniqueOrThrow({
        where: { id: planId },
        select: { smallCountThreshold: true },
      });
      const change = { planId, cause: "setting", subject: `threshold ${threshold}`, reports: [], threshold } as const;
      return prisma.$transaction(async (tx) => {
        const published = await publishHere(tx, change, random);
        await writeThreshold(tx, planId, { before, threshold, resultsVersion: published.resultsVersion });
        return published;
      });
    },
    /** The result of a cell, its place in codes. */
    result: (unit: string, period: string, indicator: string, cell: CellKey = "total") =>
      prisma.result.findFirst({
        where: {
          planId,
          unitId: unitIds[unit]!,
          periodId: periodIds[period]!,
          indicatorVersionId: versionIds[indicator]!,
          cell: { key: cell },
          untilVersion: null,
        },
      }),
  };
}
