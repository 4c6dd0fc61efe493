import { useTranslations } from "next-intl";
import { useValueWording } from "@/components/values/use-value-wording";
import { valueText } from "@/lib/charts/value-text";
import type { CheckIndicator, CheckView } from "@/lib/views/entry-view";
import { type AnswerRow, AnswersTables } from "./answers-table";
import { useWarningText } from "./warning-text";

/**
 * The answers goal by goal: what was entered, what is warned of, and where to change it, or to see it alone. What is blank
 * stands in its own list.
 */
export function Answers({
  view: { goals, indicators, dimensions, report },
  base,
}: {
  view: Pick<CheckView, "goals" | "indicators" | "dimensions" | "report">;
  /** The report's address. */
  base: string;
}) {
  const t = useTranslations("entry.check");
  const backed = useTranslations("sourceFiles.evidence");
  const wording = useValueWording();
  const warningText = useWarningText(dimensions);
  const isLocked = report.lock !== null;
  const rowOf = (indicator: CheckIndicator): AnswerRow => {
    const { code, title, value, cells, warnings, comments, commentMissing, evidence, mayEnter } = indicator;
    const parts = Object.keys(cells).length - (value ? 1 : 0);
    const notes = [
      ...(parts > 0 ? [t("parts", { parts })] : []),
      ...warnings.map((warning) => warningText(warning, indicator).text),
      ...(commentMissing && !isLocked ? [t("commentWanted", { earlier: comments.length > 0 ? "yes" : "no" })] : []),
      ...(evidence.length > 0 ? [backed("count", { count: evidence.length })] : []),
    ];
    return {
      code,
      title,
      answer: valueText(value, { ...indicator.rules, steps: indicator.steps }, wording),
      ...(notes.length > 0 && { notes }),
      ...(!mayEnter && { seeOnly: true }),
    };
  };
  return (
    <AnswersTables
      goals={goals.map(({ code, shortTitle, title }) => ({
        code,
        title: shortTitle || title,
        caption: t("caption", { goal: code }),
        rows: indicators.filter(({ goal, isAnswered }) => goal === code && isAnswered).map(rowOf),
      }))}
      words={{
        indicator: t("indicator"),
        answer: t("answer"),
        links: t(isLocked ? "see" : "change"),
        change: t("change"),
        see: t("see"),
      }}
      base={base}
    />
  );
}
