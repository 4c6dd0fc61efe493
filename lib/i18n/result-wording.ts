import { fewerInStatus, givenOf, type WholeValue } from "@/lib/charts/axes/region-sets";
import { largestGroup } from "@/lib/charts/prepare/prepare-largest-group";
import { changedCountries, changedInDrawing, regionFinding } from "@/lib/charts/prepare/prepare-region-finding";
import type { TrendModel } from "@/lib/charts/trend-model";
import type { PublicReason } from "@/lib/domain/progress/public-assessment";
import type {
  Breakdown,
  Carried,
  IndicatorFacts,
  IndicatorView,
  RegionBreakdownRow,
  RegionLine,
} from "@/lib/views/indicator-view";
import type { Wording } from "@/lib/views/public-value";
import type { RegionalView } from "@/lib/views/regional-view";
import { countedAs } from "@/lib/views/shown-status";
import type { Formats } from "./formats";
import type { TranslatorOf } from "./messages";

/** What an indicator measures; of a milestone, the step from which on countries count. */
type Measured = Pick<IndicatorFacts, "type" | "unit"> & Partial<Pick<IndicatorFacts, "steps" | "aggregationStep">>;

// How results are worded, on pages and in publications alike: each takes the messages of the language that it writes in.

/** What the values are, as a chart's subtitle says it: "Persons", "Per cent", "Countries at “In force” or further". */
export function measuring(t: TranslatorOf<"public.measure">, unitName: (unit: string) => string) {
  return ({ type, unit, ...counted }: Measured, countsCountries = false): string => {
    const step = counted.steps?.[counted.aggregationStep ?? -1];
    if (countsCountries) return step === undefined ? t("count") : t("countAtStep", { step });
    if (type === "percentage") return t("percent");
    if (type === "milestone") return t("step");
    if (type === "yesNo") return t("yesNo");
    if (type === "narrative") return t("words");
    const name = unit === null ? "" : unitName(unit);
    return name.charAt(0).toUpperCase() + name.slice(1);
  };
}

/** Each panel in a sentence, for who doesn't see it: "Cambodia: baseline 2014 88, 2015 104; target 2018 180". */
export function summarising(t: TranslatorOf<"public.trend">) {
  return ({ panels }: TrendModel): Record<string, string> =>
    Object.fromEntries(
      panels.map(({ code, name, markers, blanks, target }) => {
        const points = [
          ...markers.map((marker) => ({ ...marker })),
          ...blanks.map((blank) => ({ ...blank, kind: "value" })),
        ]
          .sort((one, other) => one.at - other.at)
          .map(({ kind, when, text }) => t(kind === "baseline" ? "summaryBaseline" : "point", { when, text }));
        if (target) points.push(t("summaryTarget", { when: target.when, text: target.text }));
        return [code, t("summary", { name, points: points.join(", ") })];
      }),
    );
}

/**
 * What is found about the region: over which countries it is, where it is over fewer than have a value; which of them stand
 * with an earlier period's value; and which came to the value or left it. A heading may be all that somebody reads.
 */
export function findingOfRegion(
  t: TranslatorOf<"public.trend">,
  view: IndicatorView,
  region: RegionLine,
  wording: Wording,
  { units, period }: Pick<Formats, "units" | "period">,
): string {
  const { key, args, over } = regionFinding(view, region, wording);
  const names = (codes: readonly string[]) =>
    units(view.countries.filter(({ code }) => codes.includes(code)).map(({ name }) => name));
  const plain = t(key, { ...args, period: period(view.period) });
  if (key === "regionNone" || key === "regionTakenDown") return plain;
  const carried = region.carried.filter(({ unit }) => over === null || over.includes(unit));
  const periods = view.periods.filter(({ code }) => carried.some(({ from }) => from === code));
  const finding = periods.reduce(
    (said, from) => {
      const codes = carried.flatMap((each) => (each.from === from.code ? [each.unit] : []));
      return t("regionCarried", { finding: said, period: period(from), countries: names(codes) });
    },
    over === null ? plain : t("regionOver", { finding: plain, count: over.length }),
  );
  const changed = changedCountries(region);
  if (!changed) return finding;
  const { lost, gained, since } = changed;
  const said = { finding, lost: names(lost), gained: names(gained), since: period(since) };
  return t(lost.length === 0 ? "regionGained" : gained.length === 0 ? "regionLost" : "regionSwapped", said);
}

/**
 * Over which countries the chart of the region draws its values: all with a value, where the status rests on fewer; and who
 * came or left since the point before, where the finding, which may be over fewer, doesn't say the same. A sentence each.
 */
