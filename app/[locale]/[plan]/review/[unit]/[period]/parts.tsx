import { useTranslations } from "next-intl";
import { useValueWording } from "@/components/report/use-value-wording";
import { cellName } from "@/lib/charts/cell-name";
import { valueText } from "@/lib/charts/value-text";
import { type CellKey, totalCell } from "@/lib/domain/disaggregation";
import type { DimensionView } from "@/lib/schemas/report-view";
import type { ReviewIndicator } from "@/lib/schemas/review-view";

/** How the public would see the cells that it won't see as they stand. */
export interface Hidden {
  marks: Record<CellKey, "small" | "suppressed">;
  threshold: number;
}

/** The parts of a total, exact; those that changed come first and with what they were. */
export function Parts({
  indicator,
  dimensions,
  hidden: { marks, threshold },
}: {
  indicator: ReviewIndicator;
  dimensions: readonly DimensionView[];
  hidden: Hidden;
}) {
  const t = useTranslations("review.parts");
  const wording = useValueWording();
  const { cells, changes, rules, steps, title } = indicator;
  const scale = { ...rules, steps };
  const changed = new Map(changes.map((change) => [change.cell, change]));
  changed.delete(totalCell);
  const keys = [...changed.keys(), ...Object.keys(cells).filter((key) => key !== totalCell && !changed.has(key))];
  if (keys.length === 0) return null;
  const isTotalChanged = changes.some(({ cell }) => cell === totalCell);
  return (
    <details className="more" open={changed.size > 0 && !isTotalChanged}>
      <summary>{t("summary", { parts: keys.length, changed: changed.size })}</summary>
      <table className="data parts">
        <caption className="vh">{t("of", { title })}</caption>
        <thead>
          <tr>
            <th scope="col">{t("part")}</th>
            {changed.size > 0 && (
              <th scope="col" className="n">
                {t("before")}
              </th>
            )}
            <th scope="col" className="n">
              {t("now")}
            </th>
          </tr>
        </thead>
        <tbody>
          {keys.map((key) => (
            <tr key={key}>
              <th scope="row">{cellName(key, dimensions, "")}</th>
              {changed.size > 0 && (
                <td className="n">
                  {changed.has(key) && <del>{valueText(changed.get(key)!.before, scale, wording)}</del>}
                </td>
              )}
              <td className="n">
                {valueText(cells[key] ?? null, scale, wording)}
                {marks[key] && <span className="hint"> {t("hidden", { mark: marks[key], threshold })}</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
