import type { PlatformActivityView } from "@/lib/views/commitments/platform-view";
import type { Cell, Chapter, TableBlock } from "../../document";
import { spokenIn } from "../context";
import type { PreparingPlatform } from "./platform-context";

/** What member organisations did in the year. */
export function activitiesChapter(preparing: PreparingPlatform): Chapter {
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
