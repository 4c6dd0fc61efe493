"use client";

import { useLocale, useTranslations } from "next-intl";
import { useEntry } from "@/components/entry/state/entry-session";
import { formatsOf } from "@/lib/i18n/formats";
import { periodOf } from "./sheet-table";

const classOf = (column: string): string | undefined => {
  if (periodOf(column) !== null) return "pv";
  return { indicator: "ind", target: "pv tg", limits: "lm", value: "fv", state: "st", comment: "cm", who: "wh" }[
    column
  ];
};

/** @param columns the columns that show, in their order */
export function SheetHead({ columns }: { columns: readonly string[] }) {
  const t = useTranslations("entryForm.sheet");
  const { period: nameOf } = formatsOf(useLocale());
  const period = nameOf(useEntry().period);
  const words: Record<string, string> = {
    indicator: t("indicator"),
    target: t("target", { period }),
    limits: t("limits"),
    value: t("value", { period }),
    state: t("state"),
    comment: t("comment"),
    who: t("who"),
  };
  const nameOfColumn = (column: string) => {
    const of = periodOf(column);
    return of && nameOf(of);
  };
  return (
    <>
      <colgroup>
        {columns.map((column) => (
          <col key={column} className={classOf(column)} />
        ))}
      </colgroup>
      <thead>
        <tr>
          {columns.map((column) => (
            <th
              key={column}
              scope="col"
              className={periodOf(column) !== null || column === "target" ? "prev" : undefined}
            >
              {nameOfColumn(column) ?? words[column]}
            </th>
          ))}
        </tr>
      </thead>
    </>
  );
}
