import type { OrganisationKind } from "@/lib/domain/permissions";

/** An organisation of the directory, in the reader's language where it has a name there. */
export interface OrganisationRow {
  id: number;
  name: string;
  acronym: string | null;
  kind: OrganisationKind;
  /** Names of the units that it works for. */
  units: string[];
  website: string | null;
  isArchived: boolean;
}

export interface OrganisationListView {
  organisations: OrganisationRow[];
  /** Of the kind that was asked for. */
  total: number;
  found: number;
  mayAdd: boolean;
}

export interface OrganisationView extends OrganisationRow {
  /** What it is called in each language, the site's first one before the others. */
  names: { locale: string; name: string }[];
  /** People with an account who belong to it; null for whoever may not see people. */
  people: number | null;
  /** Units whose platform it belongs to, and where nobody may begin its report; none for whoever may not see people. */
  withoutReporter: string[];
  rowVersion: number;
  mayKeep: boolean;
}

/** What the form to add or change one starts from. */
export interface OrganisationFormView {
  /** What is changed, as it was read; null where one is added. */
  present: { id: number; rowVersion: number } | null;
  name: string;
  names: Partial<Record<string, string>>;
  acronym: string;
  kind: OrganisationKind | null;
  website: string;
  unitIds: number[];
  /** Units that the person may choose among. */
  offered: { id: number; name: string }[];
  /** An organisation of no unit in particular isn't theirs to keep. */
  mustHaveUnit: boolean;
}
