// The plans of `npm run bench:publish`, beside the demonstration.
import type pg from "pg";
import type { PrismaClient } from "@/lib/server/db/generated/client";
import { ensureCells } from "@/lib/server/reports/cells/ensure-cells";
import { makePerson } from "@/prisma/seed/make-person";
import { writeFramework } from "@/prisma/seed/write-framework";
import { countsOf, type IndicatorSize } from "@/test/factories/large-indicator";
import { resultsFramework } from "@/test/factories/results-framework";

export interface MadeReport {
  id: number;
  unitId: number;
  periodId: number;
}

const names = (letter: string, many: number) => Array.from({ length: many }, (_, index) => `${letter}${index + 1}`);

/**
 * A made-up plan with an indicator whose periods stand alone and one that is counted from the plan's start, both with
 * small numbers in all cells, and a submitted report of every country and period. @returns them by period
 */
export async function makePlan(
  prisma: PrismaClient,
  pool: pg.Pool,
  code: string,
  size: IndicatorSize,
): Promise<{ planId: number; reports: MadeReport[][] }> {
  const tables = [["sex", "age"]];
  const dimensions = { sex: names("s", size.sexes), age: names("a", size.ages) };
  const indicators = {
    "G1.1-a": { tables },
    "G1.1-b": { tables, accumulation: "cumulativeToDate" as const },
  };
  const framework = resultsFramework(code, indicators, dimensions);
  const [region, country] = framework.units;
  const [period] = framework.periods;
  framework.units = [region!, ...names("C", size.countries).map((code) => ({ ...country!, code }))];
  framework.periods = Array.from({ length: size.periods }, (_, index) => {
    const year = 2015 + index;
    return {
      ...period!,
      code: String(year),
      startsOn: `${year}-01-01`,
      endsOn: `${year}-12-31`,
      dueOn: `${year + 1}-03-31`,
    };
  });
  framework.plan.endsOn = framework.periods.at(-1)!.endsOn;
  const planId = await prisma.$transaction((tx) => writeFramework(tx, framework));
  const person = { email: `officer@${code}.example.org`, password: "quiet rivers 7" };
  const { id: personId } = await makePerson(prisma, person);
  const cells = await ensureCells(prisma, planId, [...countsOf(size, 0).keys()]);
  const versions = await prisma.indicatorVersion.findMany({
    where: { indicator: { planId } },
    orderBy: { id: "asc" },
    select: { id: true },
  });
  const units = await prisma.reportingUnit.findMany({ where: { planId, level: "country" }, select: { id: true } });
  const periods = await prisma.reportingPeriod.findMany({
    where: { planId },
    orderBy: { startsOn: "asc" },
    select: { id: true },
  });
  const sums = new Map<string, number>();
  const reports: MadeReport[][] = [];
  for (const { id: periodId } of periods) {
    reports.push([]);
    for (const { id: unitId } of units) {
      const { id } = await prisma.report.create({
        data: {
          planId,
          unitId,
          periodId,
          state: "submitted",
          submission: 1,
          submittedAt: new Date(),
          submittedById: personId,
        },
        select: { id: true },
      });
      reports.at(-1)!.push({ id, unitId, periodId });
      const rows = [...countsOf(size, unitId * 1000 + periodId)].flatMap(([cell, count]) => {
        const key = `${unitId} ${cell}`;
        sums.set(key, count + (sums.get(key) ?? 0));
        return [count, sums.get(key)!].map((number, at) => ({
          cell: cells.get(cell),
          version: versions[at]!.id,
          number,
        }));
      });
      await pool.query(
        `INSERT INTO value (period_id, report_id, indicator_version_id, cell_id, revision, kind, number, updated_by_id)
         SELECT $1, $2, version, cell, 1, 'number', number, $3
         FROM jsonb_to_recordset($4::jsonb) AS r(cell int, version int, number numeric)`,
        [periodId, id, personId, JSON.stringify(rows)],
      );
    }
  }
  return { planId, reports };
}
