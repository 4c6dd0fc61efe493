import { useTranslations } from "next-intl";
import { useValueWording } from "@/components/report/use-value-wording";
import { cellName } from "@/lib/charts/cell-name";
import { valueText } from "@/lib/charts/value-text";
import { type CellKey, totalCell } from "@/lib/domain/disaggregation";
import type { DimensionView } from "@/lib/schemas/report-view";
import type { ReviewIndicator } from "@/lib/schemas/review-view";
import { type PartRow, PartsTable } from "./parts-table";

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
      <PartsTable
        title={title}
        threshold={threshold}
        changed={changed.size}
        rows={keys.map(
          (key): PartRow => [
            cellName(key, dimensions, ""),
            valueText(cells[key] ?? null, scale, wording),
            marks[key] ?? "",
            changed.has(key) ? valueText(changed.get(key)?.before ?? null, scale, wording) : "",
          ],
        )}
      />
    </details>
  );
}
