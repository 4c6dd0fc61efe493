import { useLocale } from "next-intl";
import { useMemo, useState, useSyncExternalStore } from "react";
import { factsOf, useEntry } from "@/components/entry/state/entry-session";
import { needsAttention, type RowFacts } from "@/components/entry/state/row-facts";
import { needsComment } from "@/lib/domain/values/value-warning";
import { type RowChoice, rowChoices, type SheetView } from "@/lib/schemas/addresses/sheet-view";
import type { EntryIndicator } from "@/lib/views/entry-view";
import { hasWords } from "@/lib/views/found-text";

/** The facts of all rows, drawn anew with every change. */
export function useAllFacts(indicators: readonly EntryIndicator[]): RowFacts[] {
  const { store, dimensions } = useEntry();
  const cells = useSyncExternalStore(store.subscribe, store.all, store.all);
  return indicators.map((indicator) => factsOf(indicator, dimensions, cells[indicator.code] ?? {}));
}

/** Whether a row is among those that were chosen. */
const fits: Record<RowChoice, (indicator: EntryIndicator, facts: RowFacts, submittedAt: string | null) => boolean> = {
  all: () => true,
  open: (_, { isAnswered }) => !isAnswered,
  warnings: (_, { warnings }) => warnings.some(needsComment),
  attention: (_, facts) => needsAttention(facts),
  carried: (_, { carried }) => carried > 0,
  changed: (_, { savedAt }, submittedAt) => submittedAt !== null && savedAt !== null && savedAt > submittedAt,
  query: ({ query }) => query !== null,
  mine: ({ isMine }) => isMine,
};

/**
 * Which rows show. A row stays once it shows, though it is no longer among those that were chosen: nothing jumps away
 * under the hand.
 * @param submittedAt when the report was submitted last
 */
export function useShownRows(indicators: readonly EntryIndicator[], view: SheetView, submittedAt: string | null) {
  const locale = useLocale();
  const facts = useAllFacts(indicators);
  const codesOf = (choice: RowChoice): readonly string[] =>
    indicators.filter((indicator, at) => fits[choice](indicator, facts[at]!, submittedAt)).map(({ code }) => code);
  const [kept, setKept] = useState(() => ({ choice: view.show, codes: codesOf(view.show) }));
  if (kept.choice !== view.show) setKept({ choice: view.show, codes: codesOf(view.show) });
  const { find, goal, folded } = view;
  const shown = useMemo(() => {
    const chosen = new Set(kept.codes);
    const isFound = hasWords(find, locale);
    return indicators.filter(
      (indicator) =>
        (kept.choice === "all" || chosen.has(indicator.code)) &&
        (goal === "" || indicator.goal === goal) &&
        (find.trim() === "" || isFound(wordsOf(indicator))),
    );
  }, [indicators, kept, find, goal, locale]);
  const rows = useMemo(() => shown.filter((indicator) => !folded.includes(indicator.goal)), [shown, folded]);
  const counts = rowChoices.map((choice) => [choice, codesOf(choice).length] as const);
  const isCarriable = ({ carry, abilities }: EntryIndicator, at: number) =>
    carry !== null && !carry.alone && abilities.enterValue && !facts[at]!.isAnswered;
  return {
    /** How many unanswered rows could get the values of the period before all at once. */
    carriable: indicators.filter(isCarriable).length,
    /** Every row that fits, also of goals that are folded away. */
    shown,
    /** Those that are drawn. */
    rows,
    /** How many rows each choice has, of those that have any; the present one always. */
    counts: counts.filter(([choice, count]) => choice === "all" || choice === view.show || count > 0),
    /** Looks anew which rows fit. */
    again: () => setKept({ choice: view.show, codes: codesOf(view.show) }),
  };
}

/** What an indicator is found by: its code and words, those of the other languages too. */
const wordsOf = ({ code, title, otherTitles, definition, unit, steps }: EntryIndicator) =>
  [code, title, ...otherTitles, definition, unit ?? "", ...steps].join("\n");
