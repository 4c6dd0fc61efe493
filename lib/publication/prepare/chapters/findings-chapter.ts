import { largestChanges, prepareChanges } from "@/lib/charts/prepare/prepare-changes";
import { prepareFindings, type RegionalFindings } from "@/lib/charts/prepare/prepare-findings";
import type { Chapter, TableBlock, TableRow, Text } from "@/lib/publication/document";
import { byCountryChart, byGoalChart } from "@/lib/publication/prepare/charts/distribution-chart";
import type { Preparing } from "@/lib/publication/prepare/context";
import type { RegionalView } from "@/lib/views/regional-view";

/** Of what became better and of what became worse, as many are named. */
const ofEachDirection = 4;
/** Of the indicators that every country reached. */
const namedReached = 3;

/** What the results come to, in sentences made from them; of a goal report, of the goal's results. */
export function findingsChapter(preparing: Preparing): Chapter {
  const { views, words, period, settings } = preparing;
  const { t } = words;
  const regional = scopeOf(preparing);
  const findings = prepareFindings(regional);
  const { percent, favourable, assessed } = findings;
  return {
    id: "findings",
    title: t("publication.findings.title"),
    kicker: null,
    pillar: null,
    blocks: [
      {
        kind: "paragraph",
        look: "lead",
        text:
          percent === null
            ? t("publication.findings.none", { period })
            : t("publication.findings.share", { period, percent, favourable, assessed }),
      },
      { kind: "list", ordered: false, items: sentencesOf(preparing, regional, findings) },
      ...(views.regional.plan.isReference ? [{ kind: "note" as const, text: t("about.framework.reference") }] : []),
      ...(settings.kind === "goal" ? [] : [byGoalChart(preparing, regional)]),
      byCountryChart(preparing, regional, null),
      ...movedAwayTable(preparing, findings),
      ...changesOf(preparing, regional),
    ],
  };
}

/** The region's view, of a goal report with the goal's rows alone. */
export function scopeOf({ settings, views }: Preparing): RegionalView {
  const goal = settings.goal === null ? undefined : views.goals.find(({ code }) => code === settings.goal);
  return goal?.regional ?? views.regional;
}

function sentencesOf({ words, period }: Preparing, view: RegionalView, findings: RegionalFindings): Text[] {
  const { t, formats } = words;
  const { reachedByAll, slowest, asSlow, movedAway, movedAwayMostly, values } = findings;
  const slowestTitles = formats.list(
    slowest.map(({ code, title, behind, assessed }) =>
      t("publication.findings.slowestBy", { code, title, behind, assessed }),
    ),
  );
  const reachedTitles = formats.list(
    reachedByAll
      .slice(0, namedReached)
      .map(({ code, title, count }) => t("publication.findings.reachedBy", { code, title, count })),
  );
  const { changes: _, ...counts } = prepareChanges(view);
  const missing = view.countries.filter(({ code }) => !view.reported.includes(code));
  return [
    t("publication.findings.reported", { part: view.reported.length, whole: view.countries.length, period }),
    ...(missing.length > 0
      ? [t("publication.findings.notReported", { countries: formats.list(missing.map(({ name }) => name)) })]
      : []),
    t("publication.findings.values", { given: formats.number(values.given), due: formats.number(values.due) }),
    ...(reachedByAll.length > 0
      ? [t("publication.findings.reached", { count: reachedByAll.length, titles: reachedTitles })]
      : []),
    ...(slowest.length > 0 ? [t("publication.findings.slowest", { titles: slowestTitles, others: asSlow })] : []),
    ...(movedAway > 0
      ? [
          movedAwayMostly
            ? t("public.overview.movedAwayMostly", {
                count: movedAway,
                part: movedAwayMostly.count,
                isAll: String(movedAwayMostly.count === movedAway),
                countries: formats.list(movedAwayMostly.countries.map(({ name }) => name)),
              })
            : t("public.overview.movedAway", { count: movedAway }),
        ]
      : []),
    ...(view.previous
      ? [
          t("publication.findings.changes", {
            period: formats.period(view.previous),
            summary: t("public.changes.summary", counts),
          }),
        ]
      : []),
    ...(view.previous && counts.redefined > 0 ? [t("public.changes.redefined", { count: counts.redefined })] : []),
  ];
}

/** Which results moved away from their target; none where none did. */
function movedAwayTable({ words, period }: Preparing, { movedAwayOn }: RegionalFindings): TableBlock[] {
  const { t, formats } = words;
  if (movedAwayOn.length === 0) return [];
  return [
    {
      kind: "table",
      id: "findings-moved-away",
      caption: t("publication.findings.movedAway", { period }),
      columns: [
        { name: t("public.changes.indicator"), align: "start", width: 8 },
        { name: t("publication.findings.movedAwayIn"), align: "start", width: 4 },
      ],
      rows: movedAwayOn.map(({ indicator: { code, title }, countries }) => ({
        kind: "cells",
        cells: [
          { text: t("publication.findings.named", { code, title }) },
          { text: formats.list(countries.map(({ name }) => name)) },
        ],
      })),
      note: null,
      look: "plain",
    },
  ];
}

/** What became better and what became worse across most steps, as many of each. */
function changesOf({ words, period }: Preparing, view: RegionalView): TableBlock[] {
  const { t, formats } = words;
  const { changes } = prepareChanges(view);
  const groups = (["improved", "worsened"] as const)
    .map((direction) => ({ direction, largest: largestChanges(changes, direction, ofEachDirection) }))
    .filter(({ largest }) => largest.length > 0);
  if (!view.previous || groups.length === 0) return [];
  return [
    {
      kind: "table",
      id: "findings-changes",
      caption: t("publication.findings.largest", { from: formats.period(view.previous), to: period }),
      columns: [
        { name: t("public.changes.indicator"), align: "start", width: 6 },
        { name: t("public.changes.country"), align: "start", width: 2 },
        { name: formats.period(view.previous), align: "start", width: 3 },
        { name: period, align: "start", width: 3 },
      ],
      rows: groups.flatMap(({ direction, largest }): TableRow[] => [
        { kind: "group", text: t(`public.changes.word.${direction}`), pillar: null },
        ...largest.map(
          ({ indicator: { code, title }, country, from, to }): TableRow => ({
            kind: "cells",
            cells: [
              { text: t("publication.findings.named", { code, title }) },
              { text: country.name },
              { text: "", status: from },
              { text: "", status: to },
            ],
          }),
        ),
      ]),
      note: null,
      look: "plain",
    },
  ];
}
