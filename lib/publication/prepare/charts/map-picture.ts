import { isOnMap, mapPlaces } from "@/lib/charts/map-places";
import type { PictureBlock } from "@/lib/publication/picture";
import { aboutIndicator, anchor, statusWords, type Telling } from "@/lib/publication/prepare/context";
import type { IndicatorView } from "@/lib/views/indicator-view";

/** The countries by their status of one indicator; null where none of them is on the map. */
export function mapPicture({ words, period }: Telling, view: IndicatorView): PictureBlock | null {
  const { t, formats } = words;
  const countries = view.countries.map(({ code, name, status }) => ({
    code,
    name,
    status,
    at: isOnMap(code) ? mapPlaces[code] : null,
  }));
  if (countries.every(({ at }) => at === null)) return null;
  const reported = view.countries.filter(({ approvedOn }) => approvedOn !== null).length;
  return {
    kind: "chart",
    id: anchor("i", view.indicator.code, "map"),
    about: aboutIndicator(words, view),
    title: words.findingOfCountries(view, period),
    subtitle: t("publication.findings.byCountry", { period }),
    source: [t("public.trend.source", { reported, all: countries.length }), t("public.map.note")].join(" "),
    alt: t("publication.words.sentence", {
      text: formats.list(countries.map(({ name, status }) => `${name}: ${t(`status.word.${status}`)}`)),
    }),
    chart: { type: "map", countries, words: statusWords(words) },
  };
}
