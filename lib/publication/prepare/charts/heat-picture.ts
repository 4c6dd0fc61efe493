import { prepareFindings } from "@/lib/charts/prepare/prepare-findings";
import { plainText, type TableBlock } from "@/lib/publication/document";
import type { PictureBlock } from "@/lib/publication/picture";
import { statusWords, type Telling } from "@/lib/publication/prepare/context";
import { type HeatHeading, headingsOf, headingsOfGoal, heatTable } from "@/lib/publication/prepare/tables/heat-table";
import type { GoalView } from "@/lib/views/goal-view";
import type { RegionalView } from "@/lib/views/regional-view";

/** Every indicator's status by country and for the region; null where there is no indicator. */
export function heatPicture(telling: Telling, view: RegionalView): PictureBlock | null {
  const { t } = telling.words;
  const { percent, yearsLeft, afterEnd } = prepareFindings(view);
  const title =
    percent === null
      ? t("public.overview.titleNone", { period: telling.period })
      : t("public.overview.title", { percent, yearsLeft, afterEnd });
  return pictureOf(telling, view, headingsOf(view), title);
}

/** The same of one goal, outcome by outcome. */
export function goalHeatPicture(telling: Telling, view: GoalView): PictureBlock | null {
  const { words, period } = telling;
  const { percent, favourable, assessed } = prepareFindings(view.regional);
  const title =
    percent === null
      ? words.t("public.goal.findingNone", { period })
      : words.t("public.goal.finding", { percent, period, favourable, assessed });
  return pictureOf(telling, view.regional, headingsOfGoal(view), title);
}

function pictureOf(
  telling: Telling,
  view: RegionalView,
  headings: readonly HeatHeading[],
  title: string,
): PictureBlock | null {
  const table = heatTable(telling, view, headings);
  if (table.rows.length === 0) return null;
  const { words } = telling;
  return {
    kind: "chart",
    id: table.id,
    about: null,
    title,
    subtitle: table.caption,
    source: table.note ?? "",
    alt: inWords(telling, table),
    chart: { type: "heat", table, words: statusWords(words) },
  };
}

/** Who has no approved report, then row by row: "G1.1-a Title: Cambodia achieved, China on track". */
function inWords({ words: { t, formats } }: Telling, { columns, rows }: TableBlock): string {
  const silent = columns.flatMap(({ name, detail }) => (detail === undefined ? [] : `${name}: ${detail}`));
  const said = rows.flatMap((row) => {
    if (row.kind === "group") return [];
    const [name, ...cells] = row.cells;
    const said = cells.flatMap(({ status, detail }, index) => {
      if (!status) return [];
      const word = t(`status.word.${status}`);
      return [`${columns[index + 1]?.name} ${detail ? `${word} (${detail})` : word}`];
    });
    return [t("publication.words.sentence", { text: `${plainText(name?.text ?? "")}: ${formats.list(said)}` })];
  });
  return [...silent.map((text) => t("publication.words.sentence", { text })), ...said].join(" ");
}
