import { type CellKey, totalCell } from "@/lib/domain/framework/disaggregation";
import type { Value } from "@/lib/domain/values/value";
import type { ValueRules } from "@/lib/domain/values/value-limits";
import {
  type Explained,
  isCommentMissing,
  needsComment,
  type ValueWarning,
  warningsOf,
} from "@/lib/domain/values/value-warning";
import type { EntryIndicator } from "@/lib/views/entry-view";
import type { CellView, DimensionView, IsoMoment } from "@/lib/views/report-view";
import { atServer, type CellState, cellAtRest } from "./cell-state";
import { isBlank, isSameEntered, valueIn } from "./entered";
import type { IndicatorCells } from "./entry-store";

/** What the rows, the filters and the bars say about an indicator, with what is typed in it. */
export interface RowFacts {
  /** The server has an answer. */
  isAnswered: boolean;
  /** About the values that are shown. */
  warnings: ValueWarning[];
  /** There is one that waits for a comment about what the server has: so bars and lists count, wherever they stand. */
  isWarned: boolean;
  /** Whether the comments so far are on the values that stand in the fields. */
  explained: Explained;
  /** A warning that submission waits for a comment on, and there is none on this value. */
  commentMissing: boolean;
  /** The secretariat's query waits, and no value was changed since. */
  queryOpen: boolean;
  /** Something couldn't be stored, or has to be chosen about. */
  hasError: boolean;
  /** Changes that wait for the server. */
  queued: number;
  /** Values carried over from the period before that nobody has confirmed. */
  carried: number;
  /** When a value of it was stored last. */
  savedAt: IsoMoment | null;
  /** When the secretariat accepted it, unless a value was changed since. */
  accepted: IsoMoment | null;
}

/**
 * The values that are shown: those in the fields, and where there is no field the stored ones. What can't be read is no
 * value; the stored one in its place would be spoken of beside another text.
 */
export function valuesIn(
  { rules, abilities }: Pick<EntryIndicator, "rules" | "abilities">,
  cells: IndicatorCells,
): Map<CellKey, Value> {
  const values = new Map<CellKey, Value>();
  for (const [cell, { typed, stored }] of Object.entries(cells)) {
    const value = valueIn(rules, abilities.enterValue ? typed : stored);
    if (value) values.set(cell, value);
  }
  return values;
}

function storedIn(rules: ValueRules, cells: IndicatorCells): Map<CellKey, Value> {
  const values = new Map<CellKey, Value>();
  for (const [cell, state] of Object.entries(cells)) {
    const value = valueIn(rules, atServer(state, rules));
    if (value) values.set(cell, value);
  }
  return values;
}

/** Warnings are worked out by the same rules as the server's, so that they are there while one types, offline too. */
export function rowFacts(
  indicator: Pick<
    EntryIndicator,
    "rules" | "abilities" | "tables" | "earlier" | "explained" | "query" | "accepted" | "cells"
  >,
  dimensions: readonly DimensionView[],
  cells: IndicatorCells,
): RowFacts {
  const tables = indicator.tables.map(({ code }) => code);
  const about = (values: ReadonlyMap<CellKey, Value>) =>
    warningsOf(indicator.rules, tables, dimensions, values, indicator.earlier);
  const warnings = about(valuesIn(indicator, cells));
  const states = Object.entries(cells);
  const isAsStored = states.every(([, { phase }]) => phase.at === "rest");
  const changed = states.some(([cell, { revision }]) => revision !== (indicator.cells[cell]?.revision ?? 0));
  // What was typed or stored since the comment was read isn't what it was written for, but for what was only confirmed.
  const differing = states.filter(
    ([cell, { revision, typed, stored }]) =>
      !isSameEntered(typed, stored) ||
      (revision !== (indicator.cells[cell]?.revision ?? 0) &&
        !isConfirmed(indicator.cells[cell], { revision, stored }, indicator.rules)),
  );
  const explained = {
    total: indicator.explained.total && !differing.some(([cell]) => cell === totalCell),
    values: indicator.explained.values && differing.length === 0,
  };
  const moments = states.flatMap(([, { savedAt, stored }]) => (savedAt && !isBlank(stored) ? [savedAt] : []));
  return {
    isAnswered: states.some(([, state]) => !isBlank(atServer(state, indicator.rules))),
    warnings,
    isWarned: (isAsStored ? warnings : about(storedIn(indicator.rules, cells))).some(needsComment),
    explained,
    commentMissing: isCommentMissing(warnings, explained),
    queryOpen: (indicator.query?.isOpen ?? false) && !changed,
    hasError: states.some(([, { phase }]) => ["invalid", "refused", "overtaken"].includes(phase.at)),
    queued: states.filter(([, { phase }]) => phase.at === "queued").length,
    carried: states.filter(([, { carried, phase }]) => carried && phase.at === "rest").length,
    savedAt: lastOf(moments),
    accepted: changed ? null : indicator.accepted,
  };
}

/** The same of cells as the server read them, which worked it out for the page: nobody has touched them since. */
export function factsAsRead({
  isAnswered,
  warnings,
  explained,
  commentMissing,
  query,
  accepted,
  cells,
}: Pick<
  EntryIndicator,
  "isAnswered" | "warnings" | "explained" | "commentMissing" | "query" | "accepted" | "cells"
>): RowFacts {
  const read = Object.values(cells);
  return {
    isAnswered,
    warnings,
    explained,
    commentMissing,
    accepted,
    hasError: false,
    queued: 0,
    isWarned: warnings.some(needsComment),
    queryOpen: query?.isOpen ?? false,
    carried: read.filter(({ carried }) => carried).length,
    savedAt: lastOf(read.map(({ savedAt }) => savedAt)),
  };
}

const lastOf = (moments: IsoMoment[]): IsoMoment | null => moments.sort().at(-1) ?? null;

/** It was carried over, and the next revision has the same value: somebody confirmed it. */
const isConfirmed = (
  known: CellView | undefined,
  { revision, stored }: Pick<CellState, "revision" | "stored">,
  rules: ValueRules,
): boolean =>
  known?.carried === true && revision === known.revision + 1 && isSameEntered(stored, cellAtRest(rules, known).stored);

export const needsAttention = ({ warnings, queryOpen, hasError, queued, carried }: RowFacts): boolean =>
  hasError || queryOpen || queued > 0 || carried > 0 || warnings.some(needsComment);
