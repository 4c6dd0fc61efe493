import "server-only";
import { type Actor, can } from "@/lib/domain/permissions";
import type { EntryIndicator } from "@/lib/views/entry-view";
import { subjectOf } from "./locate-report";
import type { ReportedIndicator } from "./read-reports";
import type { VisibleReport } from "./visible-report";

/** An indicator of the entry form, with what the actor may do to it now. */
export function entryIndicator(
  actor: Actor | null,
  { located, head }: Pick<VisibleReport, "located" | "head">,
  indicator: ReportedIndicator,
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
    accepted,
  } = indicator;
  const may = (ability: "enterValue" | "addComment" | "addEvidence") =>
    head.lock === null && can(actor, ability, { ...subjectOf(located), indicatorId: id });
  return {
    ...view,
    ...context,
    ...{ isAnswered, cells, comments, evidence, warnings, explained, commentMissing, query, accepted },
    abilities: {
      enterValue: may("enterValue"),
      addComment: may("addComment"),
      addEvidence: may("addEvidence"),
      removeEvidence: head.lock === null && can(actor, "editReport", subjectOf(located)),
      replyToQuery: query !== null && may("enterValue"),
    },
  };
}
