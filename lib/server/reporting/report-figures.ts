import "server-only";
import { type Actor, can, type UnitSubject } from "@/lib/domain/permissions";
import type { AnsweredIndicator } from "@/lib/domain/submission";
import { limitFault, type ValueRules } from "@/lib/domain/value-limits";
import { isCommentMissing, needsComment, warningsOf } from "@/lib/domain/value-warning";
import type {
  CellViews,
  CommentView,
  DimensionView,
  EvidenceView,
  IndicatorContext,
  Totals,
  Warned,
} from "@/lib/schemas/report-view";
import type { Transaction } from "@/lib/server/db/client";
import { contextOfIndicators } from "./indicator-context";
import type { LocatedReport } from "./locate-report";
import type { PeriodIndicator } from "./period-indicators";
import { type MarkView, markView, type StoredMark } from "./report-marks";
import { remarksOfReport } from "./report-remarks";
import { explainedBy, figuresOfCells, type LastChange, lastChanges, valuesOfReport } from "./report-values";

/** An indicator with all that a report says of it. */
export interface ReportedIndicator extends PeriodIndicator, Warned, MarkView {
  isAnswered: boolean;
  cells: CellViews;
  context: IndicatorContext;
  comments: CommentView[];
  evidence: EvidenceView[];
  /** A figure that was stored before the definition had the limits that it has now. */
  isOutsideLimits: boolean;
}

/** Those that the actor may see: a contributor only what is assigned. */
export const visibleTo = (
  actor: Actor | null,
  subject: UnitSubject,
  indicators: readonly PeriodIndicator[],
): PeriodIndicator[] => indicators.filter(({ id }) => can(actor, "viewIndicator", { ...subject, indicatorId: id }));

/** Reads what the report says of these indicators, in their order, and looks at it. */
export const readFigures = async (...of: Parameters<typeof readReport>): Promise<ReportedIndicator[]> =>
  (await readReport(...of)).indicators;

/** What a report says of its indicators, with what was read of it on the way. */
export interface ReadReport {
  indicators: ReportedIndicator[];
  /** All marks, the earliest submission first. */
  marks: StoredMark[];
  /** By indicator version. */
  changes: Map<number, LastChange>;
}

/** As `readFigures`. */
export async function readReport(
  client: Transaction,
  { unit, period, report }: Pick<LocatedReport, "unit" | "period" | "report">,
  indicators: readonly PeriodIndicator[],
  dimensions: readonly DimensionView[],
): Promise<ReadReport> {
  const key = report && { id: report.id, periodId: period.id };
  const values = await valuesOfReport(client, key);
  const context = await contextOfIndicators(client, unit.id, period, indicators);
  const remarks = await remarksOfReport(client, report?.id);
  const changes = await lastChanges(client, key);
  const read = indicators.map((indicator) => {
    const { id, versionId, view } = indicator;
    const cells = values.get(versionId) ?? {};
    const comments = remarks.comments.get(id) ?? [];
    const known = context.get(id)!;
    const tables = view.tables.map(({ code }) => code);
    const change = changes.get(versionId);
    const explained = explainedBy(remarks.commentedUpTo.get(id), change);
    const warnings = warningsOf(view.rules, tables, dimensions, figuresOfCells(cells), known.earlier);
    return {
      ...indicator,
      ...markView(remarks.marks, report, id, change?.at),
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
  return { indicators: read, marks: remarks.marks, changes };
}

/** What the rule about submission asks of an indicator. */
export const answeredIndicator = ({
  view,
  isAnswered,
  isOutsideLimits,
  commentMissing,
  query,
}: Pick<
  ReportedIndicator,
  "view" | "isAnswered" | "isOutsideLimits" | "commentMissing" | "query"
>): AnsweredIndicator => ({
  ...{ code: view.code, isAnswered, isOutsideLimits, commentMissing },
  queryOpen: query?.isOpen ?? false,
});

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
