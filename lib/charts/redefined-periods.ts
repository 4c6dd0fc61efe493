import type { IndicatorView } from "../views/indicator-view";
import type { ResultsPeriod } from "../views/results-plan";

/** Codes of the periods in which a definition began that can't be compared with the one before. */
export function redefinedPeriods(
  { history }: Pick<IndicatorView, "history">,
  periods: readonly ResultsPeriod[],
): ReadonlySet<string> {
  const begins = history.flatMap(({ validFrom, comparable }) => (validFrom && !comparable ? [validFrom] : []));
  const began = periods.slice(1).filter((period, index) => {
    const before = periods[index]!;
    return begins.some((day) => before.startsOn < day && day <= period.startsOn);
  });
  return new Set(began.map(({ code }) => code));
}
