import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { WorkFrame } from "@/app/[locale]/work-frame";
import { Breadcrumb } from "@/components/layout/breadcrumb";
import { observationColumns } from "@/components/observations/observation-columns";
import { ObservationTable } from "@/components/observations/observation-table";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Notice } from "@/components/ui/notice";
import { newObservationPath, placePath, planPath, workObservationsPath } from "@/lib/i18n/paths";
import { isLocale } from "@/lib/i18n/routing";
import { ownAddress } from "@/lib/schemas/addresses/own-address";
import { tableViewAsked } from "@/lib/schemas/addresses/read-table-view";
import { addressFields } from "@/lib/schemas/reports/report-forms";
import { requireActor } from "@/lib/server/auth/current-actor";
import { observationList } from "@/lib/server/queries/observations/observation-list";

export default async function ObservationsPage({
  params,
  searchParams,
}: {
  params: Promise<{ locale: string; plan: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { locale, plan } = await params;
  const { done, ...query } = await searchParams;
  if (!isLocale(locale) || !addressFields.plan.safeParse(plan).success) notFound();
  setRequestLocale(locale);
  const root = planPath(locale, plan);
  const actor = await requireActor(ownAddress(workObservationsPath(root), await searchParams));
  const view = await observationList(actor, plan, { locale, now: new Date() });
  if (view === null) notFound();
  const [t, common, work] = await Promise.all([
    getTranslations("observations"),
    getTranslations("common"),
    getTranslations("auth.nav"),
  ]);
  const mayAdd = view.units.length > 0;
  return (
    <WorkFrame actor={actor} locale={locale} plan={plan} current="work">
      <title>{common("pageTitle", { title: t("title") })}</title>
      <main id="main" className="wrap">
        <Breadcrumb crumbs={[{ label: work("work"), href: placePath(root, "work") }]} />
        <div className="head">
          <div>
            <h1>{t("title")}</h1>
            <p className="lead">{t("list.lead")}</p>
          </div>
          {mayAdd && (
            <div className="commands">
              <ButtonLink look="main" href={newObservationPath(root)}>
                {t("list.add")}
              </ButtonLink>
            </div>
          )}
        </div>
        {done === "deleted" && (
          <div className="mt-6">
            <Notice tone="ok" live>
              <p>{t("done", { done })}</p>
            </Notice>
          </div>
        )}
        <div className="mt-6">
          {view.listed.length > 0 ? (
            <ObservationTable listed={view.listed} root={root} asked={tableViewAsked(query, observationColumns)} />
          ) : (
            <EmptyState title={t("list.none")}>
              <p>{t(mayAdd ? "list.noneObserve" : "list.noneOthers")}</p>
            </EmptyState>
          )}
        </div>
      </main>
    </WorkFrame>
  );
}
