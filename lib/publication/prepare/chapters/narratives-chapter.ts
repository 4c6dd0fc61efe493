import type { Block, Chapter } from "@/lib/publication/document";
import { anchor, type Preparing } from "@/lib/publication/prepare/context";
import { type CountryView, readableNarratives } from "@/lib/views/country-view";

/** What countries wrote and marked public, in the languages it was written in; none where they wrote nothing. */
export function narrativesChapter(preparing: Preparing): Chapter[] {
  const { views, words, settings } = preparing;
  const written = views.countries.filter(({ narratives }) => readableNarratives(narratives).length > 0);
  const [only] = written;
  if (!only) return [];
  return [
    {
      id: "narratives",
      title:
        settings.kind === "country"
          ? words.t("publication.narratives.titleOf", { name: only.country.name })
          : words.t("publication.narratives.title"),
      kicker: null,
      pillar: null,
      blocks: written.flatMap((view) => ofCountry(preparing, view)),
    },
  ];
}

/** In a report on several countries each has its heading; its texts stand one level below. */
function ofCountry({ words, period, settings }: Preparing, { country, narratives }: CountryView): Block[] {
  const { t } = words;
  const { name, code } = country;
  const isOnly = settings.kind === "country";
  return [
    ...(isOnly ? [] : [{ kind: "heading" as const, level: 2 as const, id: anchor("narratives", code), text: name }]),
    { kind: "paragraph", look: "small", text: t("country.narratives.note", { name, period }) },
    ...readableNarratives(narratives).flatMap(({ pillar, texts }) =>
      texts.flatMap(({ kind, text }): Block[] => [
        {
          kind: "heading",
          level: isOnly ? 2 : 3,
          id: anchor("narratives", code, pillar.code, kind),
          text: t("publication.narratives.part", {
            pillar: `${pillar.code} ${pillar.title}`,
            part: t(`country.narratives.${kind}`),
          }),
        },
        ...paragraphsOf(text).map((each): Block => ({ kind: "paragraph", text: words.text(each) })),
      ]),
    ),
  ];
}

/** Lines that were parted by an empty one. */
const paragraphsOf = (text: string): string[] =>
  text
    .split(/\n\s*\n/)
    .map((part) => part.trim())
    .filter((part) => part !== "");
