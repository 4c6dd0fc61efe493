import { countriesFinding } from "@/lib/charts/prepare/prepare-countries-finding";
import type { CountryLine, IndicatorView } from "@/lib/views/indicator-view";
import type { Formats } from "./formats";
import type { TranslatorOf } from "./messages";

type NamingKey = `finding${"NotAssessed" | "Without" | "NoReport" | "NotApplicable" | "TakenDown"}`;

/**
 * What the countries' values show, as a sentence made from the data: of the countries assessed, how many do well, and who
 * the others are. A single one is named; where none is assessed, the sentence is about values.
 */
export function findingOfCountries(
  t: TranslatorOf<"public.trend">,
  { countries }: IndicatorView,
  period: string,
  { units }: Pick<Formats, "units">,
): string {
  const { assessed, good, atBaseline, unassessed, without, unreported, notApplicable, takenDown } =
    countriesFinding(countries);
  const share = good.length === 0 ? "none" : good.length === assessed.length ? "all" : "some";
  const isAssessed = assessed.length > 0;
  const said = () => {
    if (!isAssessed) {
      const all = countries.length - notApplicable.length - takenDown.length;
      return t("findingContext", { given: unassessed.length, all, period });
    }
    const [only] = assessed;
    if (only && assessed.length === 1) return t("findingOne", { share, country: units([only.name]) });
    return t("findingGood", { share, good: good.length, all: assessed.length });
  };
  // Counted as on track, but it must not pass for a step forward.
  const still = atBaseline.length;
  const among = still === good.length ? "all" : "some";
  const finding = still > 0 ? t("findingAtBaseline", { finding: said(), still, share: among }) : said();
  const named: [key: NamingKey, who: readonly CountryLine[]][] = [
    ["findingNotAssessed", isAssessed ? unassessed : []],
    // That nobody has a value is said already.
    ["findingWithout", isAssessed || unassessed.length > 0 ? without : []],
    ["findingNoReport", isAssessed || unassessed.length > 0 ? unreported : []],
    ["findingNotApplicable", notApplicable],
    ["findingTakenDown", takenDown],
  ];
  return named.reduce(
    (text, [key, who]) =>
      who.length === 0 ? text : t(key, { finding: text, countries: units(who.map(({ name }) => name)) }),
    finding,
  );
}
