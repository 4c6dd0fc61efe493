"use server";

import { redirect } from "next/navigation";
import { organisationPath } from "@/lib/i18n/paths";
import {
  newOrganisationForm,
  organisationCommandForm,
  organisationForm,
} from "@/lib/schemas/organisations/organisation-form";
import { formAction } from "@/lib/server/action";
import { addOrganisation } from "@/lib/server/commands/organisations/add-organisation";
import { archiveOrganisation } from "@/lib/server/commands/organisations/archive-organisation";
import { changeOrganisation } from "@/lib/server/commands/organisations/change-organisation";
import { restoreOrganisation } from "@/lib/server/commands/organisations/restore-organisation";

const fields = { organisationNameTaken: "name" } as const;
const done = (locale: string, id: number, what: string) => redirect(`${organisationPath(locale, id)}?done=${what}`);

export const addOrganisationAction = formAction(
  newOrganisationForm,
  async ({ actor }, { locale, entry }) => done(locale, await addOrganisation(actor, entry), "added"),
  fields,
);

export const changeOrganisationAction = formAction(
  organisationForm,
  async ({ actor }, { locale, entry, ...seen }) => {
    await changeOrganisation(actor, seen, entry);
    return done(locale, seen.id, "changed");
  },
  fields,
);

export const archiveOrganisationAction = formAction(organisationCommandForm, async ({ actor }, { locale, ...seen }) => {
  await archiveOrganisation(actor, seen, new Date());
  return done(locale, seen.id, "archived");
});

export const restoreOrganisationAction = formAction(organisationCommandForm, async ({ actor }, { locale, ...seen }) => {
  await restoreOrganisation(actor, seen);
  return done(locale, seen.id, "restored");
});
