import type { Chapter, TableBlock, TableRow } from "@/lib/publication/document";
import { type Preparing, spokenIn } from "@/lib/publication/prepare/context";
import type { DueDecision } from "@/lib/views/commitments/decision-view";
import type { PapersView } from "@/lib/views/commitments/papers-view";

/** Decisions of earlier meetings that this one looks at, with what was told of each. */
export function decisionsChapter(preparing: Preparing, { due }: PapersView): Chapter {
  const { t } = preparing.words;
  return {
    id: "decisions",
    title: t("publication.papers.decisions.title"),
    kicker: null,
    pillar: null,
    blocks:
      due.length === 0
        ? [{ kind: "paragraph", text: t("publication.papers.decisions.none") }]
        : [{ kind: "paragraph", text: t("publication.papers.decisions.lead") }, dueTable(preparing, due)],
  };
}

function dueTable(preparing: Preparing, due: readonly DueDecision[]): TableBlock {
  const { t } = preparing.words;
  return {
    kind: "table",
    id: "decisions-due",
    caption: t("publication.papers.decisions.title"),
    look: "plain",
    columns: [
      { name: t("publication.papers.decisions.decision"), align: "start", width: 6 },
      { name: t("publication.papers.decisions.to"), align: "start", width: 2 },
      { name: t("publication.papers.decisions.due"), align: "start", width: 2 },
      { name: t("publication.papers.decisions.told"), align: "start", width: 3 },
    ],
    rows: due.map((each) => rowOf(preparing, each)),
    note: null,
  };
}

function rowOf({ words, views }: Preparing, { decision }: DueDecision): TableRow {
  const { t, formats } = words;
  const { code, body, language, dueOn, units, organisations } = decision;
  const names = views.regional.countries.filter((country) => units.some((unit) => unit.code === country.code));
  const addressed = [...names.map(({ name }) => name), ...organisations];
  const told = decision.followUps.at(-1);
  return {
    kind: "cells",
    cells: [
      { text: spokenIn(words, `${code}: ${body}`, language) },
      {
        text: addressed.length === 0 ? t("publication.papers.decisions.all") : formats.list(addressed),
      },
      { text: dueOn === null ? t("publication.papers.decisions.next") : formats.day(dueOn) },
      told
        ? {
            text: `${told.meeting}: ${t(`publication.papers.decisions.status.${told.status}`)}`,
            ...(told.body !== "" && { detail: told.body }),
          }
        : { text: t("publication.papers.decisions.notTold") },
    ],
  };
}
