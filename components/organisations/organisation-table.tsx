import { useLocale, useTranslations } from "next-intl";
import { useTableLabels } from "@/components/tables/use-table-labels";
import { organisationPath } from "@/lib/i18n/paths";
import type { TableView } from "@/lib/schemas/addresses/table-view";
import type { OrganisationListView } from "@/lib/views/site/organisation-view";
import { OrganisationRows } from "./organisation-rows";

/** The directory: what each organisation is called, what it is, for which units it works and where to read about it. */
export function OrganisationTable({
  view,
  asked,
  beside,
}: {
  view: OrganisationListView;
  asked: TableView;
  /** The query that asks for the organisations listed. */
  beside: string;
}) {
  const t = useTranslations("organisations");
  const locale = useLocale();
  const table = useTableLabels({
    find: t("list.find"),
    found: t.raw("list.found"),
    foundNone: t("list.foundNone"),
    ownOrder: t("list.ownOrder"),
  });
  const lists = new Intl.ListFormat(locale, { type: "unit" });
  return (
    <OrganisationRows
      organisations={view.organisations.map(({ kind, units, website, isArchived, ...organisation }) => ({
        ...organisation,
        href: organisationPath(locale, organisation.id),
        archived: isArchived ? t("archived") : null,
        kind: t("kind", { kind }),
        units: lists.format(units),
        website: website === null ? null : { href: website, host: new URL(website).host },
      }))}
      total={view.total}
      found={view.found}
      labels={{
        caption: t("list.all"),
        name: t("name"),
        kind: t("kindHead"),
        units: t("units"),
        website: t("website"),
        table,
      }}
      {...{ locale, asked, beside }}
    />
  );
}
