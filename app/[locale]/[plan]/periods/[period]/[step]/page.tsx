import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { WorkFrame } from "@/app/[locale]/work-frame";
import { Breadcrumb } from "@/components/layout/breadcrumb";
import { DueDates } from "@/components/periods/due-dates";
import { StepConsequences } from "@/components/periods/step-consequences";
import { StepForm } from "@/components/periods/step-form";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { mayTakeStep, periodSteps, stateAfterStep } from "@/lib/domain/reports/period-step";
import { formatsOf } from "@/lib/i18n/formats";
import { periodStepPath, placePath, planPath } from "@/lib/i18n/paths";
import { isLocale } from "@/lib/i18n/routing";
import { addressFields } from "@/lib/schemas/reports/report-forms";
import { ofPage } from "@/lib/server/action";
import { requireActor } from "@/lib/server/auth/current-actor";
import { periodStep } from "@/lib/server/queries/periods/period-step";
import { moveDueDateAction, moveUnitDueDateAction, setPeriodStateAction } from "../../actions";

/** What a step with a period means, in words and numbers, and where it is taken. */
export default async function PeriodStepPage({
  params,
}: {
  params: Promise<{ locale: string; plan: string; period: string; step: string }>;
}) {
  const { locale, plan, period: code, step: asked } = await params;
  const step = periodSteps.find((each) => each === asked);
  const isPlace = addressFields.plan.safeParse(plan).success && addressFields.period.safeParse(code).success;
  if (!isLocale(locale) || !step || !isPlace) notFound();
  setRequestLocale(locale);
  const root = planPath(locale, plan);
  const actor = await requireActor(periodStepPath(root, code, step));
  const view = await periodStep(actor, { plan, period: code }, { locale, now: new Date() });
  if (view === null) notFound();
  const [t, common] = await Promise.all([getTranslations("periods"), getTranslations("common")]);
  const { period } = view;
  const name = formatsOf(locale).period(period);
  const title = t("step.title", { step, period: name });
  const back = placePath(root, "periods");
  const to = stateAfterStep[step];
  const isPossible = mayTakeStep(step, period.state);
  return (
    <WorkFrame actor={actor} locale={locale} plan={plan} current="manage" words={["periods.due"]}>
      {!isPossible && <title>{common("pageTitle", { title })}</title>}
      <main id="main" className="wrap">
        <Breadcrumb crumbs={[{ label: t("title"), href: back }]} />
        <h1>{title}</h1>
        <p className="lead">{t("step.now", { period: name, state: period.state })}</p>
        <div className="narrow mt-6">
          {!isPossible ? (
            <EmptyState title={t("step.notPossible", { period: name, state: period.state })}>
              <ButtonLink href={back}>{t("title")}</ButtonLink>
            </EmptyState>
          ) : step === "due-dates" ? (
            <DueDates
              {...{ view, title, locale, back }}
              actions={{ all: ofPage(actor, moveDueDateAction), one: ofPage(actor, moveUnitDueDateAction) }}
            />
          ) : (
            to && (
              <StepForm
                {...{ title, back }}
                place={{ plan, period: code, locale, from: period.state, to }}
                labels={{ confirm: title, working: t("step.working") }}
                action={ofPage(actor, setPeriodStateAction)}
              >
                <StepConsequences {...{ view, step }} />
              </StepForm>
            )
          )}
        </div>
      </main>
    </WorkFrame>
  );
}
