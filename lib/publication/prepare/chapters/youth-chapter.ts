import { answersDueOn } from "@/lib/domain/commitments/recommendation";
import type { Block, Chapter, TableBlock } from "@/lib/publication/document";
import { anchor, type Preparing, spokenIn } from "@/lib/publication/prepare/context";
import type { KeyActionView } from "@/lib/views/commitments/observation-view";
import type { PapersView } from "@/lib/views/commitments/papers-view";
import type {
  AnswersDue,
  ForumSaid,
  RecommendationView,
  UnitAnswerView,
} from "@/lib/views/commitments/recommendation-view";
import { countsByUnit, unitName } from "./counts-by-unit";
import { linked } from "./observation-blocks";

/** So many are written out; the counts are of all. */
const mostWritten = 40;

/**
 * What young people recommended at forums before the meeting, in their own words, with what each country answers and does.
 * Nobody who took part is named.
 */
export function youthChapter(preparing: Preparing, { recommended }: PapersView): Chapter {
  const { t, formats } = preparing.words;
  const { forums, readOn } = recommended;
  const all = forums.reduce((count, forum) => count + forum.recommendations.length, 0);
  return {
    id: "youth",
    title: t("publication.papers.youth.title"),
    kicker: null,
    pillar: null,
    blocks:
      all === 0
        ? [{ kind: "paragraph", text: t("publication.papers.youth.none") }]
        : [
            { kind: "paragraph", text: t("publication.papers.youth.lead", { day: formats.day(readOn) }) },
            countsTable(preparing, recommended),
            ...(all > mostWritten
              ? [
                  {
                    kind: "note" as const,
                    text: t("publication.papers.youth.newest", {
                      shown: formats.number(mostWritten),
                      total: formats.number(all),
                    }),
                  },
                ]
              : []),
            ...written(forums).flatMap((forum) => forumBlocks(preparing, forum)),
            { kind: "paragraph", look: "small", text: t("youthCard.nobody") },
          ],
  };
}

/** The forums with their recommendations until enough are written; those at which nothing was recommended are left out. */
function written(forums: readonly ForumSaid[]): ForumSaid[] {
  let left = mostWritten;
  return forums.flatMap((forum) => {
    const recommendations = forum.recommendations.slice(0, left);
    left -= recommendations.length;
    return recommendations.length === 0 ? [] : [{ ...forum, recommendations }];
  });
}

function countsTable(preparing: Preparing, { units, readOn }: PapersView["recommended"]): TableBlock {
  const { t, formats } = preparing.words;
  const counted = ["asked", "answered", "underWay", "done"] as const;
  return countsByUnit(preparing, units, {
    id: "youth-counts",
    caption: t("publication.papers.youth.table", { day: formats.day(readOn) }),
    unitsAre: t("publication.papers.youth.country"),
    columns: counted.map((key) => ({ key, name: t(`publication.papers.youth.${key}`) })),
  });
}

const when = ({ formats }: Preparing["words"], { startsOn, endsOn, year }: ForumSaid["meeting"]) =>
  startsOn && endsOn ? formats.days(startsOn, endsOn) : formats.year(`${year}-07-01`);

function forumBlocks(preparing: Preparing, { meeting, recommendations }: ForumSaid): Block[] {
  const { words } = preparing;
  return [
    { kind: "heading", level: 2, id: anchor("forum", meeting.code), text: words.text(meeting.title) },
    { kind: "paragraph", look: "small", text: [meeting.code, when(words, meeting)].join(" · ") },
    ...recommendations.flatMap((each) => blocksOf(preparing, each)),
  ];
}

