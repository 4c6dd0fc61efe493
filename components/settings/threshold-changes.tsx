import { getTranslations } from "next-intl/server";
import { StatusChip } from "@/components/results/status/status-chip";
import { Table } from "@/components/ui/table";
import { fullCellName } from "@/lib/charts/cell-name";
import { formatsOf } from "@/lib/i18n/formats";
import type { Locale } from "@/lib/i18n/routing";
import { wordingOf } from "@/lib/i18n/wording";
import { type Scale, shownText, type Wording } from "@/lib/views/public-value";
import type { ThresholdPreview, ToldValue } from "@/lib/views/site/threshold-view";

/** What another threshold changes for readers: how much first, then value by value, and what it can't protect. */
export async function ThresholdChanges({ preview, locale }: { preview: ThresholdPreview; locale: Locale }) {
  const t = await getTranslations("settings.smallCounts");
  const wording = await wordingOf(locale);
  const formats = formatsOf(locale);
  const { counts, dimensions } = preview;
  const cellOf = (cell: string) => fullCellName(cell, dimensions, t("total"));
  return (
    <>
      <p>{t(preview.isHigher ? "higher" : "lower")}</p>
      {preview.isHigher && (
        <ul className="pl-5">
          {(["hidden", "marked", "statuses", "unprotected"] as const).map((kind) => (
            <li key={kind}>{t(kind, { count: counts[kind] })}</li>
          ))}
          {counts.hiddenAsWhole > 0 && <li>{t("asWhole", { count: counts.hiddenAsWhole })}</li>}
        </ul>
      )}
      {preview.unprotected.length > 0 && (
        <details>
          <summary>
            {t("unprotectedTitle")} ({formats.number(preview.unprotected.length)})
          </summary>
          <ul className="pl-5">
            {preview.unprotected.map(({ isFormer, cell, ...value }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two former values of a cell read the same, and none ever moves
              <li key={index}>{t("value", { ...value, cell: cellOf(cell), isFormer: String(isFormer) })}</li>
            ))}
          </ul>
        </details>
      )}
      {preview.indicators.map(({ code, title, scale, values }) => {
        const caption = t("values", { code, title, count: values.length });
        return (
          <details key={code}>
            <summary>{caption}</summary>
            <Table
              caption={caption}
              stack
              head={
                <>
                  <th scope="col">{t("unit")}</th>
                  <th scope="col">{t("period")}</th>
                  <th scope="col">{t("part")}</th>
                  <th scope="col">{t("shown")}</th>
                  <th scope="col">{t("would")}</th>
                </>
              }
            >
              {values.map(({ unit, period, cell, before, after }) => (
                <tr key={`${unit} ${period.code} ${cell}`}>
                  <th scope="row">{unit}</th>
                  <td data-name={t("period")}>{formats.period(period)}</td>
                  <td data-name={t("part")}>{cellOf(cell)}</td>
                  <td data-name={t("shown")}>
                    <Told of={before} none={t("none")} {...{ scale, wording }} />
                  </td>
                  <td data-name={t("would")}>
                    <Told of={after} none={t("none")} {...{ scale, wording }} />
                  </td>
                </tr>
              ))}
            </Table>
          </details>
        );
      })}
    </>
  );
}

function Told({ of, none, scale, wording }: { of: ToldValue | null; none: string; scale: Scale; wording: Wording }) {
  if (of === null) return <span>{none}</span>;
  return (
    <div>
      {shownText(of.value, scale, wording)}
      {of.status && (
        <span className="block">
          <StatusChip status={of.status} />
        </span>
      )}
    </div>
  );
}
