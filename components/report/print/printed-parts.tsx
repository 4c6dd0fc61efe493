import { useTranslations } from "next-intl";
import { partsLayouts } from "@/components/entry/parts/parts-layout";
import { useValueWording } from "@/components/values/use-value-wording";
import { cellName } from "@/lib/charts/cell-name";
import { valueText } from "@/lib/charts/value-text";
import { totalCell } from "@/lib/domain/framework/disaggregation";
import type { EntryIndicator } from "@/lib/views/entry-view";
import type { DimensionView } from "@/lib/views/report-view";

/** Blank lines of a list that is open: whoever needs more writes on. */
const blankLines = 5;

/** The parts of an indicator on paper: what was entered, or fields for them. */
export function PrintedParts({
  indicator: { cells, tables, rules, steps },
  dimensions,
  isBlank,
}: {
  indicator: EntryIndicator;
  dimensions: readonly DimensionView[];
  isBlank: boolean;
}) {
  const t = useTranslations("entry.print");
  const wording = useValueWording();
  const scale = { ...rules, steps };
  if (!isBlank)
    return (
      <ul className="printed-parts">
        {Object.entries(cells).flatMap(([cell, { value }]) =>
          cell === totalCell
            ? []
            : [
                <li key={cell}>
                  {cellName(cell, dimensions, "")}: {valueText(value, scale, wording)}
                </li>,
              ],
        )}
      </ul>
    );
  return partsLayouts(tables, dimensions).map(({ table, list, grid }) => {
    const [rows, columns] = list ? [list, null] : [grid!.rows, grid!.columns];
    const lines = rows.open
      ? Array.from({ length: blankLines }, (_, at) => ({ code: String(at), name: "" }))
      : rows.categories;
    return (
      <table key={table} className="printed-parts">
        <thead>
          <tr>
            <th scope="col">{rows.name}</th>
            {(columns?.categories ?? [{ code: "value", name: t("number") }]).map(({ code, name }) => (
              <th key={code} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map(({ code, name }) => (
            <tr key={code}>
              {/* Its name is written by hand: a head without one is none. */}
              {name === "" ? <td /> : <th scope="row">{name}</th>}
              {(columns?.categories ?? [{ code: "value" }]).map((column) => (
                <td key={column.code} className="box" />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    );
  });
}
