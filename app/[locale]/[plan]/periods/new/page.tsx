import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { WorkFrame } from "@/app/[locale]/work-frame";
import { Breadcrumb } from "@/components/layout/breadcrumb";
import { NewPeriodForm } from "@/components/periods/new-period-form";
import { formatsOf } from "@/lib/i18n/formats";
import { newReportingPeriodPath, placePath, planPath } from "@/lib/i18n/paths";
import { isLocale } from "@/lib/i18n/routing";
import { addressFields } from "@/lib/schemas/reports/report-forms";
import { ofPage } from "@/lib/server/action";
import { requireActor } from "@/lib/server/auth/current-actor";
import { newPeriod } from "@/lib/server/queries/periods/period-step";
import { addPeriodAction } from "../actions";

/** Where the period that comes next is added, once it is said what that means. */
export default async function NewPeriod({ params }: { params: Promise<{ locale: string; plan: string }> }) {
  const { locale, plan } = await params;
  if (!isLocale(locale) || !addressFields.plan.safeParse(plan).success) notFound();
  setRequestLocale(locale);
  const root = planPath(locale, plan);
  const actor = await requireActor(newReportingPeriodPath(root));
  const view = await newPeriod(actor, plan, { locale, now: new Date() });
  const next = view?.choices[0];
  if (!view || !next) notFound();
  const t = await getTranslations("periods");
  const { day, period } = formatsOf(locale);
  const back = placePath(root, "periods");
  const span = ({ startsOn, endsOn }: typeof next) => ({ from: day(startsOn), to: day(endsOn) });
  const means = [
    t("new.reports", { countries: view.countries, indicators: view.indicators }),
    t("new.closed"),
    view.isToCome && t("means.toCome", { day: day(next.startsOn) }),
    view.isAfterEnd && t("new.afterEnd", { day: day(view.endsOn) }),
    t("new.public"),
    t("new.stays"),
  ];
  return (
    <WorkFrame actor={actor} locale={locale} plan={plan} current="manage" words={["periods.new"]}>
      <main id="main" className="wrap">
        <Breadcrumb crumbs={[{ label: t("title"), href: back }]} />
        <h1>{t("new.title")}</h1>
        {view.last && (
          <p className="lead">
            {t("new.follows", { last: period(view.last), ...span(next), frequency: next.frequency })}
          </p>
        )}
        <div className="narrow mt-6">
          <NewPeriodForm
            title={t("new.title")}
            place={{ plan, locale, after: view.last?.code ?? "" }}
            proposed={next}
            frequencies={view.choices.map((each) => ({
              value: each.frequency,
              label: t("new.choice", { frequency: each.frequency, ...span(each), code: each.code }),
            }))}
            means={means.filter((words) => words !== false)}
            back={back}
            action={ofPage(actor, addPeriodAction)}
          />
        </div>
      </main>
    </WorkFrame>
  );
}
