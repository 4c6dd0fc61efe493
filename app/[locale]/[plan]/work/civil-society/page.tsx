import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { WorkFrame } from "@/app/[locale]/work-frame";
import { platformWords } from "@/components/civil-society/platform-words";
import { ReportLines } from "@/components/civil-society/report-lines";
import { Breadcrumb } from "@/components/layout/breadcrumb";
import { ButtonLink } from "@/components/ui/button";
import { formatsOf } from "@/lib/i18n/formats";
import {
  civilSocietyPath,
  placePath,
  planPath,
  workPlatformPath,
  workPlatformReportPath,
  workPlatformsPath,
} from "@/lib/i18n/paths";
import { isLocale } from "@/lib/i18n/routing";
import { addressFields } from "@/lib/schemas/reports/report-forms";
import { requireActor } from "@/lib/server/auth/current-actor";
import { platformsForWork } from "@/lib/server/queries/civil-society/platforms-for-work";

/** The civil society platforms of a plan, for those who work with them. */
export default async function PlatformsPage({ params }: { params: Promise<{ locale: string; plan: string }> }) {
  const { locale, plan } = await params;
  if (!isLocale(locale) || !addressFields.plan.safeParse(plan).success) notFound();
  setRequestLocale(locale);
  const root = planPath(locale, plan);
  const actor = await requireActor(workPlatformsPath(root));
  const view = await platformsForWork(actor, plan, locale);
  if (view === null) notFound();
  const [t, common, work] = await Promise.all([
    getTranslations("civilSociety"),
    getTranslations("common"),
    getTranslations("auth.nav"),
  ]);
  const { name } = platformWords(t, formatsOf(locale));
  return (
    <WorkFrame actor={actor} locale={locale} plan={plan} current="work">
      <title>{common("pageTitle", { title: t("title") })}</title>
      <main id="main" className="wrap">
        <Breadcrumb crumbs={[{ label: work("work"), href: placePath(root, "work") }]} />
        <div className="head">
          <div>
            <h1>{t("title")}</h1>
            <p className="lead">{t("work.lead")}</p>
          </div>
          <div className="commands">
            <ButtonLink href={civilSocietyPath(root)}>{t("work.public")}</ButtonLink>
          </div>
        </div>
        {view.platforms.map(({ unit, members, reports }) => (
          <section key={unit.code} className="block" aria-labelledby={unit.code}>
            <h2 id={unit.code}>
              <a href={workPlatformPath(root, unit.code)}>{name(unit)}</a>
            </h2>
            <p className="note">{t("work.members", { count: members.length })}</p>
            {reports.length > 0 && (
              <ReportLines
                reports={reports}
                hrefOf={({ year }) => workPlatformReportPath(root, { unit: unit.code, year })}
              />
            )}
          </section>
        ))}
      </main>
    </WorkFrame>
  );
}
