import "server-only";
import { createTranslator } from "use-intl/core";
import type { CellKey } from "@/lib/domain/framework/disaggregation";
import { type Actor, can } from "@/lib/domain/permissions";
import { missingReasons, type Value } from "@/lib/domain/values/value";
import type { ImportDimension, ImportTarget } from "@/lib/exchange/import/import-target";
import { importFormats } from "@/lib/exchange/import/read-import-file";
import type { CellHistory, ReportTarget } from "@/lib/exchange/report/report-target";
import { messagesOf } from "@/lib/i18n/messages";
import { translatedLocales } from "@/lib/i18n/routing";
import type { Transaction } from "@/lib/server/db/client";
import { selected } from "@/lib/server/db/columns";
import { dayOf } from "@/lib/server/db/day";
import { type ValueRow, valueColumns, valueOfRow } from "@/lib/server/db/value-columns";
import type { PeriodIndicator } from "@/lib/server/framework/period-indicators";
import { frameworkOf } from "@/lib/server/framework/plan-framework";
import { type LocatedReport, subjectOf } from "@/lib/server/reports/locate-report";
import { valuesOfReport } from "@/lib/server/reports/report-values";
import { stampOf } from "./report-file/report-stamp";

/** The report as plain data for importing a file: of others' data by its format, and of its own. */
interface Targets {
  targets: Record<string, ImportTarget>;
  report: ReportTarget;
}

/** Yes, no and the reasons for no value as pages write them, in every language that they speak: a file may come back in another one's page. */
async function answersInLanguages(): Promise<ReportTarget["words"]> {
  const words = { yes: [] as string[], no: [] as string[], reasons: [] as ReportTarget["words"]["reasons"][number][] };
  for (const locale of translatedLocales) {
    const t = createTranslator({ locale, messages: await messagesOf(locale), namespace: "values" });
    words.yes.push(t("text.yes"));
    words.no.push(t("text.no"));
    for (const reason of missingReasons) words.reasons.push([reason, t("reason", { reason })]);
  }
  return words;
}

/** @param locale of the words in which units are named to whoever asks */
export async function importTargets(
  client: Transaction,
  actor: Actor,
  located: LocatedReport,
  indicators: readonly PeriodIndicator[],
  locale: string,
): Promise<Targets> {
  const { plan, unit, period, report } = located;
  const names = await client.reportingUnitText.findMany({
    where: { unitId: unit.id },
    select: { name: true, longName: true },
  });
  const series = await client.externalSeries.findMany({
    where: { indicatorVersionId: { in: indicators.map(({ versionId }) => versionId) } },
    select: { system: true, indicatorVersionId: true, series: true },
  });
  const cells = await historiesOf(client, report && { id: report.id, periodId: period.id });
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
    maySee: can(actor, "viewIndicator", { ...subjectOf(located), indicatorId: id }),
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
  const steps = await stepsInLanguages(plan, indicators);
  return {
    targets: Object.fromEntries(importFormats.map((format) => [format, targetOf(format)])),
    report: {
      stamp: await stampOf(client, located),
      units: Object.fromEntries(
        [...(await frameworkOf(plan, locale)).units.values()].map(({ code, name }) => [code, name]),
      ),
      dimensions: common.dimensions,
      indicators: known.map(({ series: _, ...indicator }) => ({
        ...indicator,
        steps: steps.get(indicator.code) ?? [],
      })),
      words: await answersInLanguages(),
    },
  };
}

/** Titles of each milestone's steps in every language that pages speak, step 0 first. */
async function stepsInLanguages(
  plan: LocatedReport["plan"],
  indicators: readonly PeriodIndicator[],
): Promise<Map<string, string[][]>> {
  const steps = new Map(indicators.map(({ view }) => [view.code, view.steps.map((title) => [title])]));
  const ids = new Map(indicators.map(({ versionId, view }) => [versionId, view.code]));
  for (const language of translatedLocales) {
    const framework = await frameworkOf(plan, language);
    for (const { versions } of framework.indicators)
      for (const { id, view } of versions)
        for (const [step, title] of view.steps.entries()) steps.get(ids.get(id) ?? "")?.[step]?.push(title);
  }
  return steps;
}

/** By indicator version: every cell that has, or ever had, a value, with all that it had. */
async function historiesOf(client: Transaction, report: { id: number; periodId: number } | null) {
  const cells = new Map<number, Map<CellKey, CellHistory & { revisions: Map<number, Value | undefined> }>>();
  if (!report) return cells;
  const values = await valuesOfReport(client, report);
  const rows = await client.$queryRaw<(ValueRow & { versionId: number; cell: CellKey; revision: number })[]>`
    SELECT r.indicator_version_id AS "versionId", c.key AS cell, r.revision, ${selected("r", valueColumns)}
    FROM value_revision r JOIN cell c ON c.id = r.cell_id
    WHERE r.period_id = ${report.periodId} AND r.report_id = ${report.id}
    ORDER BY r.revision`;
  for (const { versionId, cell, revision, ...columns } of rows) {
    const own = cells.get(versionId) ?? new Map();
    cells.set(versionId, own);
    const { revisions } = own.get(cell) ?? { revisions: new Map() };
    revisions.set(revision, valueOfRow(columns));
    // The last one counts, and a cell's present value is what stands there, whatever became of its revisions.
    const { value, carried } = values.get(versionId)?.[cell] ?? {};
    own.set(cell, { value, revision, revisions, ...(carried && { carried }) });
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
