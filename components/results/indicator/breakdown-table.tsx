import { useTranslations } from "next-intl";
import { Table } from "@/components/ui/table";
import { joining } from "@/lib/i18n/result-wording";
import type { Breakdown, BreakdownRow, IndicatorView } from "@/lib/views/indicator-view";
import { isUnreported, shownText, type Wording } from "@/lib/views/public-value";

/** More columns than this don't fit a sheet of paper, nor a laptop's screen. */
const mostColumns = 6;

/**
 * A breakdown's values, a row a country; one of many categories is turned, so that each of them has a row. A country without
 * an approved report says so once.
 */
export function BreakdownTable({
  breakdown,
  view,
  wording,
  caption,
}: {
  breakdown: Breakdown;
  view: IndicatorView;
  wording: Wording;
  caption: string;
}) {
  const t = useTranslations("public.breakdown");
  const { columns, dimensions, region } = breakdown;
  const rows = [...breakdown.rows, ...(region ? [region] : [])];
  const text = (value: BreakdownRow["total"]) => shownText(value, view.indicator, wording);
  if (columns.length > mostColumns) {
    const lines = [
      ...columns.map(({ cell, categories }, index) => ({
        key: cell,
        name: categories.join(", "),
        shownOf: ({ values }: BreakdownRow) => values[index]!,
      })),
      { key: "total", name: t("total"), shownOf: ({ total }: BreakdownRow) => total },
    ];
    return (
      <Table
        caption={caption}
        head={
          <>
            <th scope="col">{joining(t)(dimensions)}</th>
            {rows.map(({ unit, total }) => (
              <th key={unit.code} scope="col" className="n">
                {unit.name}
                {isUnreported(total) && <span className="unit block">{wording.noReport}</span>}
              </th>
            ))}
          </>
        }
      >
        {lines.map(({ key, name, shownOf }) => (
          <tr key={key} className={key === "total" ? "sum" : undefined}>
            <th scope="row">{name}</th>
            {rows.map((row) => (
              <td key={row.unit.code} className="n">
                {isUnreported(row.total) ? "–" : text(shownOf(row))}
              </td>
            ))}
          </tr>
        ))}
      </Table>
    );
  }
  return (
    <Table
      caption={caption}
      head={
        <>
          <th scope="col">{view.countries.length > 0 ? t("country") : t("region")}</th>
          {columns.map(({ cell, categories }) => (
            <th key={cell} scope="col" className="n">
              {categories.join(", ")}
            </th>
          ))}
          <th scope="col" className="n">
            {t("total")}
          </th>
        </>
      }
    >
      {rows.map(({ unit, values, total }) => (
        <tr key={unit.code} className={unit === region?.unit ? "sum" : undefined}>
          <th scope="row">{unit.name}</th>
          {isUnreported(total) ? (
            // Words across the columns begin where they are seen without scrolling.
            <td colSpan={columns.length + 1}>{text(total)}</td>
          ) : (
            <>
              {values.map((value, index) => (
                <td key={columns[index]?.cell} className="n">
                  {text(value)}
                </td>
              ))}
              <td className="n">{text(total)}</td>
            </>
          )}
        </tr>
      ))}
    </Table>
  );
}
