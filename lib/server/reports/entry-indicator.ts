import "server-only";
import { totalCell } from "@/lib/domain/framework/disaggregation";
import { type Actor, can } from "@/lib/domain/permissions";
import { carriable, carryingOf } from "@/lib/domain/reports/carrying";
import { db } from "@/lib/server/db/client";
import type { CarryView, EntryIndicator } from "@/lib/views/entry-view";
import { type LastReport, lastValues } from "./last-values";
import { subjectOf } from "./locate-report";
import type { ReportedIndicator } from "./read-reports";
import type { VisibleReport } from "./visible-report";

/**
 * An indicator of the entry form, with what the actor may do to it now.
 * @param known what its page says of it besides; a page that says nothing leaves it out
 */
export function entryIndicator(
  actor: Actor | null,
  { located, head, dimensions }: Pick<VisibleReport, "located" | "head" | "dimensions">,
  indicator: ReportedIndicator,
  last: LastReport | null,
  known: Pick<EntryIndicator, "otherTitles" | "who" | "isMine"> = {
    otherTitles: [],
    who: { assigned: [], seen: "", changedBy: null },
    isMine: false,
  },
): EntryIndicator {
  const {
    id,
    view,
    context,
    isAnswered,
    cells,
    comments,
    evidence,
    warnings,
    explained,
    commentMissing,
    query,
    settled,
    accepted,
  } = indicator;
  const may = (ability: "enterValue" | "addComment" | "addEvidence") =>
    head.lock === null && can(actor, ability, { ...subjectOf(located), indicatorId: id });
  return {
    ...view,
    ...context,
    ...known,
    isAnswered,
    cells,
    comments,
    evidence,
    warnings,
    explained,
    commentMissing,
    query,
    accepted,
    settledCount: settled.length,
    carry: may("enterValue") && !isAnswered ? carryOf(indicator, dimensions, last) : null,
    abilities: {
      enterValue: may("enterValue"),
      addComment: may("addComment"),
      addEvidence: may("addEvidence"),
      removeEvidence: head.lock === null && can(actor, "editReport", subjectOf(located)),
      replyToQuery: query !== null && may("enterValue"),
    },
  };
}

/** The report of the period before, where anything could be carried over from it into these indicators. */
export async function lastFor(
  { located, head }: Pick<VisibleReport, "located" | "head">,
  indicators: readonly ReportedIndicator[],
): Promise<LastReport | null> {
  const isWanted = head.lock === null && indicators.some(({ isAnswered }) => !isAnswered);
  return isWanted ? lastValues(await db(), located) : null;
}

function carryOf(
  { id, versions, view }: ReportedIndicator,
  dimensions: VisibleReport["dimensions"],
  last: LastReport | null,
): CarryView | null {
  const before = last?.values.get(id);
  if (!last || !before) return null;
  const { rules, version } = view;
  const tables = view.tables.map(({ code }) => code);
  const cells = carriable({ rules, version, versions, tables }, dimensions, before);
  if (cells.size === 0) return null;
  const total = cells.get(totalCell) ?? null;
  const alone = carryingOf(rules) === "alone";
  return { period: last.period, alone, total, parts: cells.size - (total ? 1 : 0) };
}
