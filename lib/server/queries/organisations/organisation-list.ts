import "server-only";
import { mayAddOrganisation } from "@/lib/domain/organisations";
import type { Actor, OrganisationKind } from "@/lib/domain/permissions";
import type { TableView } from "@/lib/schemas/addresses/table-view";
import { currentDatabase } from "@/lib/server/db/client";
import { nameOfNobodys } from "@/lib/server/people/organisation-of-nobody";
import { organisationUnits } from "@/lib/server/people/organisation-units";
import { hasWords, textOrder } from "@/lib/views/found-text";
import type { OrganisationListView, OrganisationRow } from "@/lib/views/site/organisation-view";

/** Organisations on one page of the list, where no more are asked for. */
const organisationsPerPage = 25;

/** Which organisations are listed. */
export interface OrganisationFilter {
  kind: OrganisationKind | null;
  /** Those that are archived as well. */
  archived: boolean;
}

interface Row {
  id: number;
  name: string;
  acronym: string | null;
  kind: OrganisationKind;
  website: string | null;
  isArchived: boolean;
  /** By language. */
  names: Record<string, string>;
  unitIds: number[];
}

/** Names have their order in the reader's language, and are found in every one: this reads all of those asked for. */
const ROWS = `
  SELECT o.id, o.name, o.acronym, o.kind::text AS kind, o.website, o.archived_at IS NOT NULL AS "isArchived",
    COALESCE((SELECT jsonb_object_agg(n.locale, n.name) FROM organisation_name n WHERE n.organisation_id = o.id), '{}')
      AS names,
    COALESCE((SELECT jsonb_agg(u.unit_id) FROM organisation_unit u WHERE u.organisation_id = o.id), '[]') AS "unitIds"
  FROM organisation o WHERE ($1::text IS NULL OR o.kind::text = $1) AND ($2 OR o.archived_at IS NULL) AND o.name <> $3`;

/**
 * The directory of organisations, for whoever is signed in.
 * @param asked the last page where there are fewer than it asks for
 * @param words what a kind is called, by which it is found and ordered
 */
export async function organisationList(
  actor: Actor,
  locale: string,
  asked: TableView,
  { kind, archived }: OrganisationFilter,
  words: { kind: (kind: OrganisationKind) => string },
): Promise<OrganisationListView> {
  const { pool } = await currentDatabase();
  const [{ rows }, units] = await Promise.all([
    pool.query<Row>({ name: "organisations", text: ROWS, values: [kind, archived, nameOfNobodys] }),
    organisationUnits(locale),
  ]);
  const order = [...units.keys()];
  const all = rows.map(({ names, unitIds, ...row }) => {
    const worksFor = order.filter((id) => unitIds.includes(id)).map((id) => units.get(id)!.name);
    const shown: OrganisationRow = { ...row, name: names[locale] ?? row.name, units: worksFor };
    return {
      shown,
      text: [row.name, ...Object.values(names), row.acronym, words.kind(row.kind), ...worksFor].join(" "),
    };
  });
  const isFound = hasWords(asked.find, locale);
  const compare = textOrder(locale);
  const byName = (one: OrganisationRow, other: OrganisationRow) => compare(one.name, other.name) || one.id - other.id;
  const column = asked.sort.replace(/^-/, "");
  const way = asked.sort.startsWith("-") ? -1 : 1;
  const found = all
    .filter(({ text }) => isFound(text))
    .map(({ shown }) => shown)
    .sort((one, other) =>
      column === "kind"
        ? way * compare(words.kind(one.kind), words.kind(other.kind)) || byName(one, other)
        : way * byName(one, other),
    );
  const size = asked.size ?? organisationsPerPage;
  const from = (Math.min(asked.page, Math.max(1, Math.ceil(found.length / size))) - 1) * size;
  return {
    organisations: found.slice(from, from + size),
    total: all.length,
    found: found.length,
    mayAdd: mayAddOrganisation(actor),
  };
}
