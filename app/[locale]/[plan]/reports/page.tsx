import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { reportColumns } from "@/components/report/report-columns";
import { ReportTable } from "@/components/report/report-table";
import { EmptyState } from "@/components/ui/empty-state";
import { placePath, planPath } from "@/lib/i18n/paths";
import { isLocale } from "@/lib/i18n/routing";
import { ownAddress } from "@/lib/schemas/addresses/own-address";
import { tableViewAsked } from "@/lib/schemas/addresses/read-table-view";
import { addressFields } from "@/lib/schemas/reports/report-forms";
import { requireActor } from "@/lib/server/auth/current-actor";
import { reportList } from "@/lib/server/queries/reports-due";
import { WorkFrame } from "../../work-frame";

export default async function ReportsPage({
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
  const actor = await requireActor(ownAddress(placePath(root, "reports"), await searchParams));
  const view = await reportList(actor, plan, { locale, now: new Date() });
  if (view === null) notFound();
  const [t, common] = await Promise.all([getTranslations("work"), getTranslations("common")]);
  const others = view.reviews
    ? t.rich("others", { review: (chunks) => <a href={placePath(root, "review")}>{chunks}</a> })
    : null;
  return (
    <WorkFrame actor={actor} locale={locale} plan={plan} current="reports">
      <title>{common("pageTitle", { title: t("reportsTitle") })}</title>
      <main id="main" className="wrap">
        <p className="kicker">{view.units.map(({ name }) => name).join("; ")}</p>
        <h1>{t("reportsTitle")}</h1>
        {others && view.reports.length > 0 && <p className="note mt-4">{others}</p>}
        <div className="mt-6">
          {view.reports.length > 0 ? (
            <ReportTable
              reports={view.reports}
              named={view.units.length > 1}
              root={root}
              asked={tableViewAsked(await searchParams, reportColumns)}
            />
          ) : (
            <EmptyState title={t("noReports")}>
              <p>{others ?? t("noReportsLead")}</p>
            </EmptyState>
          )}
        </div>
      </main>
    </WorkFrame>
  );
}
