import { formulaLine, roundedOf } from "@/lib/charts/formula";
import { type Explanation, explainCountry, explainRegion } from "@/lib/charts/prepare/prepare-explanation";
import type { CountryView } from "@/lib/views/country-view";
import type { IndicatorView, RegionLine } from "@/lib/views/indicator-view";
import { countedAs, isAfterEnd } from "@/lib/views/shown-status";
import type { Block } from "../document";
import { countriesChart, countriesTrend } from "./charts/countries-chart";
import { aboutRegion, regionChart } from "./charts/region-chart";
import { anchor, type Preparing } from "./context";

/** An indicator for the region: what it is, the countries against their planned paths, and the region's value. */
export function indicatorBlocks(preparing: Preparing, view: IndicatorView): Block[] {
  const { indicator, region } = view;
  return [
    heading(preparing, view, region?.status),
    ...about(preparing, view),
    ...given(countriesChart(preparing, view)),
    ...(indicator.type === "narrative"
      ? [smallParagraph(aboutWords(preparing, view, view.countries))]
      : region
        ? regionBlocks(preparing, view, region)
        : []),
  ];
}

/** An indicator for one country; none where it isn't the country's to report. */
export function countryIndicatorBlocks(preparing: Preparing, view: IndicatorView, country: CountryView): Block[] {
  const { words, period } = preparing;
  const { t, wording } = words;
  const line = view.countries.find(({ code }) => code === country.country.code);
  if (!line || !country.goals.some(({ rows }) => rows.some(({ row }) => row.code === view.indicator.code))) return [];
  const explained = explainCountry(line, view.indicator, wording);
  const end = explained.targetOn === null ? period : words.formats.year(explained.targetOn);
  const { sentence, reason } = explained;
  return [
    heading(preparing, view, line.status),
    ...about(preparing, view),
    ...(sentence
      ? [paragraph(t(`public.explain.sentence.${sentence.key}`, { ...sentence.args, period, end }))]
      : reason
        ? [paragraph(words.reason(reason))]
        : isAfterEnd(line.status)
          ? []
          : [paragraph(t(`status.meaning.${countedAs(line.status)}`))]),
    ...(isAfterEnd(line.status) ? [paragraph(t(`status.meaning.${line.status}`))] : []),
    ...given(words.definitionNote(explained, view)).map(smallParagraph),
    ...working(preparing, explained),
    ...(view.indicator.type === "narrative" ? [smallParagraph(aboutWords(preparing, view, [line]))] : []),
    ...given(
      countriesTrend(preparing, { ...view, countries: [line] }, true, {
        id: anchor("i", view.indicator.code, "trend"),
        about: null,
        title: t("publication.indicator.ofCountry", {
          title: `${view.indicator.code} ${view.indicator.title}`,
          country: line.name,
        }),
        source: t("publication.indicator.source"),
      }),
    ),
  ];
}

/** That answers in words are internal, and which of these countries made words about the pillar public. */
function aboutWords(
  { words: { t, formats }, period }: Preparing,
  { pillar, wordsOf }: IndicatorView,
  countries: IndicatorView["countries"],
): string {
  const about = { pillar: `${pillar.code} ${pillar.title}`, period };
  const names = countries.filter(({ code }) => wordsOf.includes(code)).map(({ name }) => name);
  const where =
    names.length === 0
      ? t("public.indicator.wordsNone", about)
      : t("publication.words.sentence", { text: `${t("public.indicator.wordsPublic", about)} ${formats.list(names)}` });
  return `${t("public.indicator.wordsInternal")} ${where}`;
}

/** R worked out, as the page's panel has it; none where there is no R to show. */
function working({ words: { t, formats } }: Preparing, { formula, facts, parts, whole }: Explanation): Block[] {
  if (!formula) return [];
  // Where another value stands beside it, y says what it is made of.
  const y = whole && parts && facts.y ? `y = ${t("public.explain.ofParts", { value: facts.y, parts })}. ` : "";
  const letters = formats.list(roundedOf(formula));
  const rounded = letters === "" ? "" : ` ${t("public.explain.rounded", { letters })}`;
  return [smallParagraph(`${y}${formulaLine(formula)}${rounded ? `.${rounded}` : ""}`)];
}

function heading({ words }: Preparing, { indicator }: IndicatorView, status: RegionLine["status"] | undefined): Block {
  return {
    kind: "heading",
    level: 3,
    id: anchor("i", indicator.code),
    text: words.text(`${indicator.code} ${indicator.title}`),
    ...(status && { status }),
  };
}

const given = <T>(block: T | null): T[] => (block === null ? [] : [block]);
const paragraph = (text: string): Block => ({ kind: "paragraph", text });
const smallParagraph = (text: string): Block => ({ kind: "paragraph", look: "small", text });

/** What is counted and how, which way is good, and how the region's value comes about. */
function about({ words }: Preparing, { indicator, countries }: IndicatorView): Block[] {
  const { t } = words;
  const type = t("public.indicator.type", {
    type: indicator.type,
    unit: indicator.unit === null ? "" : words.unit(indicator.unit),
  });
  const facts = [
    indicator.type === "narrative"
      ? type
      : t("public.indicator.typeAndTime", {
          type,
          accumulation: t("public.indicator.accumulation", { accumulation: indicator.accumulation }),
        }),
    t("public.indicator.direction", { direction: indicator.direction }),
    countries.length === 0
      ? t("public.indicator.reportedByRegion")
      : t("public.indicator.region", { aggregation: indicator.aggregation }),
  ];
  return [
    ...(indicator.definition === "" ? [] : [{ kind: "paragraph" as const, text: words.text(indicator.definition) }]),
    smallParagraph(facts.join(" · ")),
  ];
}

/** The region's value, over which countries it stands, and its way there where it is held against a plan. */
function regionBlocks(preparing: Preparing, view: IndicatorView, region: RegionLine): Block[] {
  const { t } = preparing.words;
  const { finding, subtitle, notes, model, isNone } = aboutRegion(preparing, view, region);
  // Points that no line joins, and no plan is drawn beside, are said as well as drawn.
  const isWay = model?.panels.some(({ runs, planned }) => planned.length > 0 || runs.some((run) => run.length > 1));
  const worked = working(preparing, explainRegion(region, view, preparing.words.wording));
  if (isWay) return [...given(regionChart(preparing, view)), ...worked];
  if (isNone && notes === "") return worked;
  const sentence = (text: string) => t("publication.words.sentence", { text });
  const small = [isNone ? "" : sentence(subtitle), notes].filter(Boolean).join(" ");
  return [paragraph(sentence(finding)), ...(small === "" ? [] : [smallParagraph(small)]), ...worked];
}
