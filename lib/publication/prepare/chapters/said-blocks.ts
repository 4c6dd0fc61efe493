import type { PublicationWords } from "@/lib/i18n/publication-words";
import type { Block, TableRow } from "@/lib/publication/document";
import { type Preparing, spokenIn } from "@/lib/publication/prepare/context";
import { beginningOf } from "@/lib/views/commitments/beginning-of";
import type { ToldOfDecision } from "@/lib/views/commitments/decision-view";
import type { SaidDue, SaidName } from "@/lib/views/commitments/follow-up-view";

/** So many stand in a table, and so much of each: the chapters of civil society and of young people have the rest. */
const mostSaid = 40;
const longestBeginning = 240;

/** What was said to governments beside decisions and is looked at in the meeting, with where it stands; none where there is nothing. */
export function saidBlocks(preparing: Preparing, said: readonly SaidDue[]): Block[] {
  const { t, formats } = preparing.words;
  const standing = said.filter(({ isGone }) => !isGone);
  if (standing.length === 0) return [];
  return [
    { kind: "heading", level: 2, id: "said-due", text: t("publication.papers.said.title") },
    { kind: "paragraph", text: t("publication.papers.said.lead") },
    {
      kind: "table",
      id: "said-due-table",
      caption: t("publication.papers.said.title"),
      look: "plain",
      columns: [
        { name: t("publication.papers.said.what"), align: "start", width: 6 },
        { name: t("publication.papers.decisions.to"), align: "start", width: 2 },
        { name: t("publication.papers.said.stands"), align: "start", width: 2 },
        { name: t("publication.papers.decisions.told"), align: "start", width: 3 },
      ],
      rows: standing.slice(0, mostSaid).map((each) => rowOf(preparing, each)),
      note:
        standing.length > mostSaid
          ? t("publication.papers.observations.newest", {
              shown: formats.number(mostSaid),
              total: formats.number(standing.length),
            })
          : null,
    },
  ];
}

function rowOf({ words, views }: Preparing, said: SaidDue): TableRow {
  const { t, formats } = words;
  const { body, language, units, answered, isPastDue, openActions, lastTold } = said;
  // By the names of the document's language, where the results that it looks at have them.
  const nameOf = (unit: SaidDue["units"][number]) =>
    views.regional.countries.find(({ code }) => code === unit.code)?.name ?? unit.name;
  const stands = [
    isPastDue && t("publication.papers.said.pastDue"),
    openActions > 0 && t("publication.papers.said.actions", { count: formats.number(openActions) }),
  ].filter((fact) => fact !== false);
  return {
    kind: "cells",
    cells: [
      {
        text:
          body === ""
            ? `${nameOfSaid(words, said)}: ${t("publication.papers.observations.emptied")}`
            : spokenIn(words, `${nameOfSaid(words, said)}: ${beginningOf(body, longestBeginning)}`, language),
      },
      { text: formats.list(units.map(nameOf)) },
      {
        text: t("publication.papers.said.answered", {
          answered: formats.number(answered),
          asked: formats.number(units.length),
        }),
        ...(stands.length > 0 && { detail: stands.join(" · ") }),
      },
      toldCell(words, lastTold ?? undefined),
    ],
  };
}

function nameOfSaid({ t }: PublicationWords, { kind, number, point }: SaidName): string {
  if (point !== null)
    return `${point.report}: ${t(`publication.platform.points.${point.kind}.name`, { number: String(number) })}`;
  return kind === "recommendation"
    ? t("youthCard.number", { number })
    : t("publication.papers.said.observation", { number: String(number) });
}

/** What a meeting was told last of something. */
export const toldCell = (
  { t }: PublicationWords,
  told: Pick<ToldOfDecision, "meeting" | "status" | "body" | "isEmptied"> | undefined,
) =>
  told
    ? {
        text: `${told.meeting}: ${t(`publication.papers.decisions.status.${told.status}`)}`,
        ...(told.isEmptied && { detail: t("publication.papers.observations.emptied") }),
        ...(told.body !== "" && { detail: told.body }),
      }
    : { text: t("publication.papers.decisions.notTold") };
