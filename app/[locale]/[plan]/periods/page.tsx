import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { periodColumns } from "@/components/periods/period-columns";
import { PeriodTable } from "@/components/periods/period-table";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Notice } from "@/components/ui/notice";
import { formatsOf } from "@/lib/i18n/formats";
import { completenessPath, newReportingPeriodPath, placePath, planPath } from "@/lib/i18n/paths";
import { isLocale } from "@/lib/i18n/routing";
import { ownAddress } from "@/lib/schemas/addresses/own-address";
import { tableViewAsked } from "@/lib/schemas/addresses/read-table-view";
import { addressFields } from "@/lib/schemas/reports/report-forms";
import { requireActor } from "@/lib/server/auth/current-actor";
import { periodList } from "@/lib/server/queries/periods/period-list";
import { WorkFrame } from "../../work-frame";

/** The plan's reporting periods: when they run, until when reports are due, and how many of these stand how. */
export default async function PeriodsPage({
  params,
  searchParams,
}: {
  params: Promise<{ locale: string; plan: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { locale, plan } = await params;
  if (!isLocale(locale) || !addressFields.plan.safeParse(plan).success) notFound();
  setRequestLocale(locale);
  const root = planPath(locale, plan);
  const actor = await requireActor(ownAddress(placePath(root, "periods"), await searchParams));
  const view = await periodList(actor, plan, { locale, now: new Date() });
  if (view === null) notFound();
  const [t, common] = await Promise.all([getTranslations("periods"), getTranslations("common")]);
  const { done, period: changed, ...query } = await searchParams;
  const formats = formatsOf(locale);
  const period = view.periods.find(({ code }) => code === changed);
  return (
    <WorkFrame actor={actor} locale={locale} plan={plan} current="manage">
      <title>{common("pageTitle", { title: t("title") })}</title>
      <main id="main" className="wrap">
        <div className="head">
          <div>
            <h1>{t("title")}</h1>
            <p className="lead">{t("lead", { day: formats.day(view.endsOn) })}</p>
          </div>
          <div className="commands">
            <ButtonLink href={completenessPath(root)}>{t("completeness")}</ButtonLink>
            {view.mayKeep && (
              <ButtonLink look="main" href={newReportingPeriodPath(root)}>
                {t("add")}
              </ButtonLink>
            )}
          </div>
        </div>
        {period && typeof done === "string" && (
          <div className="mt-6">
            <Notice tone="ok" live>
              <p>{t("done", { done, state: period.state, period: formats.period(period) })}</p>
            </Notice>
          </div>
        )}
        {view.periods.length === 0 ? (
          <div className="mt-6">
            <EmptyState title={t("none")}>
              <p>{t("noneLead")}</p>
            </EmptyState>
          </div>
        ) : (
          <PeriodTable {...{ view, root }} asked={tableViewAsked(query, periodColumns)} />
        )}
      </main>
    </WorkFrame>
  );
}
