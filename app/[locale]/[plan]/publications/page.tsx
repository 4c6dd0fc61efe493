import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { publicationColumns } from "@/components/publication/publication-columns";
import { naming } from "@/components/publication/publication-name";
import { PublicationTable } from "@/components/publication/publication-table";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Notice } from "@/components/ui/notice";
import type { TranslatorOf } from "@/lib/i18n/messages";
import { newPublicationPath, newReleasePath, placePath, planPath } from "@/lib/i18n/paths";
import { isLocale, nativeNames } from "@/lib/i18n/routing";
import { ownAddress } from "@/lib/schemas/addresses/own-address";
import { tableViewAsked } from "@/lib/schemas/addresses/read-table-view";
import { addressFields } from "@/lib/schemas/reports/report-forms";
import { ofPage } from "@/lib/server/action";
import { requireActor } from "@/lib/server/auth/current-actor";
import { type PublicationWords, publicationList } from "@/lib/server/queries/publications/publication-list";
import { WorkFrame } from "../../work-frame";
import { cancelPublicationAction, makePublicationAgainAction } from "./actions";

export default async function PublicationsPage({
  params,
  searchParams,
}: {
  params: Promise<{ locale: string; plan: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { locale, plan } = await params;
  const { done, ...query } = await searchParams;
  if (!isLocale(locale) || !addressFields.plan.safeParse(plan).success) notFound();
  setRequestLocale(locale);
  const root = planPath(locale, plan);
  const actor = await requireActor(ownAddress(placePath(root, "publications"), await searchParams));
  const asked = tableViewAsked(query, publicationColumns);
  const view = await publicationList(actor, plan, locale, asked, wordsOf(await getTranslations("publications")));
  if (view === null) notFound();
  const [t, common, deletion, release] = await Promise.all([
    getTranslations("publications.list"),
    getTranslations("common"),
    getTranslations("publications.delete"),
    getTranslations("publications.release"),
  ]);
  return (
    <WorkFrame
      actor={actor}
      locale={locale}
      plan={plan}
      current="publications"
      words={["publications.transition", "publications.progress"]}
    >
      <title>{common("pageTitle", { title: t("title") })}</title>
      <main id="main" className="wrap">
        <div className="head">
          <div>
            <h1>{t("title")}</h1>
            <p className="lead">{t("lead")}</p>
          </div>
          <div className="commands">
            {view.mayRelease && <ButtonLink href={newReleasePath(root)}>{release("command")}</ButtonLink>}
            {view.mayMake && (
              <ButtonLink look="main" href={newPublicationPath(root)}>
                {t("make")}
              </ButtonLink>
            )}
          </div>
        </div>
        {done === "deleted" && (
          <div className="mt-6">
            <Notice tone="ok" live>
              <p>{deletion("done")}</p>
            </Notice>
          </div>
        )}
        {view.total === 0 ? (
          <div className="mt-6">
            <EmptyState title={t("none")}>
              <p>{t("noneLead")}</p>
            </EmptyState>
          </div>
        ) : (
          <section className="block first" aria-labelledby="made">
            <h2 id="made">{t("all")}</h2>
            <PublicationTable
              {...{ view, root, asked }}
              place={{ locale, plan }}
              actions={{
                cancel: ofPage(actor, cancelPublicationAction),
                again: ofPage(actor, makePublicationAgainAction),
              }}
            />
          </section>
        )}
      </main>
    </WorkFrame>
  );
}

/** A publication is found by what the list says of it. */
function wordsOf(t: TranslatorOf<"publications">): PublicationWords {
  const name = naming(t);
  const state: PublicationWords["state"] = ({ state }) => t("state", { state });
  return {
    name,
    state,
    text: (publication) => {
      const { isInternal, language } = publication.settings;
      const release = publication.release?.title ?? "";
      const readers = t(isInternal ? "internal" : "public");
      return `${name(publication)} ${state(publication)} ${readers} ${nativeNames[language]} ${publication.requestedBy} ${release}`;
    },
  };
}
