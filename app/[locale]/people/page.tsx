import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { peopleColumns } from "@/components/people/people-columns";
import { PeopleTable } from "@/components/people/people-table";
import { roleTextOf } from "@/components/people/role-text";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { invitationsPath, invitePath, inviteSeveralPath, peoplePath } from "@/lib/i18n/paths";
import { isLocale } from "@/lib/i18n/routing";
import { ownAddress } from "@/lib/schemas/addresses/own-address";
import { tableViewAsked } from "@/lib/schemas/addresses/read-table-view";
import { requireActor } from "@/lib/server/auth/current-actor";
import { peopleList } from "@/lib/server/queries/people/people-list";
import { WorkFrame } from "../work-frame";
import { DoneNotice } from "./done-notice";

export default async function PeoplePage({
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
  const actor = await requireActor(ownAddress(peoplePath(locale), await searchParams));
  const asked = tableViewAsked(query, peopleColumns);
  const [t, account, common] = await Promise.all([
    getTranslations("people"),
    getTranslations("auth.account"),
    getTranslations("common"),
  ]);
  const words = { role: roleTextOf(t, account).role, state: (state: string) => t("state", { state }) };
  const view = await peopleList(actor, locale, asked, words, new Date());
  if (view === null) notFound();
  return (
    <WorkFrame actor={actor} locale={locale} plan={actor.roles[0]?.plan?.code ?? null} current="manage" words={[]}>
      <title>{common("pageTitle", { title: t("list.title") })}</title>
      <main id="main" className="wrap">
        <div className="head">
          <div>
            <h1>{t("list.title")}</h1>
            <p className="lead">{t("list.lead")}</p>
          </div>
          {view.mayInvite && (
            <div className="commands">
              <ButtonLink href={invitationsPath(locale)}>{t("invitations.title")}</ButtonLink>
              <ButtonLink href={inviteSeveralPath(locale)}>{t("invite.several")}</ButtonLink>
              <ButtonLink look="main" href={invitePath(locale)}>
                {t("invite.command")}
              </ButtonLink>
            </div>
          )}
        </div>
        <DoneNotice query={query} />
        {view.total === 0 ? (
          <div className="mt-6">
            <EmptyState title={t("list.none")}>
              <p>{t("list.noneLead")}</p>
            </EmptyState>
          </div>
        ) : (
          <section className="block first" aria-labelledby="people">
            <h2 id="people">{t("list.all")}</h2>
            <PeopleTable view={view} asked={asked} />
          </section>
        )}
      </main>
    </WorkFrame>
  );
}
