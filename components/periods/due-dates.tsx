import { useLocale, useTranslations } from "next-intl";
import { formatsOf } from "@/lib/i18n/formats";
import type { FormState } from "@/lib/schemas/forms/form-state";
import { ownDatesShown } from "@/lib/schemas/periods/period-forms";
import type { PeriodStepView } from "@/lib/views/periods/period-view";
import { DueDateForm } from "./due-date-form";
import { UnitDueDateForm } from "./unit-due-date-form";

type Action = (state: FormState, form: FormData) => Promise<FormState>;

/** When a period's reports are due: all of them, and one unit's alone. */
export function DueDates({
  view: { plan, period, names, ownDates, units },
  title,
  locale,
  back,
  actions,
}: {
  view: PeriodStepView;
  title: string;
  locale: string;
  back: string;
  actions: { all: Action; one: Action };
}) {
  const t = useTranslations("periods.due");
  const { day, units: listed } = formatsOf(useLocale());
  const own = [...ownDates.draft, ...ownDates.returned].map(({ name }) => name);
  // Those of the other dates: the new day is theirs whatever it is.
  const waiting = names.draft.length + names.returned.length - own.length;
  const place = { plan: plan.code, period: period.code, locale };
  return (
    <>
      <section aria-labelledby="all">
        <h2 id="all">{t("all")}</h2>
        <DueDateForm
          {...{ title, back }}
          place={{ ...place, from: period.dueOn }}
          hint={t("dueOnHint", { day: day(period.endsOn) })}
          means={[
            ...(waiting > 0 || own.length === 0 ? [t("waiting", { count: waiting })] : []),
            t("sent", { count: names.submitted.length + names.approved.length }),
            ...(own.length > 0 ? [t("ownDates", { count: own.length, units: listed(own) })] : []),
            t("endStays", { day: day(period.endsOn) }),
          ]}
          action={actions.all}
        />
      </section>
      <section className="block" aria-labelledby="one">
        <h2 id="one">{t("one")}</h2>
        {period.ownDates.length > 0 && (
          <dl className="own-dates">
            {period.ownDates.map(({ unit, name, dueOn, reason }) => (
              <div key={unit}>
                <dt>{t("ownDate", { unit: name, day: day(dueOn) })}</dt>
                <dd className="wrap-anywhere whitespace-pre-line">{reason}</dd>
              </div>
            ))}
          </dl>
        )}
        <UnitDueDateForm
          place={{ ...place, seen: ownDatesShown(period.ownDates) }}
          units={units}
          takeBack={t("takeBack", { day: day(period.dueOn) })}
          action={actions.one}
        />
      </section>
    </>
  );
}
