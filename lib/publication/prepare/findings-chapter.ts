import { prepareChanges } from "@/lib/charts/prepare-changes";
import { prepareFindings, type RegionalFindings } from "@/lib/charts/prepare-findings";
import type { RegionalView } from "@/lib/charts/regional-view";
import type { Chapter, TableBlock, Text } from "../document";
import type { Preparing } from "./context";
import { byCountryFigure, byGoalFigure } from "./distribution-figure";

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
      ...(settings.kind === "goal" ? [] : [byGoalFigure(preparing, regional)]),
      byCountryFigure(preparing, regional, null),
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
  const { reachedByAll, slowest, movedAway, movedAwayMostly, values } = findings;
  const titles = (indicators: { code: string; title: string }[]) =>
    formats.list(indicators.map(({ code, title }) => t("publication.findings.named", { code, title })));
  const { largest: _, ...counts } = prepareChanges(view);
  const missing = view.countries.filter(({ code }) => !view.reported.includes(code));
  return [
    t("publication.findings.reported", { part: view.reported.length, whole: view.countries.length, period }),
    ...(missing.length > 0
      ? [t("publication.findings.notReported", { countries: formats.list(missing.map(({ name }) => name)) })]
      : []),
    t("publication.findings.values", { given: formats.number(values.given), due: formats.number(values.due) }),
    ...(reachedByAll.length > 0
      ? [t("publication.findings.reached", { count: reachedByAll.length, titles: titles(reachedByAll) })]
      : []),
    ...(slowest.length > 0 ? [t("publication.findings.slowest", { titles: titles(slowest) })] : []),
    ...(movedAway > 0
      ? [
          movedAwayMostly
            ? t("public.overview.movedAwayMostly", {
                count: movedAway,
                part: movedAwayMostly.count,
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

function changesOf({ words, period }: Preparing, view: RegionalView): TableBlock[] {
  const { t, formats } = words;
  const { largest } = prepareChanges(view);
  if (!view.previous || largest.length === 0) return [];
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
      rows: largest.map(({ indicator, country, from, to }) => ({
        kind: "cells",
        cells: [
          { text: t("publication.findings.named", indicator) },
          { text: country.name },
          { text: "", status: from },
          { text: "", status: to },
        ],
      })),
      note: null,
      look: "plain",
    },
  ];
}
