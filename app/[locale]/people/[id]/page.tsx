import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { Fragment } from "react";
import { Breadcrumb } from "@/components/layout/breadcrumb";
import { personNameFrom } from "@/components/people/person-name";
import { PersonStateTag } from "@/components/people/person-state";
import { roleTextOf } from "@/components/people/role-text";
import { Notice } from "@/components/ui/notice";
import { momentsOf } from "@/lib/i18n/moments";
import { accountPath, invitationPath, peoplePath, personPath } from "@/lib/i18n/paths";
import { isLocale, nativeNames } from "@/lib/i18n/routing";
import { siteTimeZone } from "@/lib/i18n/site-time-zone";
import { idInAddress } from "@/lib/schemas/people/people-forms";
import { requireActor } from "@/lib/server/auth/current-actor";
import { personOf } from "@/lib/server/queries/people/person";
import { WorkFrame } from "../../work-frame";
import { DoneNotice } from "../done-notice";
import { AccountCommands } from "./account-commands";
import { ErasePerson } from "./erase-person";
import { HandOver } from "./hand-over";
import { PersonRoles } from "./person-roles";

export default async function PersonPage({
  params,
  searchParams,
}: {
  params: Promise<{ locale: string; id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { locale, id: typed } = await params;
  const id = idInAddress.safeParse(typed);
  if (!isLocale(locale) || !id.success) notFound();
  setRequestLocale(locale);
  const actor = await requireActor(personPath(locale, id.data));
  const person = await personOf(actor, id.data, locale, new Date());
  if (person === null) notFound();
  const [t, account, common] = await Promise.all([
    getTranslations("people"),
    getTranslations("auth.account"),
    getTranslations("common"),
  ]);
  const text = roleTextOf(t, account);
  const called = personNameFrom(common)(person.name);
  const { moment } = momentsOf(locale, siteTimeZone());
  const { email, organisation, language, state, createdAt, seenAt, linkedSince, openSessions, assignments } = person;
  const facts = [
    ...(state === "erased" ? [] : [[t("person.email"), email] as const]),
    [t("person.organisation"), organisation.name],
    [t("person.language"), isLocale(language) ? nativeNames[language] : language],
    [t("person.state"), <PersonStateTag key="state" state={state} />],
    [t("person.created"), moment(createdAt)],
    [t("person.seen"), seenAt === null ? t("person.never") : moment(seenAt)],
    [t("person.sessions"), openSessions],
    ...(linkedSince === null
      ? []
      : [[t("person.linked"), t("person.linkedSince", { at: moment(linkedSince) })] as const]),
    [t("person.assignments"), assignments],
  ] as const;
  return (
    <WorkFrame
      actor={actor}
      locale={locale}
      plan={actor.roles[0]?.plan?.code ?? null}
      current="manage"
      words={["people.copy", "people.form"]}
    >
      <title>{common("pageTitle", { title: called })}</title>
      <main id="main" className="wrap">
        <Breadcrumb crumbs={[{ label: t("list.title"), href: peoplePath(locale) }]} />
        <h1 className="wrap-anywhere">{called}</h1>
        <DoneNotice query={await searchParams} />
        {person.isOwn && (
          <div className="mt-6">
            <Notice>
              <p>
                {t("person.own")} <a href={accountPath(locale)}>{t("person.ownAccount")}</a>
              </p>
            </Notice>
          </div>
        )}
        <dl className="facts mt-4">
          {facts.map(([term, told]) => (
            <Fragment key={term}>
              <dt>{term}</dt>
              <dd className="wrap-anywhere">{told}</dd>
            </Fragment>
          ))}
        </dl>
        {state !== "erased" && <PersonRoles {...{ actor, person, locale }} />}
        {person.invitations.length > 0 && (
          <section className="block" aria-labelledby="invitations">
            <h2 id="invitations">{t("person.invitations")}</h2>
            <ul className="person-roles">
              {person.invitations.map(({ id, at, isOpen, mayKeep, ...role }) => {
                const words = { role: text.whole(role), at: moment(at) };
                const told = isOpen ? t("person.waits", words) : t("person.accepted", words);
                return (
                  <li key={id}>{mayKeep ? <a href={invitationPath(locale, id)}>{told}</a> : <span>{told}</span>}</li>
                );
              })}
            </ul>
          </section>
        )}
        <HandOver {...{ actor, person, locale }} />
        {person.mayKeep && <AccountCommands {...{ actor, person, locale }} />}
        <ErasePerson {...{ actor, person, locale }} />
      </main>
    </WorkFrame>
  );
}
