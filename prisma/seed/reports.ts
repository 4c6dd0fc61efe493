import { type CellKey, totalCell } from "@/lib/domain/framework/disaggregation";
import { seededRandom } from "@/lib/domain/suppression/secondary/random-source";
import type { Value } from "@/lib/domain/values/value";
import { writeAudit } from "@/lib/server/audit/write";
import type { Transaction } from "@/lib/server/db/client";
import { given, inserted, recordset } from "@/lib/server/db/columns";
import type { ReportState } from "@/lib/server/db/generated/client";
import { columnsOf, valueColumns } from "@/lib/server/db/value-columns";
import { ensureCells } from "@/lib/server/reports/cells/ensure-cells";
import { publishApproved } from "@/lib/server/results/publish";
import { demoPlan } from "./demo-plan";
import { DemoValues } from "./demo-values";

interface DemoReport {
  unit: string;
  period: string;
  state: ReportState;
  /** Share of the indicators that are answered. */
  answered: number;
}

const demonstrationSeed = 2015;
const countries = ["KHM", "CHN", "LAO", "MMR", "THA", "VNM"];

/** Two years approved but for Thailand's second, which waits to be filled in; the third year under way. */
const demoReports: DemoReport[] = [
  ...["REGION", ...countries].map((unit) => ({ unit, period: "2015", state: "approved", answered: 1 }) as const),
  ...["REGION", ...countries]
    .filter((unit) => unit !== "THA")
    .map((unit) => ({ unit, period: "2016", state: "approved", answered: 1 }) as const),
  { unit: "THA", period: "2016", state: "draft", answered: 1 },
  { unit: "KHM", period: "2017", state: "submitted", answered: 1 },
  { unit: "VNM", period: "2017", state: "returned", answered: 1 },
  { unit: "LAO", period: "2017", state: "draft", answered: 0.6 },
];

const returnReason =
  "Made-up reason: the number of cases decided is lower than the number of judgments. Please check both.";

/** Writes made-up reports in every state, with values cell by cell, and works out the results of the approved ones. */
export async function seedDemoReports(tx: Transaction, planId: number) {
  const plan = await demoPlan(tx, planId);
  const periods = plan.periods.map(({ code }) => code);
  const values = new DemoValues(plan.indicators, periods, plan.dimensions);
  for (const report of demoReports) await writeReport(tx, plan, report, values);
  const approved = plan.periods.filter(({ code }) =>
    demoReports.some((r) => r.period === code && r.state === "approved"),
  );
  await tx.plan.update({ where: { id: planId }, data: { isDemonstration: true } });
  // What is hidden of made-up values may be the same everywhere: pictures and journeys then find it again.
  const random = seededRandom(demonstrationSeed);
  await publishApproved(tx, { planId, periodIds: approved.map((period) => period.id), random });
}

/** Of a value and of its first revision: as one JSON text, thousands are one statement. */
const cellColumns = {
  periodId: "int",
  reportId: "int",
  indicatorVersionId: "int",
  cellId: "int",
  revision: "int",
  ...valueColumns,
};

const notCollected: Value = { kind: "missing", reason: "notCollected" };

type DemoPlan = Awaited<ReturnType<typeof demoPlan>>;

async function writeReport(
  tx: Transaction,
  plan: DemoPlan,
  { unit, period: code, state, answered }: DemoReport,
  values: DemoValues,
) {
  const index = plan.periods.findIndex((period) => period.code === code);
  const period = plan.periods[index]!;
  const author = plan.authorOf(unit);
  const day = (offset: number) => new Date(period.dueOn.getTime() + offset * 86_400_000);
  const sent = state !== "draft";
  const approved = state === "approved";
  const { id: reportId } = await tx.report.create({
    data: {
      planId: plan.id,
      unitId: plan.unitIds.get(unit)!,
      periodId: period.id,
      state,
      submission: sent ? 1 : 0,
      ...(sent ? { submittedAt: day(-4), submittedById: author } : {}),
      ...(approved ? { approvedAt: day(75), approvedById: plan.reviewer } : {}),
      createdAt: day(-60),
      ...(approved || state === "returned"
        ? {
            decisions: {
              create: {
                submission: 1,
                decision: approved ? "approved" : "returned",
                reason: approved ? "" : returnReason,
                decidedAt: day(approved ? 75 : 20),
                decidedById: plan.reviewer,
              },
            },
          }
        : {}),
      ...(sent && {
        declarations: {
          create: {
            submission: 1,
            declaredAt: day(-4),
            declaredById: author,
            approver: "Made-up name",
            approverFunction: "Head of the task force (made up)",
          },
        },
      }),
      narratives: {
        create: plan.pillars.slice(0, sent ? 4 : 1).map((pillar) => ({
          pillarId: pillar.id,
          kind: "progress" as const,
          text: `Made-up text: what was done in ${code} under “${pillar.title}”, and what is left for the year after.`,
          isPublic: approved,
          updatedById: author,
        })),
      },
    },
    select: { id: true },
  });

  const rows: { versionId: number; key: CellKey; value: Value }[] = [];
  const here = plan.indicators.filter((indicator) => indicator.level === (unit === "REGION" ? "region" : "country"));
  for (const [position, indicator] of here.entries()) {
    if (position >= here.length * answered || (state === "draft" && plan.leftForVisitors.has(indicator.code))) continue;
    // What was sent says of each indicator why it has no value.
    const value = values.totalsOf(indicator.code, unit)[index] ?? (sent ? notCollected : undefined);
    if (!value) continue;
    const versionId = indicator.versionFor(period.startsOn);
    rows.push({ versionId, key: totalCell, value });
    rows.push(...values.partsOf(indicator.code, unit, index).map((part) => ({ versionId, ...part })));
  }
  const cellIds = await ensureCells(
    tx,
    plan.id,
    rows.map((row) => row.key),
  );
  const keyed = recordset(
    rows.map(({ versionId, key, value }) => ({
      periodId: period.id,
      reportId,
      indicatorVersionId: versionId,
      cellId: cellIds.get(key)!,
      revision: 1,
      ...columnsOf(value),
    })),
    cellColumns,
  );
  await tx.$executeRaw`
    INSERT INTO value (${inserted(cellColumns)}, updated_by_id, updated_at)
    SELECT ${given(cellColumns)}, ${author}::int, ${day(-10)}::timestamp(3) FROM ${keyed}`;
  await tx.$executeRaw`
    INSERT INTO value_revision (${inserted(cellColumns)}, created_by_id, created_at)
    SELECT ${given(cellColumns)}, ${author}::int, ${day(-10)}::timestamp(3) FROM ${keyed}`;
  await writeAudit(tx, {
    stream: `report:${reportId}`,
    actorId: null,
    action: "seeded",
    subject: `report ${unit} ${code}`,
    place: { planId: plan.id, unitId: plan.unitIds.get(unit), reportId },
    after: { state, values: rows.length, madeUp: true },
  });
}
