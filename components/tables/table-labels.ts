import { useTranslations } from "next-intl";

/** In which sense a column has a first and a last row. */
export type ColumnOrder = "text" | "number" | "status" | "day";

/** What is said about the rows of one table. */
interface RowLabels {
  find: string;
  /** With `{shown}` and `{total}` to be put in. */
  found: string;
  foundNone: string;
  /** Names the order that rows have by themselves. */
  ownOrder: string;
}

export interface TableLabels extends RowLabels {
  columns: string;
  sort: string;
  /** With `{column}`; from its first, and from its last. */
  up: Record<ColumnOrder, string>;
  down: Record<ColumnOrder, string>;
  rows: string;
  allRows: string;
  showAll: string;
  pages: string;
  /** With `{page}` and `{pages}`. */
  page: string;
  previous: string;
  next: string;
}

/** As words: public pages send their client components no messages. */
export function useTableLabels(of: RowLabels): TableLabels {
  const t = useTranslations("table");
  const senses = (way: "up" | "down") => ({
    text: t.raw(`${way}.text`),
    number: t.raw(`${way}.number`),
    status: t.raw(`${way}.status`),
    day: t.raw(`${way}.day`),
  });
  return {
    ...of,
    columns: t("columns"),
    sort: t("sort"),
    up: senses("up"),
    down: senses("down"),
    rows: t("rows"),
    allRows: t("allRows"),
    showAll: t("showAll"),
    pages: t("pages"),
    page: t.raw("page"),
    previous: t("previous"),
    next: t("next"),
  };
}
