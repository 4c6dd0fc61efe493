import { notFound } from "next/navigation";
import { setRequestLocale } from "next-intl/server";
import type { DeletionSubject } from "@/components/publication/delete-form";
import { planPath, publicationPath } from "@/lib/i18n/paths";
import { isLocale } from "@/lib/i18n/routing";
import { publicationAddress } from "@/lib/schemas/publications/publication-address";
import { ofPage } from "@/lib/server/action";
import { requireActor } from "@/lib/server/auth/current-actor";
import { publicationOf } from "@/lib/server/queries/publications/publication-list";
import { deletePublicationAction } from "../actions";

export type PublicationParams = Promise<{ locale: string; plan: string; id: string }>;

/**
 * The publication that a page is about, for whoever is signed in and may know of it; else the page isn't found.
 * @param part what follows in the page's address
 */
export async function openPublication(params: PublicationParams, part = "") {
  const { locale, ...segments } = await params;
  const address = publicationAddress.safeParse(segments);
  if (!isLocale(locale) || !address.success) notFound();
  setRequestLocale(locale);
  const { plan, id } = address.data;
  const root = planPath(locale, plan);
  const here = publicationPath(root, id);
  const actor = await requireActor(here + part);
  const publication = await publicationOf(actor, plan, id, locale);
  if (!publication) notFound();
  return { locale, plan, id, root, here, actor, publication };
}

/** What the deletion of the opened publication, of that name, is about. */
export function deletionOf(
  { locale, plan, id, actor, publication }: Awaited<ReturnType<typeof openPublication>>,
  name: string,
): DeletionSubject {
  const { files, version } = publication;
  return {
    locale,
    plan,
    id,
    name,
    files: files.length,
    version,
    action: ofPage(actor, deletePublicationAction),
  };
}
