import type { CountryView } from "@/lib/charts/country-view";
import type { Block, Chapter } from "../document";
import { anchor, type Preparing } from "./context";

/** What a country wrote and marked public, in the language it was written in; none where it wrote nothing. */
export function narrativesChapter({ words, period }: Preparing, { country, narratives }: CountryView): Chapter[] {
  const { t } = words;
  if (narratives.length === 0) return [];
  const { name, code } = country;
  return [
    {
      id: anchor("narratives", code),
      title: t("publication.narratives.title", { name }),
      kicker: t("publication.country.kicker"),
      pillar: null,
      blocks: [
        { kind: "paragraph", look: "small", text: t("country.narratives.note", { name, period }) },
        ...narratives.flatMap(({ pillar, texts }): Block[] => [
          {
            kind: "heading",
            level: 2,
            id: anchor("narratives", code, pillar.code),
            text: words.text(`${pillar.code} ${pillar.title}`),
          },
          ...texts.flatMap(({ kind, text }): Block[] => [
            {
              kind: "heading",
              level: 3,
              id: anchor("narratives", code, pillar.code, kind),
              text: t(`country.narratives.${kind}`),
            },
            ...paragraphsOf(text).map((each): Block => ({ kind: "paragraph", text: words.text(each) })),
          ]),
        ]),
      ],
    },
  ];
}

/** Lines that were parted by an empty one. */
const paragraphsOf = (text: string): string[] =>
  text
    .split(/\n\s*\n/)
    .map((part) => part.trim())
    .filter((part) => part !== "");
