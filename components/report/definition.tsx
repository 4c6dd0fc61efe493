import { useLocale, useTranslations } from "next-intl";
import { useAllowedValues } from "@/components/values/use-allowed-values";
import { useValueWording } from "@/components/values/use-value-wording";
import { targetText } from "@/lib/charts/target-text";
import { valueText } from "@/lib/charts/value-text";
import { formatsOf } from "@/lib/i18n/formats";
import type { EntryIndicator } from "@/lib/views/entry-view";

/** What is counted and how, what was planned, and what was approved before. */
export function Definition({ indicator, period }: { indicator: EntryIndicator; period: string }) {
  const t = useTranslations("entry.definition");
  const allowed = useTranslations("values.allowed");
  const allowedValues = useAllowedValues();
  const wording = useValueWording();
  const formats = formatsOf(useLocale());
  const scale = { ...indicator.rules, steps: indicator.steps };
  const { baseline, target, earlier, note } = indicator;
  const facts: [string, string][] = [
    [t("computation"), indicator.computation],
    [t("source"), indicator.source],
    [t("limits"), indicator.limits],
    [allowed("title"), allowedValues(indicator.rules)],
    [
      t("baseline"),
      baseline
        ? t("measured", { value: valueText(baseline.value, scale, wording), year: formats.year(baseline.measuredOn) })
        : "",
    ],
    [t("target", { period: formats.period(period) }), target ? targetText(target.value, scale, wording) : ""],
    [t("note"), note],
    ...earlier.map(({ period, value }): [string, string] => [
      t("approved", { period: formats.period(period) }),
      valueText(value, scale, wording),
    ]),
  ];
  return (
    <>
      <p className="lead">{indicator.definition}</p>
      <dl className="facts mt-4">
        {facts
          .filter(([, text]) => text !== "")
          .map(([term, text]) => (
            <div key={term} className="fact">
              <dt>{term}</dt>
              <dd>{text}</dd>
            </div>
          ))}
      </dl>
    </>
  );
}
