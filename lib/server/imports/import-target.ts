import "server-only";
import { type Actor, can } from "@/lib/domain/permissions";
import type { ImportDimension, ImportTarget, PresentValue } from "@/lib/exchange/import/import-target";
import { importFormats } from "@/lib/exchange/import/read-import-file";
import type { Transaction } from "@/lib/server/db/client";
import { dayOf } from "@/lib/server/db/day";
import type { PeriodIndicator } from "@/lib/server/framework/period-indicators";
import { type LocatedReport, subjectOf } from "@/lib/server/reports/locate-report";
import { valuesOfReport } from "@/lib/server/reports/report-values";

/** The report as plain data for importing a file, by the file's format. */
export async function importTargets(
  client: Transaction,
  actor: Actor,
  located: LocatedReport,
  indicators: readonly PeriodIndicator[],
): Promise<Record<string, ImportTarget>> {
  const { plan, unit, period, report } = located;
  const names = await client.reportingUnitText.findMany({
    where: { unitId: unit.id },
    select: { name: true, longName: true },
  });
  const series = await client.externalSeries.findMany({
    where: { indicatorVersionId: { in: indicators.map(({ versionId }) => versionId) } },
    select: { system: true, indicatorVersionId: true, series: true },
  });
  const cells = await presentCells(client, report && { id: report.id, periodId: period.id });
  const common = {
    country: { code: unit.code, names: names.flatMap(({ name, longName }) => [name, longName]) },
    year: Number(dayOf(period.endsOn).slice(0, 4)),
    dimensions: await spelledDimensions(client, plan.id),
  };
  const known = indicators.map(({ id, versionId, view }) => ({
    code: view.code,
    rules: view.rules,
    tables: view.tables.map(({ code }) => code),
    mayImport: can(actor, "enterValue", { ...subjectOf(located), indicatorId: id }),
    cells: cells.get(versionId) ?? new Map(),
    series: series.filter((row) => row.indicatorVersionId === versionId),
  }));
  const targetOf = (format: string): ImportTarget => ({
    ...common,
    indicators: known.map(({ series, ...indicator }) => ({
      ...indicator,
      series: series.filter(({ system }) => system === format).map((row) => row.series),
    })),
  });
  return Object.fromEntries(importFormats.map((format) => [format, targetOf(format)]));
}

/** By indicator version: every cell that has, or ever had, a value, with its last revision. */
async function presentCells(client: Transaction, report: { id: number; periodId: number } | null) {
  const cells = new Map<number, Map<string, PresentValue>>();
  if (!report) return cells;
  const values = await valuesOfReport(client, report);
  const last = await client.valueRevision.groupBy({
    by: ["indicatorVersionId", "cellId"],
    where: { periodId: report.periodId, reportId: report.id },
    _max: { revision: true },
  });
  const keys = await client.cell.findMany({
    where: { id: { in: [...new Set(last.map(({ cellId }) => cellId))] } },
    select: { id: true, key: true },
  });
  const keyOf = new Map(keys.map(({ id, key }) => [id, key]));
  for (const { indicatorVersionId, cellId, _max } of last) {
    const key = keyOf.get(cellId)!;
    const own = cells.get(indicatorVersionId) ?? new Map<string, PresentValue>();
    cells.set(
      indicatorVersionId,
      own.set(key, { value: values.get(indicatorVersionId)?.[key]?.value, revision: _max.revision! }),
    );
  }
  return cells;
}

async function spelledDimensions(client: Pick<Transaction, "dimension">, planId: number): Promise<ImportDimension[]> {
  const rows = await client.dimension.findMany({
    where: { planId },
    orderBy: { position: "asc" },
    select: {
      code: true,
      isOpen: true,
      categories: {
        orderBy: { position: "asc" },
        select: { code: true, texts: { select: { name: true } }, aliases: { select: { alias: true } } },
      },
    },
  });
  return rows.map(({ code, isOpen, categories }) => ({
    code,
    open: isOpen,
    categories: categories.map(({ code, texts, aliases }) => ({
      code,
      spellings: [...texts.map(({ name }) => name), ...aliases.map(({ alias }) => alias)],
    })),
  }));
}
