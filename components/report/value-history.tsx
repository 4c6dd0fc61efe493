import { useTranslations } from "next-intl";
import { usePersonName } from "@/components/people/person-name";
import { useValueWording } from "@/components/values/use-value-wording";
import { cellName } from "@/lib/charts/cell-name";
import { valueText } from "@/lib/charts/value-text";
import { useMoments } from "@/lib/i18n/use-moments";
import type { EntryIndicator, ValueHistoryView } from "@/lib/views/entry-view";
import type { DimensionView } from "@/lib/views/report-view";

/** What was entered for an indicator in this report, by whom and when: the present values too, the latest first. */
export function ValueHistory({
  history: { count, revisions },
  indicator,
  dimensions,
}: {
  history: ValueHistoryView;
  indicator: Pick<EntryIndicator, "rules" | "steps" | "tables">;
  dimensions: readonly DimensionView[];
}) {
  const t = useTranslations("entry.history");
  const wording = useValueWording();
  const personName = usePersonName();
  const { moment } = useMoments();
  if (count === 0) return <p className="note">{t("none")}</p>;
  const scale = { ...indicator.rules, steps: indicator.steps };
  const hasParts = indicator.tables.length > 0;
  return (
    <details className="fold">
      <summary>{t("summary", { count })}</summary>
      {count > revisions.length && <p className="note">{t("latest", { listed: revisions.length, count })}</p>}
      <div className="scroll">
        <table className="data stack">
          <caption className="vh">{t("title")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("at")}</th>
              {hasParts && <th scope="col">{t("part")}</th>}
              <th scope="col">{t("value")}</th>
              <th scope="col">{t("by")}</th>
            </tr>
          </thead>
          <tbody>
            {revisions.map(({ cell, revision, value, at, by, file }) => (
              <tr key={`${cell} ${revision}`}>
                <th scope="row">{moment(at)}</th>
                {hasParts && <td>{cellName(cell, dimensions, t("total"))}</td>}
                <td className="prose">{value === null ? t("cleared") : valueText(value, scale, wording)}</td>
                <td>{file === null ? personName(by) : t("fromFile", { by: personName(by), file })}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
