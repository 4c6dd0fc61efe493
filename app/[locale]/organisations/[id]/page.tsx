import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { archiveOrganisationAction, restoreOrganisationAction } from "@/app/[locale]/organisations/actions";
import { WorkFrame } from "@/app/[locale]/work-frame";
import { Breadcrumb } from "@/components/layout/breadcrumb";
import { OrganisationCommand } from "@/components/organisations/organisation-command";
import { OrganisationFacts } from "@/components/organisations/organisation-facts";
import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { organisationEditPath, organisationPath, organisationsPath } from "@/lib/i18n/paths";
import { isLocale } from "@/lib/i18n/routing";
import { rowId } from "@/lib/schemas/forms/form-fields";
import { ofPage } from "@/lib/server/action";
import { requireActor } from "@/lib/server/auth/current-actor";
import { organisationOf } from "@/lib/server/queries/organisations/organisation-of";

/** What an address may say was done to it just now. */
const outcomes = ["added", "changed", "archived", "restored"] as const;

export default async function OrganisationPage({
  params,
  searchParams,
}: {
  params: Promise<{ locale: string; id: string }>;
  searchParams: Promise<{ done?: string | string[] }>;
}) {
  const { locale, id: asked } = await params;
  const { done: said } = await searchParams;
  const id = rowId.safeParse(asked);
  if (!isLocale(locale) || !id.success) notFound();
  setRequestLocale(locale);
  const here = organisationPath(locale, id.data);
  const actor = await requireActor(here);
  const view = await organisationOf(actor, id.data, locale);
  if (view === null) notFound();
  const [t, common] = await Promise.all([getTranslations("organisations"), getTranslations("common")]);
  const done = outcomes.find((outcome) => outcome === said);
  return (
    <WorkFrame
      actor={actor}
      locale={locale}
      plan={actor.roles[0]?.plan?.code ?? null}
      current="manage"
      words={["organisations.command"]}
    >
      <title>{common("pageTitle", { title: view.name })}</title>
      <main id="main" className="wrap">
        <Breadcrumb crumbs={[{ label: t("list.title"), href: organisationsPath(locale) }]} />
        <div className="head">
          <h1 className="wrap-anywhere">{view.name}</h1>
          {view.mayKeep && (
            <div className="commands">
              <ButtonLink look="main" href={organisationEditPath(here)}>
                {t("one.edit")}
              </ButtonLink>
              <OrganisationCommand
                command={view.isArchived ? "restore" : "archive"}
                locale={locale}
                organisation={view}
                action={ofPage(actor, view.isArchived ? restoreOrganisationAction : archiveOrganisationAction)}
              />
            </div>
          )}
        </div>
        {done && (
          <div className="mt-6">
            <Notice tone="ok" live>
              <p>{t("done", { done })}</p>
            </Notice>
          </div>
        )}
        {view.withoutReporter.length > 0 && (
          <div className="mt-6">
            <Notice tone="warning">
              <p>
                {t("one.noReporter", {
                  units: new Intl.ListFormat(locale, { type: "conjunction" }).format(view.withoutReporter),
                })}
              </p>
            </Notice>
          </div>
        )}
        <OrganisationFacts view={view} />
      </main>
    </WorkFrame>
  );
}
