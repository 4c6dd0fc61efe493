import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { PublicationEntry } from "@/components/publication/publication-entry";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Notice } from "@/components/ui/notice";
import { Pager } from "@/components/ui/switches/pager";
import { newPublicationPath, placePath, planPath } from "@/lib/i18n/paths";
import { isLocale } from "@/lib/i18n/routing";
import { pageNumber } from "@/lib/schemas/addresses/page-number";
import { addressFields } from "@/lib/schemas/reports/report-forms";
import { ofPage } from "@/lib/server/action";
import { requireActor } from "@/lib/server/auth/current-actor";
import { publicationList } from "@/lib/server/queries/publication-list";
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
  const { done, page } = await searchParams;
  const asked = pageNumber(page);
  if (!isLocale(locale) || !addressFields.plan.safeParse(plan).success || asked === null) notFound();
  setRequestLocale(locale);
  const root = planPath(locale, plan);
  const here = placePath(root, "publications");
  const actor = await requireActor(here);
  const view = await publicationList(actor, plan, locale, asked);
  if (view === null) notFound();
  const [t, common, deletion] = await Promise.all([
    getTranslations("publications.list"),
    getTranslations("common"),
    getTranslations("publications.delete"),
  ]);
  const hrefOf = (number: number) => (number === 1 ? here : `${here}?page=${number}`);
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
          <ButtonLink look="main" href={newPublicationPath(root)}>
            {t("make")}
          </ButtonLink>
        </div>
        {done === "deleted" && (
          <div className="mt-6">
            <Notice tone="ok" live>
              <p>{deletion("done")}</p>
            </Notice>
          </div>
        )}
        {view.publications.length === 0 ? (
          <div className="mt-6">
            <EmptyState title={t("none")}>
              <p>{t("noneLead")}</p>
            </EmptyState>
          </div>
        ) : (
          <section className="block first" aria-labelledby="made">
            <h2 id="made">{t("all")}</h2>
            <ul className="publications">
              {view.publications.map((publication) => (
                <PublicationEntry
                  key={publication.id}
                  publication={publication}
                  present={view.version}
                  place={{ locale, plan }}
                  root={root}
                  here={hrefOf(view.page)}
                  actions={{
                    cancel: ofPage(actor, cancelPublicationAction),
                    again: ofPage(actor, makePublicationAgainAction),
                  }}
                />
              ))}
            </ul>
            <Pager
              page={view.page}
              pages={view.pages}
              hrefOf={hrefOf}
              words={{
                label: t("pages"),
                place: t("page", { page: view.page, pages: view.pages }),
                previous: t("newer"),
                next: t("older"),
              }}
            />
          </section>
        )}
      </main>
    </WorkFrame>
  );
}
