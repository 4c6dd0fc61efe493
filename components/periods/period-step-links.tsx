import { useTranslations } from "next-intl";
import { mayTakeStep, periodSteps } from "@/lib/domain/reports/period-step";
import type { PeriodState } from "@/lib/domain/reports/report";
import { periodStepPath } from "@/lib/i18n/paths";

/** What can be done with a period that stands so: each leads to a page that says first what it means. */
export function PeriodStepLinks({
  period,
  name,
  state,
  root,
}: {
  period: string;
  name: string;
  state: PeriodState;
  root: string;
}) {
  const t = useTranslations("periods");
  return (
    <ul className="steps command">
      {periodSteps
        .filter((step) => mayTakeStep(step, state))
        .map((step) => (
          <li key={step}>
            <a href={periodStepPath(root, period, step)}>{t("step.title", { step, period: name })}</a>
          </li>
        ))}
    </ul>
  );
}
