import { useTranslations } from "next-intl";
import type { RowLabels, TableLabels } from "./table-labels";

/** As words: a page sends its client components no messages for a table. */
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
