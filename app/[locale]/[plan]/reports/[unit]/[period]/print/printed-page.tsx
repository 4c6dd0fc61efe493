import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Breadcrumb } from "@/components/layout/breadcrumb";
import { WaitingInSheet } from "@/components/report/kept/waiting-in-sheet";
import { PrintedReport } from "@/components/report/print/printed-report";
import { PrintButton } from "@/components/ui/print-button";
import { formatsOf } from "@/lib/i18n/formats";
import { printPath } from "@/lib/i18n/paths";
import { reportForEntry } from "@/lib/server/queries/report-for-entry";
import type { ReportAddress } from "@/lib/views/report-view";
import { WorkFrame } from "../../../../../work-frame";
import { entryPlace } from "../entry-place";

/** A report on A4: as it stands, or blank to be filled in by hand. */
export async function PrintedPage({
  params,
  isBlank,
}: {
  params: Promise<{ locale: string } & ReportAddress>;
  isBlank: boolean;
}) {
  const { locale, address, base, actor } = await entryPlace(params, isBlank ? "/print/blank" : "/print");
  const view = await reportForEntry(actor, address, { locale, now: new Date() });
  if (!view) notFound();
  const [t, common] = await Promise.all([getTranslations("entry"), getTranslations("common")]);
  const { unit, period } = view.report;
  const name = formatsOf(locale).period(period);
  const title = t("print.title", { unit: unit.name, period: name, form: isBlank ? "blank" : "filled" });
  return (
    <WorkFrame
      actor={actor}
      locale={locale}
      plan={address.plan}
      current="reports"
      words={isBlank ? [] : ["entry.inSheet"]}
    >
      <title>{common("pageTitle", { title })}</title>
      <main id="main" className="wrap printed-report">
        <Breadcrumb crumbs={[{ label: t("report", { unit: unit.name, period: name }), href: base }]} />
        <h1>{title}</h1>
        <p className="actions off-paper">
          <PrintButton>{t("print.now")}</PrintButton>
          <a href={printPath(base, { isBlank: !isBlank })}>
            {t("print.other", { form: isBlank ? "blank" : "filled" })}
          </a>
        </p>
        {!isBlank && <WaitingInSheet owner={{ userId: actor.id, ...address }} base={base} />}
        <PrintedReport view={view} isBlank={isBlank} />
      </main>
    </WorkFrame>
  );
}
