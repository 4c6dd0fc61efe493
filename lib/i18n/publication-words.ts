// Past next-intl, whose entry loads React: publications are worded outside of pages too.
import { createTranslator } from "use-intl/core";
import type { WholeValue } from "@/lib/charts/axes/region-sets";
import type { Explanation } from "@/lib/charts/prepare/prepare-explanation";
import type { Breakdown, IndicatorView, RegionBreakdownRow, RegionLine } from "@/lib/views/indicator-view";
import type { RegionalView } from "@/lib/views/regional-view";
import { findingOfCountries } from "./countries-wording";
import { definitionNote } from "./definition-wording";
import { type Formats, formatsIn } from "./formats";
import { languageApartFrom } from "./language-of";
import { type Messages, messagesIn } from "./messages";
import {
  carriedNotes,
  drawnNotes,
  findingOfBreakdown,
  findingOfRegion,
  joining,
  leftOutNotes,
  measuring,
  namingCarried,
  reasoning,
  summarising,
  wholeText,
} from "./result-wording";
import type { Locale } from "./routing";
import { naming } from "./unit-naming";
import { wordingFrom } from "./wording-from";

/** What it takes to word a publication in one of the seven languages, outside of any request. */
export const publicationWords = async (language: Locale) => wordsFrom(language, await messagesIn(language));

/** The same from messages at hand. */
export function wordsFrom(language: Locale, messages: Messages) {
  const formats: Formats = formatsIn(language);
  // The types know the product's languages alone; a tag also says in which digits messages write numbers.
  const locale = formats.tag as Locale;
  const t = createTranslator<Messages>({ locale, messages });
  const trend = createTranslator({ locale, messages, namespace: "public.trend" });
  const explain = createTranslator({ locale, messages, namespace: "public.explain" });
  const breakdown = createTranslator({ locale, messages, namespace: "public.breakdown" });
  const unit = naming(createTranslator({ locale, messages, namespace: "unit" }));
  const wording = wordingFrom(createTranslator({ locale, messages, namespace: "public.value" }), formats.tag);
  return {
    language,
    t,
    formats,
    measure: measuring(createTranslator({ locale, messages, namespace: "public.measure" }), unit),
    summaries: summarising(trend),
    findingOfCountries: (view: IndicatorView, period: string) => findingOfCountries(trend, view, period, formats),
    carried: (view: IndicatorView, region: RegionLine) => carriedNotes(trend, view, region, formats),
    drawn: (view: IndicatorView, region: RegionLine) => drawnNotes(trend, view, region, formats),
    leftOut: (region: RegionBreakdownRow) => leftOutNotes(breakdown, region, formats),
    namingCarried: (view: Pick<RegionalView, "countries" | "periods">) => namingCarried(view, formats),
    whole: (value: WholeValue) => wholeText(explain, value),
    findingOfRegion: (view: IndicatorView, region: RegionLine) =>
      findingOfRegion(trend, view, region, wording, formats),
    findingOfBreakdown: (view: IndicatorView, shown: Breakdown) => findingOfBreakdown(breakdown, view, shown),
    definitionNote: (explained: Explanation, view: IndicatorView) => definitionNote(explain, explained, view, formats),
    reason: reasoning(
      createTranslator({ locale, messages, namespace: "status.reason" }),
      createTranslator({ locale, messages, namespace: "status.word" }),
      formats,
    ),
    dimensions: joining(breakdown),
    wording,
    unit,
    /** A text of the framework or of a country, with its language where that isn't the publication's. */
    text: (text: string) => {
      const lang = languageApartFrom(language, text);
      return lang === undefined ? text : { text, lang };
    },
  };
}
export type PublicationWords = ReturnType<typeof wordsFrom>;
