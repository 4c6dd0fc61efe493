import type { Chapter, TableBlock, TableRow } from "@/lib/publication/document";
import { type Preparing, spokenIn } from "@/lib/publication/prepare/context";
import type { DecisionView, DueDecision } from "@/lib/views/commitments/decision-view";
import type { PapersView } from "@/lib/views/commitments/papers-view";
import { saidBlocks, toldCell } from "./said-blocks";

/** Decisions of earlier meetings that this one looks at, and what else was said to governments before, with what was told of each. */
export function decisionsChapter(preparing: Preparing, { due, saidDue }: PapersView): Chapter {
  const { t } = preparing.words;
  return {
    id: "decisions",
    title: t("publication.papers.decisions.title"),
    kicker: null,
    pillar: null,
    blocks: [
      ...(due.length === 0
        ? [{ kind: "paragraph" as const, text: t("publication.papers.decisions.none") }]
        : [
            { kind: "paragraph" as const, text: t("publication.papers.decisions.lead") },
            dueTable(preparing, due),
            ...actionsTables(preparing, due),
          ]),
      ...saidBlocks(preparing, saidDue),
    ],
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
  const { code, body, isTakenDown, language, dueOn, units, organisations } = decision;
  const names = views.regional.countries.filter((country) => units.some((unit) => unit.code === country.code));
  const addressed = [...names.map(({ name }) => name), ...organisations];
  return {
    kind: "cells",
    cells: [
      { text: isTakenDown ? `${code}: ${t("publication.takenDown")}` : spokenIn(words, `${code}: ${body}`, language) },
      {
        text: addressed.length === 0 ? t("publication.papers.decisions.all") : formats.list(addressed),
      },
      { text: dueOn === null ? t("publication.papers.decisions.next") : formats.day(dueOn) },
      toldCell(words, decision.followUps.at(-1)),
    ],
  };
}

/** What is done about them, a row for each key action. */
function actionsTables(preparing: Preparing, due: readonly DueDecision[]): TableBlock[] {
  const { t } = preparing.words;
  const rows = due.flatMap(({ decision }) => actionRows(preparing, decision));
  if (rows.length === 0) return [];
  return [
    {
      kind: "table",
      id: "decision-actions",
      caption: t("youthCard.does"),
      look: "plain",
      columns: [
        { name: t("publication.papers.decisions.decision"), align: "start", width: 2 },
        { name: t("publication.papers.youth.country"), align: "start", width: 3 },
        { name: t("youthCard.does"), align: "start", width: 8 },
      ],
      rows,
      note: null,
    },
  ];
}

const actionRows = ({ words, views }: Preparing, { code, actions }: DecisionView): TableRow[] =>
  actions.flatMap(({ unit, keyActions }) =>
    keyActions.map(({ body, organisation, state, dueOn, doneOn }) => {
      const { t, text, formats } = words;
      const [key, day] = state === "done" ? ["actionOn" as const, doneOn ?? dueOn] : ["actionBy" as const, dueOn];
      const told = t(`youthCard.state.${state}`);
      const country = views.regional.countries.find((each) => each.code === unit.code)?.name;
      return {
        kind: "cells",
        cells: [
          { text: code },
          { text: country ?? organisation ?? unit.name, ...(country && organisation && { detail: organisation }) },
          {
            text: body === "" ? t("publication.papers.observations.emptied") : text(body),
            // What was stopped is due on no day.
            detail: state === "stopped" ? told : t(`youthCard.${key}`, { state: told, day: formats.day(day) }),
          },
        ],
      };
    }),
  );
