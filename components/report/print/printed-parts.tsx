import { useTranslations } from "next-intl";
import { partsLayouts } from "@/components/entry/parts/parts-layout";
import type { EntryIndicator } from "@/lib/views/entry-view";
import type { DimensionView } from "@/lib/views/report-view";
import { EnteredParts } from "./entered-parts";
import type { PartsOnPaper } from "./parts-on-paper";

/** Blank lines of a list that is open: whoever needs more writes on. */
const blankLines = 5;

/** The parts of an indicator on paper: what was entered, or fields for them. */
export function PrintedParts({
  indicator,
  dimensions,
  entered,
}: {
  indicator: EntryIndicator;
  dimensions: readonly DimensionView[];
  /** Null on the blank form. */
  entered: readonly PartsOnPaper[] | null;
}) {
  const t = useTranslations("entry.print");
  if (entered) return <EnteredParts indicator={indicator} entered={entered} />;
  return partsLayouts(indicator.tables, dimensions).map(({ table, list, grid }) => {
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
