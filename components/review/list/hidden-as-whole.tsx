import { useLocale, useTranslations } from "next-intl";
import { Table } from "@/components/ui/table";
import { formatsOf } from "@/lib/i18n/formats";
import { useMoments } from "@/lib/i18n/use-moments";
import type { UnprotectedView } from "@/lib/views/unprotected-view";

/** What is hidden for want of a smaller set that protects the same. Nothing stands here as long as there is none. */
export function HiddenAsWhole({ view: { hiddenAsWhole, units } }: { view: UnprotectedView }) {
  const t = useTranslations("review.list");
  const { day } = useMoments();
  const { period: periodName } = formatsOf(useLocale());
  if (hiddenAsWhole.length === 0) return null;
  const nameOf = (code: string) => units.find((unit) => unit.code === code)?.name ?? code;
  return (
    <section className="block" aria-labelledby="hidden-as-whole">
      <h2 id="hidden-as-whole">{t("asWhole")}</h2>
      <p>{t("asWholeLead")}</p>
      <Table
        caption={t("asWhole")}
        head={
          <>
            <th scope="col">{t("asWholePlace")}</th>
            <th scope="col" className="n">
              {t("asWholeCells")}
            </th>
            <th scope="col">{t("unprotectedSince")}</th>
          </>
        }
      >
        {hiddenAsWhole.map(({ indicator, unit, period, cells, since }) => (
          <tr key={`${indicator} ${unit} ${period} ${since}`}>
            <th scope="row">
              {indicator}, {nameOf(unit)} {periodName(period)}
            </th>
            <td className="n">{cells}</td>
            <td>{day(since)}</td>
          </tr>
        ))}
      </Table>
    </section>
  );
}
