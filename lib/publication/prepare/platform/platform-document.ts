import { fileStem, type PublicationSettings } from "@/lib/domain/publication";
import type { PublicationWords } from "@/lib/i18n/publication-words";
import type { Publisher } from "@/lib/schemas/publications/publisher";
import type { PlatformPaperView } from "@/lib/views/commitments/platform-paper-view";
import type { PlatformActivityView } from "@/lib/views/commitments/platform-view";
import type { Block, Cell, Chapter, Fact, PublicationDocument, TableBlock, TableRow } from "../../document";
import { aboutText, observationBlocks } from "../chapters/observation-blocks";
import { spokenIn } from "../context";
import { documentWords } from "../document-words";
import { imprintChapter, prepareImprint } from "../imprint";
import { type PreparingPlatform, unitName } from "./platform-context";
import { pointName, pointsChapter } from "./points-chapter";

/**
 * Words the annual report of a civil society platform: the same view, settings and publisher give the same document. It rests
 * on no results, and is of the day on which it was read.
 */
export function preparePlatformDocument(
  settings: PublicationSettings,
  view: PlatformPaperView,
  words: PublicationWords,
  { publisher, web }: { publisher: Publisher; web: string | null },
): PublicationDocument {
  const { t, formats } = words;
  const { plan, report, readOn } = view;
  const preparing: PreparingPlatform = { words, view };
  const year = formats.year(`${report.year}-07-01`);
  const kicker = t("publication.kind.platformReport");
  const title = titleOf(preparing, year);
  const subtitle = t("publication.subtitle", { plan: plan.title, span: plan.subtitle });
  const asOf = t("publication.platform.fact.asOf", { day: formats.day(readOn) });
  const imprint = prepareImprint(words, publisher, web, {
    title,
    subtitle,
    isDemonstration: plan.isDemonstration,
    version: asOf,
    isOfWords: true,
  });
  return {
    language: settings.language,
    title,
    subtitle,
    kicker,
    asOf: readOn,
    isInternal: false,
    fileStem: fileStem(plan.code, settings),
    notices: [
      ...(plan.isDemonstration ? [t("publication.notice.madeUpWords")] : []),
      ...(report.visibility === "public" ? [] : [t(`publication.notice.${report.visibility}`)]),
    ],
    facts: factsOf(preparing, asOf),
    chapters: [...chaptersOf(preparing), imprintChapter(words, imprint)],
    imprint,
    words: documentWords(words, t("publication.words.running", { title: kicker, period: year })),
  };
}

/** What member organisations did in the year. */
function activitiesChapter(preparing: PreparingPlatform): Chapter {
  const { t } = preparing.words;
  return {
    id: "activities",
    title: t("publication.platform.activities.title"),
    kicker: null,
    pillar: null,
    blocks:
      preparing.view.report.activities.length === 0
        ? [{ kind: "paragraph", text: t("publication.platform.activities.none") }]
        : [activitiesTable(preparing)],
  };
}

function activitiesTable(preparing: PreparingPlatform): TableBlock {
  const { words, view } = preparing;
  const { t } = words;
  const { activities, language } = view.report;
  const said = (text: string): Cell => ({ text: spokenIn(words, text, language) });
  return {
    kind: "table",
    id: "activities-done",
    caption: t("publication.platform.activities.title"),
    look: "plain",
    columns: [
      { name: t("publication.platform.activities.activity"), align: "start", width: 5 },
      { name: t("publication.platform.activities.organisation"), align: "start", width: 3 },
      { name: t("publication.platform.activities.where"), align: "start", width: 2 },
      { name: t("publication.platform.activities.when"), align: "start", width: 2 },
      { name: t("publication.platform.activities.reach"), align: "start", width: 4 },
    ],
    rows: activities.map((activity) => ({
      kind: "cells",
      cells: [
        {
          ...(activity.takenDown === null ? said(activity.title) : { text: t("publication.takenDown") }),
          ...(activity.nodes.length > 0 && {
            detail: t("publication.papers.agenda.about", { nodes: activity.nodes.map(({ code }) => code).join(", ") }),
          }),
        },
        { text: words.text(activity.organisation) },
        said(activity.place),
        said(activity.time),
        reachOf(preparing, activity),
      ],
    })),
    note: null,
  };
}

/** Whom it reached: counts in the document's language, and the same in the author's words below. */
function reachOf(
  { words: { t, formats } }: PreparingPlatform,
  { officials, community, reach }: PlatformActivityView,
): Cell {
  const counts = [
    ...(officials === null
      ? []
      : [t("publication.platform.activities.officials", { count: formats.number(officials) })]),
    ...(community === null
      ? []
      : [
          community === "few"
            ? t("publication.platform.activities.few")
            : t("publication.platform.activities.community", { count: formats.number(community) }),
        ]),
  ];
  const text = counts.join("; ");
  return text === "" ? { text: reach } : { text, ...(reach !== "" && { detail: reach }) };
}

