import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { organisationColumns } from "@/components/organisations/organisation-columns";
import { OrganisationFilter } from "@/components/organisations/organisation-filter";
import { OrganisationTable } from "@/components/organisations/organisation-table";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { organisationKinds } from "@/lib/domain/permissions";
import { newOrganisationPath, organisationsPath } from "@/lib/i18n/paths";
import { isLocale } from "@/lib/i18n/routing";
import { ownAddress } from "@/lib/schemas/addresses/own-address";
import { tableViewAsked } from "@/lib/schemas/addresses/read-table-view";
import { queryOfTable } from "@/lib/schemas/addresses/table-view";
import { requireActor } from "@/lib/server/auth/current-actor";
import { organisationList } from "@/lib/server/queries/organisations/organisation-list";
import { WorkFrame } from "../work-frame";

export default async function OrganisationsPage({
  params,
  searchParams,
}: {
  params: Promise<{ locale: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { locale } = await params;
  const query = await searchParams;
  if (!isLocale(locale)) notFound();
  setRequestLocale(locale);
  const actor = await requireActor(ownAddress(organisationsPath(locale), await searchParams));
  const [t, common] = await Promise.all([getTranslations("organisations"), getTranslations("common")]);
  const asked = tableViewAsked(query, organisationColumns);
  const filter = {
    kind: organisationKinds.find((kind) => kind === query.kind) ?? null,
    archived: query.archived === "on",
  };
  const view = await organisationList(actor, locale, asked, filter, { kind: (kind) => t("kind", { kind }) });
  const beside = new URLSearchParams({
    ...(filter.kind && { kind: filter.kind }),
    ...(filter.archived && { archived: "on" }),
  });
  const isFiltered = [...beside].length > 0;
  return (
    <WorkFrame actor={actor} locale={locale} plan={actor.roles[0]?.plan?.code ?? null} current="manage">
      <title>{common("pageTitle", { title: t("list.title") })}</title>
      <main id="main" className="wrap">
        <div className="head">
          <div>
            <h1>{t("list.title")}</h1>
            <p className="lead">{t("list.lead")}</p>
          </div>
          {view.mayAdd && (
            <div className="commands">
              <ButtonLink look="main" href={newOrganisationPath(locale)}>
                {t("list.add")}
              </ButtonLink>
            </div>
          )}
        </div>
        {(view.total > 0 || isFiltered) && (
          <OrganisationFilter
            {...filter}
            table={queryOfTable({ ...asked, page: 1 }, new URLSearchParams(), organisationColumns)}
          />
        )}
        {view.total === 0 ? (
          <div className="mt-6">
            <EmptyState title={t(isFiltered ? "list.noneOfKind" : "list.none")}>
              <p>{t(isFiltered ? "list.noneOfKindLead" : "list.noneLead")}</p>
            </EmptyState>
          </div>
        ) : (
          <section className="block first" aria-labelledby="all">
            <h2 id="all">{t("list.all")}</h2>
            <OrganisationTable {...{ view, asked }} beside={beside.toString()} />
          </section>
        )}
      </main>
    </WorkFrame>
  );
}
