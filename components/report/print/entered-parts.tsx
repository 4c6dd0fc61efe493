import { useLocale, useTranslations } from "next-intl";
import { useValueWording } from "@/components/values/use-value-wording";
import { valueText } from "@/lib/charts/value-text";
import type { CellKey } from "@/lib/domain/framework/disaggregation";
import { formatsOf } from "@/lib/i18n/formats";
import type { EntryIndicator } from "@/lib/views/entry-view";
import type { PartsOnPaper } from "./parts-on-paper";

/** The parts that were entered: what is crossed as tables, all else line by line. */
export function EnteredParts({
  indicator: { cells, rules, steps },
  entered,
}: {
  indicator: Pick<EntryIndicator, "cells" | "rules" | "steps">;
  entered: readonly PartsOnPaper[];
}) {
  const t = useTranslations("entry.table");
  const { list } = formatsOf(useLocale());
  const wording = useValueWording();
  const scale = { ...rules, steps };
  const textOf = (cell: CellKey) => {
    const value = cells[cell]?.value;
    return value ? valueText(value, scale, wording) : "";
  };
  return entered.map((one) => {
    if ("parts" in one)
      return (
        <dl key={one.dimensions.join()} className="printed-parts">
          {one.dimensions.length > 0 && (
            <dt>{t("caption", { dimensions: list(one.dimensions.map((name) => name.toLocaleLowerCase())) })}: </dt>
          )}
          {one.parts.map(({ name, cell }, at) => (
            <dd key={cell}>
              {at > 0 && "; "}
              {name} {textOf(cell)}
            </dd>
          ))}
        </dl>
      );
    const { by, rows, columns, groups } = one;
    return (
      <table key={[by, rows, columns[0]?.key].join()} className="printed-parts">
        <thead>
          <tr>
            <th scope="col">{rows}</th>
            {columns.map(({ key, name }) => (
              <th key={key} scope="col" className="n">
                {name ?? t("all")}
              </th>
            ))}
          </tr>
        </thead>
        {groups.map(({ key, name, lines }) => (
          <tbody key={key} className={by === null ? undefined : "group"}>
            {by !== null && (
              <tr>
                <th scope="rowgroup" colSpan={columns.length + 1}>
                  {by}: {name ?? t("all")}
                </th>
              </tr>
            )}
            {lines.map((line) => (
              <tr key={line.key}>
                <th scope="row">{line.name ?? t("all")}</th>
                {line.cells.map((cell) => (
                  <td key={cell} className="n">
                    {textOf(cell)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    );
  });
}
