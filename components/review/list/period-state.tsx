import { useLocale, useTranslations } from "next-intl";
import { PeriodStepLinks } from "@/components/periods/period-step-links";
import { formatsOf } from "@/lib/i18n/formats";
import type { ReviewListPeriod } from "@/lib/views/review-view";

/** A reporting period: how it stands, and the pages on which that is changed. */
export function PeriodState({ period, mayKeep, root }: { period: ReviewListPeriod; mayKeep: boolean; root: string }) {
  const t = useTranslations("review.list");
  const formats = formatsOf(useLocale());
  const name = formats.period(period);
  const id = `period-${period.code}`;
  return (
    <section className="of-period" aria-labelledby={id}>
      <h3 id={id}>{name}</h3>
      <p className="note wide">
        {t("periodState", { state: period.state })} {t("dueOn", { day: formats.day(period.dueOn) })}
      </p>
      {mayKeep && <PeriodStepLinks {...{ period: period.code, name, state: period.state, root }} />}
    </section>
  );
}
