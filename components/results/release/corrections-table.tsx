import { useTranslations } from "next-intl";
import { getTranslations } from "next-intl/server";
import { StatusChip } from "@/components/results/status/status-chip";
import { Table } from "@/components/ui/table";
import { fullCellName } from "@/lib/charts/cell-name";
import { shownCellText } from "@/lib/charts/shown-cell-text";
import { formatsOf } from "@/lib/i18n/formats";
import { indicatorPath, resultsPath } from "@/lib/i18n/paths";
import type { Locale } from "@/lib/i18n/routing";
import { wordingOf } from "@/lib/i18n/wording";
import type { CorrectionsView, ShownCell } from "@/lib/views/corrections-view";
import type { Wording } from "@/lib/views/public-value";

/** Each value with what the release shows, what shows now, since when, and why. */
export async function CorrectionsTable({
  view,
  locale,
  caption,
}: {
  view: CorrectionsView;
  locale: Locale;
  caption: string;
}) {
  const t = await getTranslations("public.corrections");
  const total = (await getTranslations("public.breakdown"))("total");
  const wording = await wordingOf(locale);
  const formats = formatsOf(locale);
  const root = resultsPath(locale, view.plan);
  return (
    <div className="data-table">
      <Table
        caption={caption}
        stack
        head={
          <>
            <th scope="col">{t("value")}</th>
            <th scope="col">{t("released")}</th>
            <th scope="col">{t("now")}</th>
            <th scope="col">{t("since")}</th>
          </>
        }
      >
        {view.corrections.map(({ indicator, unit, period, cell, released, now, since: { version, day, cause } }) => (
          <tr key={`${indicator.code} ${unit.code} ${period.code} ${cell}`}>
            <th scope="row">
              <span className="code">{indicator.code}</span>{" "}
              <a href={indicatorPath(root, indicator.code, period.code)}>{indicator.title}</a>
              <span className="note block">
                {t("place", {
                  unit: unit.name,
                  period: formats.period(period),
                  cell: fullCellName(cell, view.dimensions, total),
                })}
              </span>
            </th>
            <td data-name={t("released")}>
              <Shown cell={released} wording={wording} />
            </td>
            <td data-name={t("now")}>
              <Shown cell={now} wording={wording} />
            </td>
            <td data-name={t("since")}>
              <div>
                {t("sinceVersion", { version, day: formats.day(day) })}
                <span className="note block">
                  {t("cause", {
                    kind: cause.kind,
                    unit: cause.unit,
                    period: cause.period ? formats.period(cause.period) : "",
                    of: cause.unit === "" ? "none" : cause.isAgain ? "again" : "first",
                  })}
                </span>
                {cause.reason !== "" && (
                  <span className="block wrap-anywhere whitespace-pre-line">
                    {t("reason", { reason: cause.reason })}
                  </span>
                )}
              </div>
            </td>
          </tr>
        ))}
      </Table>
    </div>
  );
}

function Shown({ cell, wording }: { cell: ShownCell | null; wording: Wording }) {
  const t = useTranslations("public.corrections");
  const why = useTranslations("country.why");
  if (!cell) return <span>{t("gone")}</span>;
  return (
    <div className="wrap-anywhere">
      {shownCellText(cell, wording, (reason) => why(reason))}
      {cell.status && (
        <span className="block">
          <StatusChip status={cell.status} />
        </span>
      )}
    </div>
  );
}
