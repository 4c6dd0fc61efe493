import { type Distribution, totalOf } from "@/lib/charts/distribution";
import { statuses } from "@/lib/domain/status";
import type { PublicationWords } from "@/lib/i18n/publication-words";
import type { FigureBlock } from "../document";

interface Row {
  code: string;
  name: string;
  counts: Distribution;
}

/** Bars of statuses, one a row. */
export function distributionFigure(
  { t, formats }: PublicationWords,
  rows: readonly Row[],
  said: Pick<FigureBlock, "id" | "title" | "subtitle" | "source">,
): FigureBlock {
  const counted = (counts: Distribution) =>
    formats.list(
      statuses.flatMap((status, index) =>
        counts[index] ? [t(`status.counted.${status}`, { count: counts[index] })] : [],
      ),
    );
  return {
    kind: "figure",
    ...said,
    alt: rows
      .map(({ code, name, counts }) =>
        t("publication.words.sentence", { text: `${[code, name].filter(Boolean).join(" ")}: ${counted(counts)}` }),
      )
      .join(" "),
    chart: {
      type: "distribution",
      rows: rows.map(({ code, name, counts }) => ({
        ...{ code, name, counts: [...counts] },
        total: t("public.byGoal.results", { count: totalOf(counts) }),
      })),
      words: statuses.map((status) => t(`status.word.${status}`)),
    },
  };
}