function blocksOf(preparing: Preparing, { number, said, node, due, answers }: RecommendationView): Block[] {
  const { words } = preparing;
  const { t } = words;
  if (number === null) return [];
  const heading = {
    kind: "heading" as const,
    level: 3 as const,
    id: anchor("recommendation", String(number)),
    text: t("youthCard.number", { number }),
  };
  if (said === null) return [heading, { kind: "paragraph", text: t("publication.takenDown") }];
  return [
    heading,
    { kind: "paragraph", text: spokenIn(words, said.body, said.language) },
    ...(said.saidIn === said.language
      ? []
      : [{ kind: "paragraph" as const, look: "small" as const, text: writtenIn(words, said.saidIn) }]),
    ...(node ? [{ kind: "paragraph" as const, look: "small" as const, text: aboutOf(preparing, node) }] : []),
    ...(due && answers.some(({ answer }) => answer === null) ? [dueNote(words, due)] : []),
    ...(answers.length === 0 ? [] : [answersTable(preparing, number, { due, answers })]),
  ];
}

const dueNote = (words: Preparing["words"], { meeting, isPast }: AnswersDue): Block => ({
  kind: "note",
  text: words.t(isPast ? "youthCard.wasDue" : "youthCard.due", { meeting: meeting.code, day: when(words, meeting) }),
});

const lastDayOf = (words: Preparing["words"], { meeting }: AnswersDue): string =>
  words.formats.day(answersDueOn(meeting));

/** Of what was translated: from which language, by its name in the document's. */
const writtenIn = ({ t, formats }: Preparing["words"], language: string): string =>
  t("youthCard.written", {
    language: new Intl.DisplayNames([formats.tag], { type: "language" }).of(language) ?? language,
  });

/** In the words of the results that the papers look at, where they have it: goals in every language. */
function aboutOf({ views, words: { text } }: Preparing, { code, title }: { code: string; title: string }) {
  const known = views.regional.goals.find((goal) => goal.code === code);
  return text(`${code} ${known?.title ?? title}`);
}

function answersTable(
  preparing: Preparing,
  number: number,
  { due, answers }: Pick<RecommendationView, "due" | "answers">,
): TableBlock {
  const { t } = preparing.words;
  return {
    kind: "table",
    id: anchor("answers", String(number)),
    caption: t("publication.papers.youth.answers", { number }),
    look: "plain",
    columns: [
      { name: t("publication.papers.youth.country"), align: "start", width: 2 },
      { name: t("publication.papers.youth.answer"), align: "start", width: 4 },
      { name: t("youthCard.does"), align: "start", width: 5 },
    ],
    rows: answers.flatMap((answer) => rowsOf(preparing, answer, due)),
    note: null,
  };
}

/** What is still to be done has the day by which it is due; what was stopped has none. */
function standingOf({ t, formats }: Preparing["words"], { state, dueOn, doneOn }: KeyActionView): string {
  const name = t(`youthCard.state.${state}`);
  if (state === "planned" || state === "underWay")
    return t("youthCard.actionBy", { state: name, day: formats.day(dueOn) });
  return doneOn ? t("youthCard.actionOn", { state: name, day: formats.day(doneOn) }) : name;
}

/** One for each key action, so that none hides behind another; the country's answer stands with the first. */
function rowsOf(
  { words, views }: Preparing,
  { unit, answer, body, isEmptied, evidence, givenOn, isLate, keyActions }: UnitAnswerView,
  due: AnswersDue | null,
) {
  const { t, text, formats } = words;
  const emptied = isEmptied && t("publication.papers.observations.emptied");
  const said = [body || emptied, evidence && linked(evidence)].filter(Boolean).join(" · ");
  const country = { text: unitName(views, unit) };
  const answered =
    answer === null
      ? { text: due?.isPast ? t("youthCard.noAnswerBy", { day: lastDayOf(words, due) }) : t("youthCard.noAnswer") }
      : {
          text: [t(`youthCard.answer.${answer}`), givenOn && formats.day(givenOn), isLate && t("youthCard.late")]
            .filter(Boolean)
            .join(" · "),
          ...(said !== "" && { detail: said }),
        };
  const [first, ...others] = keyActions.map((action) => ({
    text: action.body === "" ? t("publication.papers.observations.emptied") : text(action.body),
    detail: standingOf(words, action),
  }));
  return [
    { kind: "cells" as const, cells: [country, answered, first ?? { text: "–" }] },
    ...others.map((does) => ({ kind: "cells" as const, cells: [country, { text: "" }, does] })),
  ];
}