/** Which organisations agree to its words, and which belong to the platform. */
function membersChapter({ words: { t, text, formats }, view }: PreparingPlatform): Chapter {
  const { report, members, readOn } = view;
  const list = (id: string, title: string, names: readonly string[]): Block[] => [
    { kind: "heading", level: 2, id, text: title },
    names.length === 0
      ? { kind: "paragraph", text: t("publication.platform.members.none") }
      : { kind: "list", ordered: false, items: names.map(text) },
  ];
  return {
    id: "members",
    title: t("publication.platform.members.title"),
    kicker: null,
    pillar: null,
    blocks: [
      ...list("members-agree", t("publication.platform.members.agree"), report.agreements),
      ...list("members-present", t("publication.platform.members.present", { day: formats.day(readOn) }), members),
    ],
  };
}

/** What civil society observed about the year, as anybody reads it, with the replies. */
function saidChapter(preparing: PreparingPlatform): Chapter {
  const { words, view } = preparing;
  const { t, formats } = words;
  return {
    id: "observations",
    title: t("publication.platform.said.title"),
    kicker: null,
    pillar: null,
    blocks:
      view.said.length === 0
        ? [{ kind: "paragraph", text: t("publication.platform.said.none") }]
        : [
            { kind: "paragraph", text: t("publication.platform.said.lead", { day: formats.day(view.readOn) }) },
            ...view.said.flatMap((observation) =>
              observationBlocks(words, observation, {
                unit: unitName(preparing, observation.unit),
                about: aboutText(words, observation.subject),
              }),
            ),
          ],
  };
}

/** Which points wait for an answer of whom, and since when; none before any is asked for. */
function waitingChapter(preparing: PreparingPlatform): Chapter[] {
  const { t } = preparing.words;
  const { presented } = preparing.view.report;
  if (presented === null) return [];
  const rows = rowsOf(preparing);
  const title = t("publication.platform.waiting.title");
  return [
    {
      id: "waiting",
      title,
      kicker: null,
      pillar: null,
      blocks:
        rows.length === 0
          ? [{ kind: "paragraph", text: t("publication.platform.waiting.none") }]
          : [
              {
                kind: "table",
                id: "waiting-for",
                caption: title,
                look: "plain",
                columns: [
                  { name: t("publication.platform.waiting.point"), align: "start", width: 3 },
                  { name: t("publication.papers.observations.country"), align: "start", width: 3 },
                  { name: t("publication.platform.waiting.since"), align: "start", width: 3 },
                  { name: t("publication.papers.decisions.due"), align: "start", width: 3 },
                  { name: t("publication.platform.fact.state"), align: "start", width: 4 },
                ],
                rows,
                note: null,
              },
            ],
    },
  ];
}

function rowsOf(preparing: PreparingPlatform): TableRow[] {
  const { words, view } = preparing;
  const { t, formats } = words;
  const { challenges, priorities } = view.report;
  return [...challenges, ...priorities].flatMap((point) =>
    point.responses
      .filter(({ reply }) => reply === null)
      .map(
        ({ unit, state, askedOn, dueOn }): TableRow => ({
          kind: "cells",
          cells: [
            { text: pointName(preparing, point) },
            { text: unitName(preparing, unit) },
            { text: formats.day(askedOn) },
            { text: formats.day(dueOn) },
            { text: t(`publication.platform.waiting.${state === "unanswered" ? "missed" : "awaited"}`) },
          ],
        }),
      ),
  );
}

/** In the order in which they are read. */
const chaptersOf = (preparing: PreparingPlatform): Chapter[] => [
  membersChapter(preparing),
  activitiesChapter(preparing),
  saidChapter(preparing),
  pointsChapter(preparing, "challenge"),
  pointsChapter(preparing, "priority"),
  ...waitingChapter(preparing),
];

function titleOf(preparing: PreparingPlatform, year: string): string {
  const { t } = preparing.words;
  const { unit } = preparing.view.report;
  return unit.level === "region"
    ? t("publication.title.platformReportOfRegion", { year })
    : t("publication.title.platformReport", { unit: unitName(preparing, unit), year });
}

/** Where it stands, and who says so. */
function factsOf({ words: { t, text, formats }, view: { report } }: PreparingPlatform, asOf: string): Fact[] {
  const { code, state, agreed, members, agreedOn, presented, answered, points, author } = report;
  return [
    { term: t("publication.platform.fact.code"), text: code },
    // None of a draft are made.
    {
      term: t("publication.platform.fact.state"),
      text: state === "draft" ? "" : t(`publication.platform.state.${state}`),
    },
    {
      term: t("publication.platform.fact.agreement"),
      text: t("publication.platform.fact.agreedBy", {
        agreed: formats.number(agreed),
        members: formats.number(members),
        day: agreedOn === null ? "" : formats.day(agreedOn),
      }),
    },
    ...(presented === null
      ? []
      : [
          {
            term: t("publication.platform.fact.presented"),
            text: text(
              t("publication.platform.fact.presentedAt", { meeting: presented.title, day: formats.day(presented.on) }),
            ),
          },
          {
            term: t("publication.platform.fact.answers"),
            text: t("publication.platform.fact.answeredOf", {
              answered: formats.number(answered),
              points: formats.number(points),
            }),
          },
        ]),
    { term: t("publication.platform.fact.author"), text: text(author) },
    { term: t("publication.platform.fact.read"), text: asOf },
  ];
}
