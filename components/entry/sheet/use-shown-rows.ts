import { useLocale } from "next-intl";
import { useCallback, useMemo, useState } from "react";
import { factsOf, useEntry } from "@/components/entry/state/entry-session";
import { needsAttention, type RowFacts } from "@/components/entry/state/row-facts";
import { useCounted } from "@/components/entry/state/use-counted";
import { needsComment } from "@/lib/domain/values/value-warning";
import { type RowChoice, rowChoices, type SheetView } from "@/lib/schemas/addresses/sheet-view";
import type { EntryIndicator } from "@/lib/views/entry-view";
import { hasWords } from "@/lib/views/found-text";

/** Whether a row is among those that were chosen. */
export const fits: Record<
  RowChoice,
  (indicator: EntryIndicator, facts: RowFacts, submittedAt: string | null) => boolean
> = {
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
  const { store, dimensions } = useEntry();
  const { show, find, goal, folded } = view;
  const codesOf = useCallback(
    (choice: RowChoice): readonly string[] => {
      const cells = store.all();
      const isOne = (indicator: EntryIndicator) =>
        fits[choice](indicator, factsOf(indicator, dimensions, cells[indicator.code] ?? {}), submittedAt);
      return indicators.filter(isOne).map(({ code }) => code);
    },
    [store, dimensions, indicators, submittedAt],
  );
  const [kept, setKept] = useState(() => ({ choice: show, codes: codesOf(show) }));
  if (kept.choice !== show) setKept({ choice: show, codes: codesOf(show) });
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
  const counts = useCounted(indicators, (facts) =>
    rowChoices
      .map(
        (choice) =>
          [choice, indicators.filter((each, at) => fits[choice](each, facts[at]!, submittedAt)).length] as const,
      )
      .filter(([choice, count]) => choice === "all" || choice === show || count > 0),
  );
  const carriable = useCounted(
    indicators,
    (facts) =>
      indicators.filter(
        ({ carry, abilities }, at) => carry !== null && !carry.alone && abilities.enterValue && !facts[at]!.isAnswered,
      ).length,
  );
  return {
    /** How many unanswered rows could get the values of the period before all at once. */
    carriable,
    /** Every row that fits, also of goals that are folded away. */
    shown,
    /** Those that are drawn. */
    rows,
    /** How many rows each choice has, of those that have any; the present one always. */
    counts,
    /** Looks anew which rows fit. */
    again: useCallback(() => setKept({ choice: show, codes: codesOf(show) }), [show, codesOf]),
  };
}

/** What an indicator is found by: its code and words, those of the other languages too. */
const wordsOf = ({ code, title, otherTitles, definition, unit, steps }: EntryIndicator) =>
  [code, title, ...otherTitles, definition, unit ?? "", ...steps].join("\n");
