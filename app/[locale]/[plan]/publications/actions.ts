"use server";

import { redirect } from "next/navigation";
import { placePath, planPath, publicationPath } from "@/lib/i18n/paths";
import { publicationForm, publicationTransitionForm } from "@/lib/schemas/publications/publication-forms";
import { formAction } from "@/lib/server/action";
import { cancelPublication } from "@/lib/server/commands/cancel-publication";
import { deletePublication } from "@/lib/server/commands/delete-publication";
import { makePublicationAgain } from "@/lib/server/commands/make-publication-again";
import { requestPublication } from "@/lib/server/commands/request-publication";

const pathOf = (locale: string, plan: string, id: number) => publicationPath(planPath(locale, plan), id);

export const requestPublicationAction = formAction(
  publicationForm,
  async ({ actor }, { locale, plan, ...settings }) => {
    const { id } = await requestPublication(actor, plan, settings, new Date());
    redirect(pathOf(locale, plan, id));
  },
);

export const cancelPublicationAction = formAction(
  publicationTransitionForm,
  async ({ actor }, { locale, plan, id }) => {
    await cancelPublication(actor, plan, id, new Date());
    redirect(pathOf(locale, plan, id));
  },
);

export const makePublicationAgainAction = formAction(
  publicationTransitionForm,
  async ({ actor }, { locale, plan, id }) => {
    await makePublicationAgain(actor, plan, id, new Date());
    redirect(pathOf(locale, plan, id));
  },
);

export const deletePublicationAction = formAction(
  publicationTransitionForm,
  async ({ actor }, { locale, plan, id }) => {
    await deletePublication(actor, plan, id);
    redirect(`${placePath(planPath(locale, plan), "publications")}?done=deleted`);
  },
);
