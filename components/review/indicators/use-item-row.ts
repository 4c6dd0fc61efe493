import { useLocale, useTranslations } from "next-intl";
import { useEvidenceText } from "@/components/evidence/use-evidence-text";
import { usePersonName } from "@/components/people/person-name";
import { useWarningText } from "@/components/report/warning-text";
import { useValueWording } from "@/components/values/use-value-wording";
import { targetText } from "@/lib/charts/target-text";
import { differenceBetween, valueText } from "@/lib/charts/value-text";
import { needsComment } from "@/lib/domain/values/value-warning";
import { formatsOf } from "@/lib/i18n/formats";
import { useUnitNames } from "@/lib/i18n/unit-names";
import { useMoments } from "@/lib/i18n/use-moments";
import type { ReviewMore } from "@/lib/schemas/reports/review-more";
import type { ConsequencesView } from "@/lib/views/consequences-view";
import { addressOf } from "@/lib/views/report-view";
import type { ReviewIndicator, ReviewView } from "@/lib/views/review-view";
import { letterOf } from "@/lib/views/shown-status";
import type { ItemRow, RemarkRow } from "./item-row";
import { type Hidden, hiddenOf, partsOf } from "./more-of";

/** Says what there is to know about an indicator's values: warnings, the reply to a query, comments, evidence. */
function useRemarkRows({ dimensions, report }: Pick<ReviewView, "dimensions" | "report">) {
  const t = useTranslations("review.remarks");
  const warningText = useWarningText(dimensions);
  const evidenceText = useEvidenceText(addressOf(report));
  const personName = usePersonName();
  const { day } = useMoments();
  return (indicator: ReviewIndicator): RemarkRow[] => {
    const { warnings, commentMissing, asked, comments, evidence } = indicator;
    const rows = warnings.map((warning): RemarkRow => {
      const { title, text } = warningText(warning, indicator);
      return [needsComment(warning) ? "warning" : "info", title, text];
    });
    if (commentMissing) rows.push(["note", t("commentMissing", { earlier: comments.length > 0 ? "yes" : "no" })]);
    if (asked)
      rows.push([
        "asked",
        asked.reply === "" ? t("askedWithoutReply") : t("reply"),
        t("asked", { query: asked.query }),
        asked.reply,
        asked.changedSince ? t("changedSince") : "",
      ]);
    for (const { id, body, author, at } of comments)
      rows.push(["comment", t("comment", { author: personName(author), day: day(at) }), body, id]);
    if (evidence.length > 0) rows.push(["evidence", t("evidence"), evidence.map((one) => [one.id, evidenceText(one)])]);
    return rows;
  };
}

/** Writes an indicator under review as a row of the list. */
export function useItemRow(
  view: Pick<ReviewView, "dimensions" | "report">,
  consequences: ConsequencesView | null,
  isOpen: boolean,
) {
  const t = useTranslations("review");
  const totalOf = useTotal();
  const statusOf = useStatus();
  const hiddenIn = useHiddenNote();
  const remarksOf = useRemarkRows(view);
  const personName = usePersonName();
  return (indicator: ReviewIndicator, open: Partial<ReviewMore> | undefined): ItemRow => {
    const { code, title, entries, answer } = indicator;
    const { keys, changed } = partsOf(indicator);
    const status = consequences?.statuses[code];
    const hidden = hiddenIn(hiddenOf(consequences, code));
    const remarks = remarksOf(indicator);
    return {
      code,
      title,
      entries,
      ...totalOf(indicator),
      ...statusOf(status, indicator),
      ...(hidden !== null && { hidden }),
      ...(remarks.length > 0 && { remarks }),
      ...(keys.length > 0 && { parts: keys.length }),
      ...(changed.size > 0 && { changed: changed.size }),
      ...(indicator.isNoted && { noted: true }),
      ...(open && { open }),
      ...(answer && { answer: answer.answer, query: answer.query, ...(answer.carried && { carried: true }) }),
      ...(!isOpen && {
        given: answer ? t("answers.given", { answer: answer.answer, by: personName(answer.by) }) : t("answers.none"),
      }),
    };
  };
}

/** The total before and now, and what the difference comes to. */
function useTotal() {
  const t = useTranslations("review.delta");
  const { tag, period: periodName } = formatsOf(useLocale());
  const wording = useValueWording();
  const unitName = useUnitNames();
  return (indicator: ReviewIndicator): Pick<ItemRow, "now" | "by" | "none" | "before" | "words"> => {
    const { rules, steps, now, before, changes, target, earlier } = indicator;
    const unit = indicator.unit ? unitName(indicator.unit) : "";
    // A narrative is read, not compared; what stood there before is one click away.
    if (rules.type === "narrative" && now?.kind === "narrative") {
      const earlierWords = changes.length > 0 && before?.kind === "narrative" ? { before: before.text } : {};
      return { now: now.text, by: "", words: true, ...earlierWords };
    }
    const scale = { ...rules, steps };
    const isChanged = changes.some(({ cell }) => cell === "total");
    const difference = isChanged ? differenceBetween(before, now, scale, tag) : null;
    const last = earlier.at(-1);
    const by = [
      difference
        ? difference.in === "points"
          ? t("points", { amount: difference.amount })
          : t("units", { amount: difference.amount, unit }).trim()
        : now?.kind === "number" && unit,
      target && t("target", { target: targetText(target.value, scale, wording) }),
      last && t("earlier", { period: periodName(last.period), value: valueText(last.value, scale, wording) }),
      rules.direction === "neutral" && t("neutral"),
    ].filter((note) => note);
    return {
      now: valueText(now, scale, wording),
      by: by.join("; "),
      ...((now === null || now.kind === "missing") && { none: true }),
      ...(isChanged && { before: valueText(before, scale, wording) }),
    };
  };
}

/** What readers see now and would see, and where the status is hidden from them, what it is. */
function useStatus() {
  const t = useTranslations("review.status");
  const word = useTranslations("status.word");
  return (
    status: ConsequencesView["statuses"][string] | undefined,
    { now, rules }: ReviewIndicator,
  ): Pick<ItemRow, "status" | "hint"> => {
    // What is reported for context has no status, and says so beside its value.
    if (!status || rules.direction === "neutral") return { status: "", hint: "" };
    const { before, after, exact } = status;
    const none = now?.kind === "missing" && now.reason === "notApplicable" ? "notApplicable" : "noValue";
    const hasValue = now !== null && now.kind !== "missing";
    const isTold = after !== "notAssessed" && after !== "suppressed";
    const hints = [
      ...(before === after ? [t("same")] : before === null && isTold ? [t("first")] : []),
      ...(exact !== after && exact !== "notAssessed" ? [t("exact", { status: word(exact) })] : []),
    ];
    const to = after === "notAssessed" && !hasValue ? none : after;
    const from = before === null || before === after ? "" : letterOf(before);
    return { status: `${from}${letterOf(to)}`, hint: hints.join("; ") };
  };
}

function useHiddenNote() {
  const t = useTranslations("review.hidden");
  return ({ states, threshold }: Hidden): string | null => {
    const cells = Object.keys(states).length;
    if (cells === 0) return null;
    const { total } = states;
    return total ? t("total", { state: total, threshold, others: cells - 1 }) : t("parts", { cells });
  };
}
