import type { Block, Chapter, TableBlock } from "@/lib/publication/document";
import type { Preparing } from "@/lib/publication/prepare/context";
import type { PapersView } from "@/lib/views/commitments/papers-view";
import type { PublicObservation, SaidToUnits } from "@/lib/views/commitments/public-observation";
import { isFormer } from "@/lib/views/commitments/subject-view";
import { countsByUnit, unitName } from "./counts-by-unit";
import { aboutText, observationBlocks } from "./observation-blocks";

/** So many are written out; the counts are of all. */
const mostWritten = 60;

/**
 * What civil society says in public, with the replies. Who speaks stands there as the public is told it: the view knows no
 * more.
 */
export function observationsChapter(preparing: Preparing, { said }: PapersView): Chapter {
  const { t, formats } = preparing.words;
  const { observations, readOn } = said;
  const written = observations.slice(0, mostWritten);
  const day = formats.day(readOn);
  return {
    id: "observations",
    title: t("publication.papers.observations.title"),
    kicker: null,
    pillar: null,
    blocks:
      observations.length === 0
        ? [{ kind: "paragraph", text: t("publication.papers.observations.none") }, ...reportBlocks(preparing, said)]
        : [
            { kind: "paragraph", text: t("publication.papers.observations.lead", { day }) },
            countsTable(preparing, said),
            ...(written.length < observations.length
              ? [
                  {
                    kind: "note" as const,
                    text: t("publication.papers.observations.newest", {
                      shown: formats.number(written.length),
                      total: formats.number(observations.length),
                    }),
                  },
                ]
              : []),
            ...reportBlocks(preparing, said),
            ...written.flatMap((each) =>
              observationBlocks(preparing.words, each, {
                unit: unitName(preparing.views, each.unit),
                about: aboutOf(preparing, each),
              }),
            ),
          ],
  };
}

/** Annual reports of platforms are named, with where they were presented; they are papers of their own. */
function reportBlocks({ words: { t, formats }, views }: Preparing, { reports }: SaidToUnits): Block[] {
  if (reports.length === 0) return [];
  return [
    {
      kind: "heading",
      level: 2,
      id: "platform-reports",
      text: t("publication.papers.observations.reports"),
    },
    {
      kind: "list",
      ordered: false,
      items: reports.map(({ code, unit, year, presented, points, answered, agreed, members }) =>
        [
          t("publication.papers.observations.report", {
            code,
            unit: unitName(views, unit),
            year: formats.year(`${year}-07-01`),
          }),
          presented
            ? t("publication.papers.observations.presented", {
                meeting: presented.meeting,
                day: formats.day(presented.on),
                answered: formats.number(answered),
                points: formats.number(points),
              })
            : t("publication.papers.observations.agreed", {
                agreed: formats.number(agreed),
                members: formats.number(members),
              }),
        ].join(" · "),
      ),
    },
  ];
}

function countsTable(preparing: Preparing, { units, readOn }: SaidToUnits): TableBlock {
  const { t, formats } = preparing.words;
  const counted = ["said", "replied", "late", "unanswered", "corrected"] as const;
  return countsByUnit(preparing, units, {
    id: "observations-counts",
    caption: t("publication.papers.observations.table", { day: formats.day(readOn) }),
    unitsAre: t("publication.papers.observations.country"),
    columns: counted.map((key) => ({ key, name: t(`publication.papers.observations.${key}`) })),
  });
}

/** In the words of the results that the papers look at, where they have it. */
function aboutOf({ views, words }: Preparing, { subject }: PublicObservation): string {
  const { rows, goals } = views.regional;
  if ((subject.of !== "indicator" && subject.of !== "node") || isFormer(subject)) return aboutText(words, subject);
  const known = [...rows, ...goals].find(({ code }) => code === subject.code);
  return aboutText(words, known ? { ...subject, title: known.title } : subject);
}
