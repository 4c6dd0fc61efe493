import { useLocale, useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";
import { formatsOf } from "@/lib/i18n/formats";
import type { WorkingObservationView } from "@/lib/views/commitments/observation-view";
import { stateKey } from "./observation-state";
import { correctionTold, ToldLine } from "./told-line";

/** Where an observation stands and what comes next, with the days by which. */
export function Standing({ view, root }: { view: WorkingObservationView; root: string }) {
  const t = useTranslations("observations");
  const { day } = formatsOf(useLocale());
  const { end, endedOn, stage, response, daysOverdue, dueOn, unit, visibility, rounds } = view;
  const last = rounds.at(-1);
  const date = (of: string | null | undefined) => (of ? day(of) : "");
  const due = date(dueOn);
  const asked = date(last?.askedOn);
  const { validity } = view;
  const valid = validity && (
    <p>
      {t("stands.validity", {
        validity: validity.validity,
        day: day(validity.on),
        valueDay: day(validity.valueOn),
      })}
    </p>
  );
  const corrected = correctionTold(root, view, t, day);
  const since = (
    <>
      {corrected.length > 0 && (
        <p>
          <ToldLine parts={corrected} />
        </p>
      )}
      {valid}
    </>
  );
  if (end !== null)
    return (
      <Notice>
        <p>{t("stands.ended", { end: t(stateKey(view)), day: date(endedOn) })}</p>
        {rounds.length === 0 ? <p>{t("one.gone")}</p> : since}
      </Notice>
    );
  const overdue = daysOverdue > 0 && <p>{t("stands.overdue", { days: daysOverdue })}</p>;
  if (stage === "draft") return <Notice>{<p>{t("stands.draft")}</p>}</Notice>;
  if (stage === "inSafetyCheck")
    return (
      <Notice tone={overdue ? "warning" : "info"}>
        <p>{t("stands.inSafetyCheck", { since: date(last?.submittedOn), due })}</p>
        {overdue}
      </Notice>
    );
  if (stage === "sentBack" && last?.sentBack)
    return (
      <Notice tone="warning" title={t("stands.sentBack", { rule: t(`rule.${last.sentBack.rule}`) })}>
        <p>{t(`ruleHint.${last.sentBack.rule}`)}</p>
        {last.sentBack.note !== "" && <p className="wrap-anywhere whitespace-pre-line">{last.sentBack.note}</p>}
        {view.party === "author" && <p>{t("stands.sentBackNext")}</p>}
      </Notice>
    );
  if (response === null)
    return (
      <Notice>
        <p>{t("stands.shared")}</p>
        {since}
      </Notice>
    );
  if (response === "given")
    return (
      <Notice>
        <p>{t("stands.given", { unit: unit.name, given: date(last?.reply?.givenOn) })}</p>
        {since}
      </Notice>
    );
  return (
    <Notice tone={response === "unanswered" || overdue ? "warning" : "info"}>
      <p>{t(`stands.${response}`, { unit: unit.name, asked, due })}</p>
      {response === "awaited" && <p>{t("stands.awaitedNext", { visibility })}</p>}
      {response === "awaited" && overdue}
      {since}
    </Notice>
  );
}