export function drawnNotes(
  t: TranslatorOf<"public.trend">,
  { countries, period: now }: Pick<IndicatorView, "countries" | "period">,
  region: RegionLine,
  { units, period }: Pick<Formats, "units" | "period">,
): string[] {
  const fewer = countedAs(region.status) === "notAssessed" ? null : fewerInStatus(region);
  const changed = changedInDrawing(region);
  const names = (codes: readonly string[]) =>
    units(countries.filter(({ code }) => codes.includes(code)).map(({ name }) => name));
  return [
    ...(fewer ? [t("drawnOver", { drawn: givenOf(region).length, judged: fewer.length, period: period(now) })] : []),
    ...(changed
      ? [
          t("drawnChange", {
            way: changed.lost.length === 0 ? "gained" : changed.gained.length === 0 ? "lost" : "both",
            lost: names(changed.lost),
            gained: names(changed.gained),
            period: period(now),
            since: period(changed.since),
          }),
        ]
      : []),
  ];
}

/** "Thailand (2015)": countries with the periods of the values with which they stand in the region's, in the plan's order. */
export const namingCarried =
  (
    { countries, periods }: Pick<RegionalView, "countries" | "periods">,
    { units, period }: Pick<Formats, "units" | "period">,
  ) =>
  (carried: readonly Carried[]): string =>
    units(
      countries.flatMap(({ code, name }) =>
        periods.flatMap((when) =>
          carried.some(({ unit, from }) => unit === code && from === when.code) ? [`${name} (${period(when)})`] : [],
        ),
      ),
    );

/** Which countries stand in the region's values with those of an earlier period, a sentence each. */
export const carriedNotes = (
  t: TranslatorOf<"public.trend">,
  { countries, periods }: IndicatorView,
  region: RegionLine,
  { period }: Pick<Formats, "period">,
): string[] =>
  region.carried.map(({ unit, from }) => {
    const of = periods.find(({ code }) => code === from);
    const country = countries.find(({ code }) => code === unit)?.name ?? unit;
    return t("carried", { country, period: of ? period(of) : from });
  });

/** "27.0% (524 of 1,938)": a region's value over all countries with a value, with what it is made of. */
export const wholeText = (t: TranslatorOf<"public.explain">, { value, parts }: WholeValue): string =>
  parts === null ? value : t("ofParts", { value, parts });

/** Why a status is "not assessed", in words. */
export function reasoning(t: TranslatorOf<"status.reason">, word: TranslatorOf<"status.word">, formats: Formats) {
  return (reason: PublicReason): string => {
    switch (reason.code) {
      case "noApprovedValue": {
        const { missing, lastStatus, lastYear } = reason.args;
        const why = missing === "none" ? t("noApprovedValue") : t(`missing.${missing}`);
        if (lastStatus === "none") return why;
        return `${why} ${t("lastStatus", { status: word(lastStatus), year: formats.year(lastYear) })}`;
      }
      case "baselinePeriod":
        return t("baselinePeriod", { date: formats.day(reason.args.measuredOn) });
      case "incomparableVersions":
        return t("incomparableVersions", reason.args);
      case "tooFewCountries":
        return t("tooFewCountries", reason.args);
      case "hidden":
        return reason.args.noBaseline ? `${t("noBaseline")} ${t("hidden")}` : t("hidden");
      default:
        return t(reason.code);
    }
  };
}

/** For the note under a breakdown: how small counts show, where the indicator counts persons who are protected. */
export const breakdownMarks = ({ indicator, plan }: Pick<IndicatorView, "indicator" | "plan">) => ({
  last: plan.threshold - 1,
  threshold: plan.threshold,
  persons: indicator.countsPersons ? "yes" : "no",
});

/** What a breakdown shows in most countries, as a sentence made from the data; null where the values don't tell. */
export function findingOfBreakdown(
  t: TranslatorOf<"public.breakdown">,
  { countries }: IndicatorView,
  breakdown: Breakdown,
): string | null {
  const found = countries.length > 0 ? largestGroup(breakdown) : null;
  const all = found?.count === found?.of ? "yes" : "no";
  return found && t("largest", { ...found, all, dimension: (breakdown.dimensions[0] ?? "").toLowerCase() });
}

/** Which countries stand in some of the region's values and not in others, a sentence each; none where all stand in all. */
export const leftOutNotes = (
  t: TranslatorOf<"public.breakdown">,
  { leftOut }: RegionBreakdownRow,
  { list, units }: Pick<Formats, "list" | "units">,
): string[] =>
  leftOut.map(({ countries, of }) =>
    t("leftOut", {
      of: of.kind,
      countries: units(countries),
      categories: of.kind === "some" ? list(of.categories.map((category) => t("quoted", { category }))) : "",
    }),
  );

/** "Sex and age" */
export const joining = (t: TranslatorOf<"public.breakdown">) => (dimensions: readonly string[]) =>
  dimensions
    .map((name, index) => (index === 0 ? name : name.toLowerCase()))
    .reduce((first, second) => t("and", { first, second }));
