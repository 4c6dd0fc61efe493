import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { Breadcrumb } from "@/components/layout/breadcrumb";
import { TakeDownList } from "@/components/review/take-down/take-down-list";
import { Notice } from "@/components/ui/notice";
import { placePath, planPath, takeDownsPath } from "@/lib/i18n/paths";
import { isLocale } from "@/lib/i18n/routing";
import { addressFields } from "@/lib/schemas/reports/report-forms";
import { ofPage } from "@/lib/server/action";
import { requireActor } from "@/lib/server/auth/current-actor";
import { takeDownsOf } from "@/lib/server/queries/take-downs";
import { WorkFrame } from "../../../work-frame";
import { eraseAction, restoreAction } from "./actions";

/** What was taken off the public site, and why. */
export default async function TakeDowns({
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
  const actor = await requireActor(takeDownsPath(root));
  const view = await takeDownsOf(actor, plan, locale);
  if (view === null) notFound();
  const [t, common] = await Promise.all([getTranslations("review"), getTranslations("common")]);
  const { done } = await searchParams;
  return (
    <WorkFrame actor={actor} locale={locale} plan={plan} current="review" words={["review.restore", "review.erase"]}>
      <title>{common("pageTitle", { title: t("takeDowns.title") })}</title>
      <main id="main" className="wrap">
        <Breadcrumb crumbs={[{ label: t("list.title"), href: placePath(root, "review") }]} />
        <h1>{t("takeDowns.title")}</h1>
        <p className="lead">{t("takeDowns.lead")}</p>
        {(done === "taken" || done === "restored" || done === "erased") && (
          <div className="mt-4">
            <Notice tone="ok" live>
              <p>{t("takeDowns.done", { done })}</p>
            </Notice>
          </div>
        )}
        <div className="mt-6">
          <TakeDownList
            {...{ view, plan, locale }}
            restore={ofPage(actor, restoreAction)}
            erase={ofPage(actor, eraseAction)}
          />
        </div>
      </main>
    </WorkFrame>
  );
}
