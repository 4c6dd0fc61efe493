import { useTranslations } from "next-intl";
import { checkPath, reportPath } from "@/lib/i18n/paths";
import { useMoments } from "@/lib/i18n/use-moments";
import type { WorkReport } from "@/lib/views/work-view";

/** Whether a contributor handed the own part back, was asked again, or may hand it back now. */
export function OwnHandBack({ report, root }: { report: WorkReport; root: string }) {
  const t = useTranslations("work");
  const { day } = useMoments();
  const { handBack, maySubmit, lock, total, answered, unit, period } = report;
  if (maySubmit || lock !== null) return null;
  const way = (
    <a href={`${checkPath(reportPath(root, { unit: unit.code, period: period.code }))}#hand-back`}>
      {t("ownHandBack")}
    </a>
  );
  if (handBack?.askedAgain)
    return (
      <>
        <p>{t("ownAskedAgain", { by: handBack.askedAgain.by })}</p>
        <p className="why wrap-anywhere whitespace-pre-line">{handBack.askedAgain.reason}</p>
        <p>{way}</p>
      </>
    );
  if (handBack)
    return <p>{t("ownHandedBack", { day: day(handBack.at), changed: handBack.changedSince ? "yes" : "no" })}</p>;
  return answered === total ? <p>{way}</p> : null;
}
