import { useLocale, useTranslations } from "next-intl";
import { useValueWording } from "@/components/values/use-value-wording";
import { cellName } from "@/lib/charts/cell-name";
import { valueText } from "@/lib/charts/value-text";
import type { DecimalRange } from "@/lib/domain/values/parts";
import type { ValueWarning } from "@/lib/domain/values/value-warning";
import { formatsOf } from "@/lib/i18n/formats";
import { decimalText } from "@/lib/views/public-value";
import type { DimensionView, IndicatorView } from "@/lib/views/report-view";

/** What a warning says: a few words as a heading, and a sentence with the values. */
interface WarningText {
  title: string;
  text: string;
}

export function useWarningText(dimensions: readonly DimensionView[]) {
  const t = useTranslations("review.warning");
  const { tag, list, period: nameOf } = formatsOf(useLocale());
  const wording = useValueWording();
  const range = ({ from, to }: DecimalRange) =>
    from === to ? decimalText(from, tag) : t("range", { from: decimalText(from, tag), to: decimalText(to, tag) });
  const dimensionName = (code: string) => dimensions.find((dimension) => dimension.code === code)?.name ?? code;

  return (warning: ValueWarning, indicator: Pick<IndicatorView, "rules" | "steps">): WarningText => {
    const scale = { ...indicator.rules, steps: indicator.steps };
    switch (warning.code) {
      case "bigChange": {
        const { direction, percent, isLeast } = warning;
        const period = nameOf(warning.period);
        const before = valueText(warning.before, scale, wording);
        return {
          title: t("bigChange.title", { period }),
          text: t("bigChange.text", {
            direction,
            percent: decimalText(percent, tag),
            period,
            before,
            least: String(isLeast),
          }),
        };
      }
      case "unlikeBefore": {
        const { count, lowest, highest, mean } = warning;
        const [from, to] = [nameOf(warning.from), nameOf(warning.to)];
        const values = { lowest: valueText(lowest, scale, wording), highest: valueText(highest, scale, wording) };
        return {
          title: t("unlikeBefore.title"),
          text: t("unlikeBefore.text", {
            from,
            to,
            count,
            ...values,
            mean: decimalText(mean, tag),
            percent: indicator.rules.type === "percentage" ? "yes" : "no",
          }),
        };
      }
      case "cumulativeFall": {
        const { measure } = warning;
        const period = nameOf(warning.period);
        const values = { before: range(warning.before), now: range(warning.now) };
        return { title: t("cumulativeFall.title"), text: t("cumulativeFall.text", { measure, period, ...values }) };
      }
      case "increaseChanged": {
        const { measure, direction } = warning;
        const [period, to] = [nameOf(warning.period), nameOf(warning.to)];
        const from = warning.from === null ? "none" : nameOf(warning.from);
        const values = {
          percent: decimalText(warning.percent, tag),
          now: decimalText(warning.now, tag),
          before: decimalText(warning.before, tag),
        };
        return {
          title: t("increaseChanged.title"),
          text: t("increaseChanged.text", { measure, direction, period, from, to, ...values }),
        };
      }
      case "increaseUnlike": {
        const { measure, count } = warning;
        const [period, from, to] = [nameOf(warning.period), nameOf(warning.from), nameOf(warning.to)];
        const values = {
          now: decimalText(warning.now, tag),
          lowest: decimalText(warning.lowest, tag),
          highest: decimalText(warning.highest, tag),
          mean: decimalText(warning.mean, tag),
        };
        return {
          title: t("increaseUnlike.title"),
          text: t("increaseUnlike.text", { measure, period, from, to, count, ...values }),
        };
      }
      case "partsBesideReason": {
        const { cell, by, reason } = warning;
        return {
          title: t("partsBesideReason.title"),
          text: t("partsBesideReason.text", {
            cell: cellName(cell, dimensions, t("total")),
            by: list(by.map(dimensionName)),
            stated: valueText({ kind: "missing", reason }, scale, wording),
          }),
        };
      }
      default: {
        const { code, measure, cell, by, total, sum, difference } = warning;
        return {
          title: t(`${code}.title`),
          text: t(`${code}.text`, {
            measure,
            cell: cellName(cell, dimensions, t("total")),
            by: list(by.map(dimensionName)),
            total: range(total),
            sum: range(sum),
            difference: range(difference),
          }),
        };
      }
    }
  };
}
