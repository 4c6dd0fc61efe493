import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { WorkFrame } from "@/app/[locale]/work-frame";
import { ReportForm } from "@/components/civil-society/report-form";
import { Breadcrumb } from "@/components/layout/breadcrumb";
import { Notice } from "@/components/ui/notice";
import { platformReportCode } from "@/lib/domain/commitments/platform-report";
import { planPath, platformReportEditPath, workPlatformReportPath, workPlatformsPath } from "@/lib/i18n/paths";
import { isLocale } from "@/lib/i18n/routing";
import { reportYear } from "@/lib/schemas/commitments/platform-forms";
import { addressFields } from "@/lib/schemas/reports/report-forms";
import { ofPage } from "@/lib/server/action";
import { requireActor } from "@/lib/server/auth/current-actor";
import { platformReportForm } from "@/lib/server/queries/civil-society/platform-report-for-work";
import { writePlatformReportAction } from "../../../actions";

/** Where member organisations write the report of their platform. */
export default async function WritePlatformReport({
  params,
}: {
  params: Promise<{ locale: string; plan: string; unit: string; year: string }>;
}) {
  const { locale, plan, unit, year: asked } = await params;
  const year = reportYear.safeParse(asked);
  const isAddress = addressFields.plan.safeParse(plan).success && addressFields.unit.safeParse(unit).success;
  if (!isLocale(locale) || !isAddress || !year.success) notFound();
  setRequestLocale(locale);
  const root = planPath(locale, plan);
  const back = workPlatformReportPath(root, { unit, year: year.data });
  const actor = await requireActor(platformReportEditPath(back));
  const view = await platformReportForm(actor, { plan, unit, year: year.data }, { locale, now: new Date() });
  if (view === null) notFound();
  const t = await getTranslations("civilSociety");
  const code = platformReportCode(view.unit.code, view.year);
  const title = t("form.title", { code });
  return (
    <WorkFrame
      actor={actor}
      locale={locale}
      plan={plan}
      current="work"
      words={["common.formerNodes", "civilSociety.form", "civilSociety.visibility", "civilSociety.visibilityHint"]}
    >
      <main id="main" className="wrap">
        <Breadcrumb
          crumbs={[
            { label: t("title"), href: workPlatformsPath(root) },
            { label: code, href: back },
          ]}
        />
        <h1>{title}</h1>
        <p className="lead">{t("form.lead")}</p>
        {view.agreed > 0 && (
          <div className="mt-4">
            <Notice tone="warning">
              <p>{t("form.takesBack", { agreed: view.agreed })}</p>
            </Notice>
          </div>
        )}
        <div className="narrow mt-6">
          <ReportForm
            {...{ title, view, back }}
            hidden={{ locale, plan, unit, year: view.year, rowVersion: view.rowVersion }}
            action={ofPage(actor, writePlatformReportAction)}
          />
        </div>
      </main>
    </WorkFrame>
  );
}
