import { notFound, redirect } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { Breadcrumb } from "@/components/layout/breadcrumb";
import { BuilderForm } from "@/components/publication/builder/builder-form";
import { Preview } from "@/components/publication/builder/preview";
import { readChoices } from "@/components/publication/builder/read-choices";
import { naming } from "@/components/publication/publication-name";
import { EmptyState } from "@/components/ui/empty-state";
import { regionCode } from "@/lib/domain/publication";
import { newPublicationPath, placePath, planPath } from "@/lib/i18n/paths";
import { isLocale } from "@/lib/i18n/routing";
import { choicesIn, hasMore, type Query, queryOf } from "@/lib/schemas/publications/publication-query";
import { addressFields } from "@/lib/schemas/reports/report-forms";
import { ofPage } from "@/lib/server/action";
import { requireActor } from "@/lib/server/auth/current-actor";
import { publicationBuilder } from "@/lib/server/queries/publications/publication-builder";
import { firstChoices } from "@/lib/views/publication-choices";
import { WorkFrame } from "../../../work-frame";
import { requestPublicationAction } from "../actions";

export default async function PublicationBuilderPage({
  params,
  searchParams,
}: {
  params: Promise<{ locale: string; plan: string }>;
  searchParams: Promise<Query>;
}) {
  const { locale, plan } = await params;
  if (!isLocale(locale) || !addressFields.plan.safeParse(plan).success) notFound();
  setRequestLocale(locale);
  const query = await searchParams;
  const root = planPath(locale, plan);
  const list = placePath(root, "publications");
  const here = newPublicationPath(root);
  const asked = choicesIn(query);
  const address = asked && queryOf(asked);
  const actor = await requireActor(address === null ? here : `${here}?${address}`);
  const view = await publicationBuilder(actor, plan, locale);
  if (view === null || view.kinds.length === 0) notFound();
  // A form sends its hidden fields along; the address of a preview has the choices alone.
  if (address !== null && hasMore(query)) redirect(`${here}?${address}`);
  const [t, common] = await Promise.all([getTranslations("publications"), getTranslations("common")]);
  const chosen = asked ?? firstChoices(view, locale);
  const { settings, refused } = asked ? readChoices(asked, view) : { settings: null, refused: null };
  const unitName = view.units.find(({ code }) => code === settings?.unit)?.name ?? regionCode;
  const periodName = view.periods.find(({ code }) => code === settings?.period)?.name ?? "";
  return (
    <WorkFrame actor={actor} locale={locale} plan={plan} current="publications" words={["publications"]}>
      {view.periods.length === 0 && <title>{common("pageTitle", { title: t("new.title") })}</title>}
      <main id="main" className="wrap">
        <Breadcrumb crumbs={[{ label: t("list.title"), href: list }]} />
        <h1>{t("new.title")}</h1>
        {view.periods.length === 0 ? (
          <div className="mt-6">
            <EmptyState title={t("new.noResults")}>
              <p>{t("new.noResultsLead")}</p>
            </EmptyState>
          </div>
        ) : (
          <>
            <p className="lead">{t("new.lead")}</p>
            <div className="building">
              <BuilderForm
                key={address}
                view={view}
                chosen={chosen}
                refused={refused}
                hidden={{ locale, plan }}
                here={here}
                action={ofPage(actor, requestPublicationAction)}
              />
              <Preview
                name={settings && naming(t)({ settings, unitName, periodName })}
                src={settings && `/api/publications/${plan}/preview?${queryOf({ ...asked })}&locale=${locale}`}
              />
            </div>
          </>
        )}
      </main>
    </WorkFrame>
  );
}
