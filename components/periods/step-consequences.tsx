import { useLocale, useTranslations } from "next-intl";
import type { PeriodStep } from "@/lib/domain/reports/period-step";
import { formatsOf } from "@/lib/i18n/formats";
import type { PeriodStepView } from "@/lib/views/periods/period-view";

/** What opening, closing or locking a period means: for whom, and for what is under way. */
export function StepConsequences({ view, step }: { view: PeriodStepView; step: Exclude<PeriodStep, "due-dates"> }) {
  const t = useTranslations("periods.means");
  const { day, units } = formatsOf(useLocale());
  const { period, names, begun, people, today, overdue } = view;
  const { draft, submitted, returned } = names;
  const toCome = view.ownDates.draft.filter(({ dueOn }) => dueOn >= today);
  const told = {
    people,
    begun,
    day: day(period.dueOn),
    unsent: draft.length,
    unsentNames: units(draft),
    submitted: submitted.length,
    submittedNames: units(submitted),
    returned: returned.length,
    returnedNames: units(returned),
    overdue: overdue.length,
    overdueNames: units(overdue),
    own: toCome.length,
    ownDates: units(toCome.map(({ name, dueOn }) => t("ownDate", { name, day: day(dueOn) }))),
  };
  const unlocks = period.state === "locked";
  const means = {
    open: [
      t("openPeople", told),
      period.isToCome && t("toCome", { day: day(period.startsOn) }),
      t("openUnsent", told),
      draft.length > 0 && begun > 0 && t("openBegun", told),
      overdue.length > 0 && t("openOverdue", told),
      toCome.length > 0 && t("openOwnDates", told),
      unlocks && t("unlocks", told),
      t("openApproved"),
    ],
    close: [
      t("closeUnsent", told),
      toCome.length > 0 && t("endsOwnDates", told),
      draft.length > 0 && t("kept", told),
      t("closePeople", told),
      t("closeReturned", told),
      t("closeSubmitted", told),
      t("again"),
    ],
    lock: [
      t("lockAll"),
      draft.length > 0 && t("closeUnsent", told),
      toCome.length > 0 && t("endsOwnDates", told),
      draft.length > 0 && t("kept", told),
      submitted.length > 0 && t("lockSubmitted", told),
      returned.length > 0 && t("lockReturned", told),
      t("lockPublic"),
      t("lockAgain"),
    ],
  }[step];
  return (
    <div className="prose">
      <ul>
        {means
          .filter((words) => words !== false)
          .map((words) => (
            <li key={words}>{words}</li>
          ))}
      </ul>
    </div>
  );
}
