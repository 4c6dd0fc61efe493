import { useLocale, useTranslations } from "next-intl";
import { Table } from "@/components/ui/table";
import { cellName } from "@/lib/charts/cell-name";
import { formatsOf } from "@/lib/i18n/formats";
import { useMoments } from "@/lib/i18n/use-moments";
import type { UnprotectedView } from "@/lib/views/unprotected-view";

/** What corrections gave away. Nothing stands here as long as there is none. */
export function UnprotectedValues({ view: { values, dimensions, units } }: { view: UnprotectedView }) {
  const t = useTranslations("review.list");
  const total = useTranslations("review.consequences")("total");
  const { day } = useMoments();
  const { period: periodName } = formatsOf(useLocale());
  if (values.length === 0) return null;
  const nameOf = (code: string) => units.find((unit) => unit.code === code)?.name ?? code;
  return (
    <section className="block" aria-labelledby="unprotected">
      <h2 id="unprotected">{t("unprotected")}</h2>
      <p>{t("unprotectedLead")}</p>
      <Table
        caption={t("unprotected")}
        head={
          <>
            <th scope="col">{t("unprotectedValue")}</th>
            <th scope="col">{t("unprotectedCell")}</th>
            <th scope="col">{t("unprotectedSince")}</th>
          </>
        }
      >
        {values.map(({ indicator, unit, period, cell, isFormer, since }) => {
          const name = cellName(cell, dimensions, total);
          return (
            <tr key={`${indicator} ${unit} ${period} ${cell} ${isFormer}`}>
              <th scope="row">
                {indicator}, {nameOf(unit)} {periodName(period)}
              </th>
              <td>{isFormer ? t("unprotectedFormer", { cell: name }) : name}</td>
              <td>{day(since)}</td>
            </tr>
          );
        })}
      </Table>
    </section>
  );
}
