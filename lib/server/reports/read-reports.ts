import "server-only";
import { type Actor, can, type ReportSubject } from "@/lib/domain/permissions";
import type { AnsweredIndicator } from "@/lib/domain/reports/submission";
import { limitFault, type ValueRules } from "@/lib/domain/values/value-limits";
import { isCommentMissing, needsComment, warningsOf } from "@/lib/domain/values/value-warning";
import { defaultLocale } from "@/lib/i18n/routing";
import type { Transaction } from "@/lib/server/db/client";
import { contextsOfIndicators } from "@/lib/server/framework/indicator-context";
import type { PeriodIndicator } from "@/lib/server/framework/period-indicators";
import type {
  CellViews,
  CommentView,
  DimensionView,
  EvidenceView,
  IndicatorContext,
  Totals,
  Warned,
} from "@/lib/views/report-view";
import type { LocatedReport } from "./locate-report";
import { noRemarks, type Remarks, remarksOfReports } from "./report-remarks";
import { explainedBy, type LastChange, lastChanges, valuesOfCells, valuesOfReports } from "./report-values";
import { type AnswerView, answerView, type StoredAnswer } from "./review-answers";

/** An indicator with all that a report says of it. */
export interface ReportedIndicator extends PeriodIndicator, Warned, AnswerView {
  isAnswered: boolean;
  cells: CellViews;
  context: IndicatorContext;
  comments: CommentView[];
  evidence: EvidenceView[];
  /** A value that was stored before the definition had the limits that it has now. */
  isOutsideLimits: boolean;
}

/** Those that the actor may see: a contributor only what is assigned. */
export const visibleTo = (
  actor: Actor | null,
  subject: ReportSubject,
  indicators: readonly PeriodIndicator[],
): PeriodIndicator[] => indicators.filter(({ id }) => can(actor, "viewIndicator", { ...subject, indicatorId: id }));

/** Reads what the report says of these indicators, in their order, and looks at it. */
export const readValues = async (
  client: Transaction,
  located: ReportToRead["located"],
  indicators: readonly PeriodIndicator[],
  dimensions: readonly DimensionView[],
): Promise<ReportedIndicator[]> => (await readReports(client, [{ located, indicators }], dimensions))[0]!.indicators;

interface ReportToRead {
  located: Pick<LocatedReport, "unit" | "period" | "report">;
  indicators: readonly PeriodIndicator[];
}

/** What a report says of its indicators, with what was read of it on the way. */
export interface ReadReport {
  indicators: ReportedIndicator[];
  /** What backs the report as a whole. */
  ofReport: EvidenceView[];
  /** All answers, the earliest submission first. */
  answers: StoredAnswer[];
  /** By indicator version. */
  changes: Map<number, LastChange>;
}

/** As `readValues`, of each of these reports in their order: as many statements for all as for one. */
export async function readReports(
  client: Transaction,
  reports: readonly ReportToRead[],
  dimensions: readonly DimensionView[],
  locale: string = defaultLocale,
): Promise<ReadReport[]> {
  const keys = reports.flatMap(({ located: { report, period } }) =>
    report ? { id: report.id, periodId: period.id } : [],
  );
  const values = await valuesOfReports(client, keys);
  const contexts = await contextsOfIndicators(
    client,
    reports.map(({ located, indicators }) => ({ unitId: located.unit.id, period: located.period, indicators })),
  );
  const remarks = await remarksOfReports(
    client,
    keys.map(({ id }) => id),
    locale,
  );
  const changes = await lastChanges(client, keys);
  return reports.map((report, place) => {
    const id = report.located.report?.id ?? 0;
    return lookAt(report, dimensions, {
      values: values.get(id) ?? new Map(),
      context: contexts[place]!,
      remarks: remarks.get(id) ?? noRemarks(),
      changes: changes.get(id) ?? new Map(),
    });
  });
}

interface Stored {
  values: Map<number, CellViews>;
  context: Map<number, IndicatorContext>;
  remarks: Remarks;
  changes: Map<number, LastChange>;
}

function lookAt(
  { located: { report }, indicators }: ReportToRead,
  dimensions: readonly DimensionView[],
  { values, context, remarks, changes }: Stored,
): ReadReport {
  const read = indicators.map((indicator) => {
    const { id, versionId, view } = indicator;
    const cells = values.get(versionId) ?? {};
    const comments = remarks.comments.get(id) ?? [];
    const known = context.get(id)!;
    const tables = view.tables.map(({ code }) => code);
    const change = changes.get(versionId);
    const explained = explainedBy(remarks.commentedUpTo.get(id), change);
    const warnings = warningsOf(view.rules, tables, dimensions, valuesOfCells(cells), known.earlier);
    return {
      ...indicator,
      ...answerView(remarks.answers, report, id, change?.at),
      isAnswered: Object.keys(cells).length > 0,
      cells,
      context: known,
      comments,
      evidence: remarks.evidence.get(id) ?? [],
      isOutsideLimits: isOutsideLimits(view.rules, cells),
      warnings,
      explained,
      commentMissing: isCommentMissing(warnings, explained),
    };
  });
  return { indicators: read, ofReport: remarks.ofReport, answers: remarks.answers, changes };
}

/** What the rule about submission asks of an indicator. */
export const answeredIndicator = ({
  view,
  isAnswered,
  isOutsideLimits,
  commentMissing,
  query,
  cells,
}: Pick<
  ReportedIndicator,
  "view" | "cells" | "isAnswered" | "isOutsideLimits" | "commentMissing" | "query"
>): AnsweredIndicator => ({
  code: view.code,
  isAnswered,
  isOutsideLimits,
  commentMissing,
  isUnconfirmed: isUnconfirmed(cells),
  queryOpen: query?.isOpen ?? false,
});

/** Something in it is the period before's, and nobody has confirmed it yet. */
export const isUnconfirmed = (cells: CellViews): boolean => Object.values(cells).some(({ carried }) => carried);

export const isOutsideLimits = (rules: ValueRules, cells: CellViews): boolean =>
  Object.values(cells).some(({ value }) => limitFault(rules, value) !== null);

export function totalsOf(
  indicators: readonly Pick<ReportedIndicator, "isAnswered" | keyof Warned | "query">[],
): Totals {
  const count = (test: (indicator: (typeof indicators)[number]) => boolean) => indicators.filter(test).length;
  return {
    total: indicators.length,
    answered: count(({ isAnswered }) => isAnswered),
    warnings: count(({ warnings }) => warnings.some(needsComment)),
    commentsMissing: count(({ commentMissing }) => commentMissing),
    queriesOpen: count(({ query }) => query?.isOpen ?? false),
  };
}
