import type { Chapter, TableRow } from "../../document";
import { type PreparingPlatform, unitName } from "./platform-context";
import { pointName } from "./points-chapter";

/** Which points wait for an answer of whom, and since when; none before any is asked for. */
export function waitingChapter(preparing: PreparingPlatform): Chapter[] {
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
