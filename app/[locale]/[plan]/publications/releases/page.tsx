import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { Breadcrumb } from "@/components/layout/breadcrumb";
import { ReleaseForm } from "@/components/publication/release-form";
import { EmptyState } from "@/components/ui/empty-state";
import { newReleasePath, placePath, planPath } from "@/lib/i18n/paths";
import { isLocale } from "@/lib/i18n/routing";
import { addressFields } from "@/lib/schemas/reports/report-forms";
import { ofPage } from "@/lib/server/action";
import { requireActor } from "@/lib/server/auth/current-actor";
import { nameableVersions } from "@/lib/server/queries/publications/nameable-versions";
import { WorkFrame } from "../../../work-frame";
import { nameReleaseAction } from "./actions";

/** Where a results version is given a name. */
export default async function NewRelease({ params }: { params: Promise<{ locale: string; plan: string }> }) {
  const { locale, plan } = await params;
  if (!isLocale(locale) || !addressFields.plan.safeParse(plan).success) notFound();
  setRequestLocale(locale);
  const root = planPath(locale, plan);
  const actor = await requireActor(newReleasePath(root));
  const versions = await nameableVersions(actor, plan);
  if (versions === null) notFound();
  const [t, common] = await Promise.all([getTranslations("publications"), getTranslations("common")]);
  return (
    <WorkFrame actor={actor} locale={locale} plan={plan} current="publications" words={["publications.release"]}>
      {versions.length === 0 && <title>{common("pageTitle", { title: t("release.title") })}</title>}
      <main id="main" className="wrap">
        <Breadcrumb crumbs={[{ label: t("list.title"), href: placePath(root, "publications") }]} />
        <h1>{t("release.title")}</h1>
        <p className="lead">{t("release.lead")}</p>
        {versions.length === 0 ? (
          <div className="mt-6">
            <EmptyState title={t("release.none")}>
              <p>{t("release.noneLead")}</p>
            </EmptyState>
          </div>
        ) : (
          <div className="narrow mt-6">
            <ReleaseForm {...{ locale, plan, versions }} action={ofPage(actor, nameReleaseAction)} />
          </div>
        )}
      </main>
    </WorkFrame>
  );
}
