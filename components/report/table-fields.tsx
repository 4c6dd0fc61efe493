import { useTranslations } from "next-intl";
import { type CellKey, formatCellKey, totalCell } from "@/lib/domain/framework/disaggregation";
import type { DimensionView, TableView } from "@/lib/views/report-view";

interface Line {
  code: string | null;
  name: string;
}

/** Open lists are long: those with a value and these stand open, the rest behind a fold. */
const OPEN_LIST_SHOWN = 12;

/**
 * One disaggregation table as fields: the last dimension across, the one before it down, a first of three as a table for
 * each of its categories. "All" is the marginal.
 */
export function TableFields({
  table,
  dimensions,
  filled,
  field,
  marginals = true,
}: {
  table: TableView;
  dimensions: readonly DimensionView[];
  /** Whether a cell has a value. */
  filled: (cell: CellKey) => boolean;
  field: (cell: CellKey, label: string) => React.ReactNode;
  /** Whether sums of a line stand beside it. */
  marginals?: boolean;
}) {
  const t = useTranslations("entry.table");
  const of = table.dimensions.map((code) => dimensions.find((dimension) => dimension.code === code)!);
  const all = marginals ? [{ code: null, name: t("all") }] : [];
  const lines = ({ categories }: DimensionView): Line[] => [...categories, ...all];
  const keyOf = (chosen: (string | null)[]) => {
    const pairs = chosen.flatMap((code, index) => (code === null ? [] : [[of[index]!.code, code] as const]));
    return pairs.length === 0 ? totalCell : formatCellKey(new Map(pairs), dimensions);
  };
  const caption = t("caption", { dimensions: of.map(({ name }) => name).join(" × ") });

  if (of.length === 1) {
    const list = of[0]!.categories.map((category) => ({ ...category, key: keyOf([category.code]) }));
    const isShort = !of[0]!.open;
    const shown = list.filter(({ key }, index) => isShort || index < OPEN_LIST_SHOWN || filled(key));
    const rest = list.filter((category) => !shown.includes(category));
    const rows = (some: typeof list) => (
      <table className="xt">
        <caption>{caption}</caption>
        <tbody>
          {some.map(({ key, name }) => (
            <tr key={key}>
              <th scope="row">{name}</th>
              <td>{field(key, name)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    );
    return (
      <>
        {rows(shown)}
        {rest.length > 0 && (
          <details className="fold">
            <summary>{t("others", { count: rest.length })}</summary>
            {rows(rest)}
          </details>
        )}
      </>
    );
  }

  const [down, across] = of.slice(-2) as [DimensionView, DimensionView];
  const grid = (before: (string | null)[], title: string) => (
    <div className="scroll">
      <table className="xt">
        <caption>{title}</caption>
        <thead>
          <tr>
            <th scope="col">{down.name}</th>
            {lines(across).map(({ code, name }) => (
              <th key={code} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines(down).map((row) => (
            <tr key={row.code}>
              <th scope="row">{row.name}</th>
              {lines(across).map((column) => {
                const key = keyOf([...before, row.code, column.code]);
                return (
                  <td key={column.code}>{key === totalCell ? null : field(key, `${row.name}, ${column.name}`)}</td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
  const filledWithin = (code: string) =>
    [...lines(down)]
      .flatMap((row) => lines(across).map((column) => keyOf([code, row.code, column.code])))
      .filter(filled).length;
  if (of.length === 2) return grid([], caption);
  return of[0]!.categories.map(({ code, name }) => (
    <details key={code} className="fold">
      <summary>
        {t("within", { category: name, table: `${down.name} × ${across.name}`, count: filledWithin(code) })}
      </summary>
      {grid([code], name)}
    </details>
  ));
}
