import { useTranslations } from "next-intl";
import { Table } from "@/components/ui/table";
import type { CountryRow, CountryView } from "@/lib/charts/country-view";
import { figureText, partsText, type Wording } from "@/lib/charts/public-figure";
import type { GoalName } from "@/lib/charts/results-plan";
import { formatsOf } from "@/lib/i18n/formats";
import type { Locale } from "@/lib/i18n/routing";
import { StatusChip } from "./status-chip";

/** A goal's indicators with the country's values; each leads to how its status was worked out. */
export function CountryTable({
  view,
  goal,
  rows,
  wording,
  locale,
}: {
  view: CountryView;
  goal: GoalName;
  rows: readonly CountryRow[];
  wording: Wording;
  locale: Locale;
}) {
  const t = useTranslations("public.country");
  const formats = formatsOf(locale);
  const period = formats.period(view.period);
  const { code } = view.country;
  return (
    <div className="country-goal" id={goal.code}>
      <h3 className={`pill-title ${goal.pillar.toLowerCase()}`}>
        {goal.code} {goal.title}
      </h3>
      <Table
        caption={t("tableCaption", { goal: goal.code, name: view.country.name, period })}
        stack
        head={
          <>
            <th scope="col">{t("indicator")}</th>
            <th scope="col" className="n">
              {t("value", { period })}
            </th>
            {view.previous && <th scope="col">{t("before", { period: formats.period(view.previous) })}</th>}
            <th scope="col">{t("status", { period })}</th>
          </>
        }
      >
        {rows.map(({ row, cell }) => (
          <tr key={row.code}>
            <th scope="row">
              <span className="code">{row.code}</span>{" "}
              <a href={`/${locale}/${view.plan.code}/indicators/${row.code}/${view.period.code}?country=${code}`}>
                {row.title}
              </a>
            </th>
            <td className="n" title={partsText(cell.figure, wording) ?? undefined}>
              {figureText(cell.figure, row, wording)} <Unit row={row} cell={cell} />
            </td>
            {view.previous && <td>{cell.before && <StatusChip status={cell.before} />}</td>}
            <td>
              <StatusChip status={cell.status} />
            </td>
          </tr>
        ))}
      </Table>
    </div>
  );
}

function Unit({ row, cell }: CountryRow) {
  const isNumber = cell.figure.mark === "shown" || cell.figure.mark === "small";
  if (!isNumber) return null;
  return <span className="unit">{row.type === "percentage" ? "%" : row.unit}</span>;
}
