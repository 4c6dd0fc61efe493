import "server-only";
import type { Database } from "@/lib/server/db/client";
import { organisationNameIn } from "./organisation-name";

/** An organisation as a form offers it. */
export interface ListedOrganisation {
  id: number;
  name: string;
  isArchived: boolean;
}

/**
 * What the directory offers, in a language and its order of names.
 * @param kept rows that stand in the form already, also where they are archived since
 */
export const listedOrganisations = (
  client: Database["prisma"],
  language: string,
  kept: readonly number[],
): Promise<ListedOrganisation[]> => client.$queryRaw<ListedOrganisation[]>`
  SELECT o.id, ${organisationNameIn(language)} AS name, o.archived_at IS NOT NULL AS "isArchived" FROM organisation o
  WHERE o.archived_at IS NULL OR o.id = ANY(${[...kept]}::int[]) ORDER BY name`;
