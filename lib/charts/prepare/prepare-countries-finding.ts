import type { CountryLine } from "@/lib/views/indicator-view";
import { isNotApplicable, isTakenDown, isUnreported, type PublicValue } from "@/lib/views/public-value";
import { countedAs, favourable } from "@/lib/views/shown-status";

/** Who stands where in the finding about an indicator's countries; each country is in exactly one of the parts below `good`. */
interface CountriesFinding {
  assessed: CountryLine[];
  /** Of those assessed: the target or level is reached, or the planned path is kept. */
  good: CountryLine[];
  /** Of the good: the plan doesn't ask for anything beyond the baseline yet, and the value is still the baseline. */
  atBaseline: CountryLine[];
  /** With a value that has no status. */
  unassessed: CountryLine[];
  /** Without a value that was due. */
  without: CountryLine[];
  /** Without an approved report. */
  unreported: CountryLine[];
  notApplicable: CountryLine[];
  takenDown: CountryLine[];
}

export function countriesFinding(countries: readonly CountryLine[]): CountriesFinding {
  const assessed = countries.filter(isAssessed);
  const others = countries.filter((country) => !isAssessed(country));
  const good = assessed.filter(({ status }) => favourable.includes(countedAs(status)));
  const given = others.filter(hasValue);
  const unreported = others.filter(isNow(isUnreported));
  const notApplicable = others.filter(isNow(isNotApplicable));
  const takenDown = others.filter(isNow(isTakenDown));
  const told = [given, notApplicable, unreported, takenDown];
  return {
    assessed,
    good,
    notApplicable,
    unreported,
    takenDown,
    atBaseline: good.filter(isAtBaseline),
    unassessed: given,
    without: others.filter((country) => !told.some((part) => part.includes(country))),
  };
}

const isAssessed = ({ status }: CountryLine): boolean => countedAs(status) !== "notAssessed";

const hasValue = ({ points }: CountryLine): boolean => {
  const mark = points.at(-1)?.value.state;
  return mark !== undefined && mark !== "missing";
};

const isNow =
  (is: (value: PublicValue) => boolean) =>
  ({ points }: CountryLine): boolean => {
    const value = points.at(-1)?.value;
    return value !== undefined && is(value);
  };

function isAtBaseline({ status, assessment }: CountryLine): boolean {
  const { y, b, A } = assessment?.letters ?? {};
  return status === "onTrack" && y != null && y === b && y === A;
}
