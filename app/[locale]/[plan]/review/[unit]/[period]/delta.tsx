import { useLocale, useTranslations } from "next-intl";
import { useValueWording } from "@/components/report/use-value-wording";
import { Icon } from "@/components/ui/icon";
import { targetText } from "@/lib/charts/public-figure";
import { differenceBetween, valueText } from "@/lib/charts/value-text";
import { formatsOf } from "@/lib/i18n/formats";
import type { ReviewIndicator } from "@/lib/schemas/review-view";

/** The total before and now, and what the difference comes to. */
export function Delta({ indicator }: { indicator: ReviewIndicator }) {
  const t = useTranslations("review.delta");
  const { tag } = formatsOf(useLocale());
  const wording = useValueWording();
  const { rules, steps, now, before, changes, unit, target, earlier } = indicator;
  const scale = { ...rules, steps };
  const isChanged = changes.some(({ cell }) => cell === "total");
  if (rules.type === "narrative" && now?.kind === "narrative") return <Words indicator={indicator} />;

  const difference = isChanged ? differenceBetween(before, now, scale, tag) : null;
  const last = earlier.at(-1);
  const notes = [
    difference
      ? difference.in === "points"
        ? t("points", { amount: difference.amount })
        : t("units", { amount: difference.amount, unit: unit ?? "" }).trim()
      : now?.kind === "number" && unit,
    target && t("target", { target: targetText(target.value, scale, wording), type: rules.type }),
    last && t("earlier", { period: last.period, value: valueText(last.value, scale, wording) }),
    rules.direction === "neutral" && t("neutral"),
  ].filter((note) => note);
  return (
    <p className="delta">
      {isChanged && (
        <>
          <del>
            <span className="vh">{t("before")} </span>
            {valueText(before, scale, wording)}
          </del>
          <Icon name="arrowRight" />
        </>
      )}
      <ins className={now === null || now.kind === "missing" ? "none" : undefined}>
        {isChanged && <span className="vh">{t("now")} </span>}
        {valueText(now, scale, wording)}
      </ins>
      <span className="by">{notes.join("; ")}</span>
    </p>
  );
}

/** A narrative is read, not compared; what stood there before is one click away. */
function Words({ indicator: { now, before, changes } }: { indicator: ReviewIndicator }) {
  const t = useTranslations("review.delta");
  return (
    <div className="words">
      <p className="wrap-anywhere">{now?.kind === "narrative" && now.text}</p>
      {changes.length > 0 && before?.kind === "narrative" && (
        <details>
          <summary>{t("textBefore")}</summary>
          <p className="wrap-anywhere">{before.text}</p>
        </details>
      )}
    </div>
  );
}
