import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { WorkFrame } from "@/app/[locale]/work-frame";
import { Breadcrumb } from "@/components/layout/breadcrumb";
import { keptNewRecommendation } from "@/components/observations/kept/kept-places";
import { RecommendationForm } from "@/components/youth/recommendation-form";
import { newRecommendationPath, placePath, planPath, recommendationsPath } from "@/lib/i18n/paths";
import { isLocale } from "@/lib/i18n/routing";
import { rowId } from "@/lib/schemas/forms/form-fields";
import { addressFields } from "@/lib/schemas/reports/report-forms";
import { ofPage } from "@/lib/server/action";
import { requireActor } from "@/lib/server/auth/current-actor";
import { recommendationForm } from "@/lib/server/queries/youth-forum/recommendations-for-work";
import { addRecommendationAction } from "../actions";

export default async function NewRecommendationPage({
  params,
  searchParams,
}: {
  params: Promise<{ locale: string; plan: string }>;
  searchParams: Promise<{ forum?: string | string[] }>;
}) {
  const { locale, plan } = await params;
  const asked = rowId.safeParse((await searchParams).forum);
  if (!isLocale(locale) || !addressFields.plan.safeParse(plan).success || !asked.success) notFound();
  setRequestLocale(locale);
  const root = planPath(locale, plan);
  const actor = await requireActor(newRecommendationPath(root, asked.data));
  const view = await recommendationForm(actor, plan, asked.data, { locale });
  if (view === null) notFound();
  const [t, work] = await Promise.all([getTranslations("youth"), getTranslations("auth.nav")]);
  return (
    <WorkFrame actor={actor} locale={locale} plan={plan} current="work" words={["observations.form", "youth.form"]}>
      <main id="main" className="wrap">
        <Breadcrumb
          crumbs={[
            { label: work("work"), href: placePath(root, "work") },
            { label: t("work.title"), href: recommendationsPath(root) },
          ]}
        />
        <h1>{t("work.add")}</h1>
        <p className="lead">{t("form.lead", { forum: view.meeting.title })}</p>
        <div className="narrow mt-5">
          <RecommendationForm
            title={t("work.add")}
            offered={view.offered}
            said={null}
            node=""
            hidden={{ locale, plan, meeting: asked.data }}
            here={null}
            words={keptNewRecommendation(actor.id, plan, asked.data)}
            action={ofPage(actor, addRecommendationAction)}
          />
        </div>
      </main>
    </WorkFrame>
  );
}
