import { notFound } from "next/navigation";
import { useTranslations } from "next-intl";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { Fragment } from "react";
import { Breadcrumb } from "@/components/layout/breadcrumb";
import { type PeopleField, PeopleForm } from "@/components/people/people-form";
import { personNameFrom, usePersonName } from "@/components/people/person-name";
import { PersonStateTag } from "@/components/people/person-state";
import { roleTextOf, useRoleText } from "@/components/people/role-text";
import { Notice } from "@/components/ui/notice";
import { formerName } from "@/lib/domain/former-person";
import type { Actor } from "@/lib/domain/permissions";
import { momentsOf } from "@/lib/i18n/moments";
import { accountPath, invitationPath, peoplePath, personPath } from "@/lib/i18n/paths";
import { isLocale, nativeNames } from "@/lib/i18n/routing";
import { siteTimeZone } from "@/lib/i18n/site-time-zone";
import { idInAddress } from "@/lib/schemas/people/people-forms";
import { ofPage } from "@/lib/server/action";
import { requireActor } from "@/lib/server/auth/current-actor";
import { personOf } from "@/lib/server/queries/people/person";
import type { PersonView } from "@/lib/views/people/people-view";
import { WorkFrame } from "../../work-frame";
import { erasePersonAction, giveRoleAction, handOverWorkAction, takeRoleAction } from "../actions";
import { DoneNotice } from "../done-notice";
import { AccountCommands } from "./account-commands";

/** What goes and what stays, before somebody's data are erased; until they are disabled, that this comes first. */
function ErasePerson({ actor, person, locale }: { actor: Actor; person: PersonView; locale: string }) {
  const t = useTranslations("people.person");
  const name = usePersonName();
  if (!person.mayErase) return null;
  const former = name(formerName({ role: person.roles[0]?.role ?? null, id: person.id }));
  return (
    <section className="block" aria-labelledby="erase">
      <h2 id="erase">{t("erase")}</h2>
      <p className="note">{t("eraseLead")}</p>
      {person.state !== "disabled" ? (
        <p>{t("eraseFirst")}</p>
      ) : (
        <div className="commands">
          <PeopleForm
            command={{ label: t("erase") }}
            id="erase-person"
            action={ofPage(actor, erasePersonAction)}
            hidden={{ id: person.id, locale }}
            fields={[{ kind: "checkbox", name: "sure", label: t("eraseSure") }]}
            submit={{ label: t("erase"), sending: t("erasing") }}
          >
            <p>{t("eraseGoes")}</p>
            <p>{t("eraseStays", { former })}</p>
          </PeopleForm>
        </div>
      )}
    </section>
  );
}

/** For each country that somebody reports for: their work goes to somebody else who does. */
function HandOver({ actor, person, locale }: { actor: Actor; person: PersonView; locale: string }) {
  const t = useTranslations("people.person");
  if (person.handOver.length === 0) return null;
  return (
    <section className="block" aria-labelledby="hand-over">
      <h2 id="hand-over">{t("handOver")}</h2>
      {person.handOver.map(({ unitId, unit, assignments, isFocalPoint, people }) => {
        const withRole: PeopleField[] = isFocalPoint
          ? [{ kind: "checkbox", name: "withRole", label: t("handOverRole") }]
          : [];
        return (
          <div key={unitId}>
            <p className="note">{t("handOverLead", { count: assignments, unit })}</p>
            {people.length === 0 ? (
              <p>{t("handOverNone", { unit })}</p>
            ) : (
              <div className="commands">
                <PeopleForm
                  command={{ label: t("handOver"), about: unit }}
                  id={`hand-over-${unitId}`}
                  action={ofPage(actor, handOverWorkAction)}
                  hidden={{ id: person.id, locale, unit: unitId }}
                  fields={[{ kind: "select", name: "to", label: t("handOverTo"), options: people }, ...withRole]}
                  submit={{ label: t("handOver"), sending: t("handingOver") }}
                />
              </div>
            )}
          </div>
        );
      })}
    </section>
  );
}

/** The roles that somebody has, as far as the reader may know of them, and those that they may give and take. */
function PersonRoles({ actor, person, locale }: { actor: Actor; person: PersonView; locale: string }) {
  const t = useTranslations("people");
  const text = useRoleText();
  const form = { id: person.id, locale };
  const { give } = person;
  return (
    <section className="block" aria-labelledby="roles">
      <h2 id="roles">{t("person.roles")}</h2>
      {person.roles.length === 0 && <p className="note">{t("person.noRoles")}</p>}
      <ul className="person-roles">
        {person.roles.map(({ id, mayTake, ...role }) => (
          <li key={id}>
            <span>{text.whole(role)}</span>
            {mayTake && (
              <PeopleForm
                command={{ label: t("person.take"), about: text.whole(role) }}
                id={`take-${id}`}
                action={ofPage(actor, takeRoleAction)}
                hidden={{ ...form, grant: id }}
                submit={{ label: t("person.take"), sending: t("person.taking") }}
              >
                <p>{t("person.takeLead")}</p>
              </PeopleForm>
            )}
          </li>
        ))}
      </ul>
      {give && (
        <div className="commands">
          <PeopleForm
            command={{ label: t("person.give") }}
            id="give"
            action={ofPage(actor, giveRoleAction)}
            hidden={form}
            fields={[
              {
                kind: "select",
                name: "role",
                label: t("invite.role"),
                options: give.roles.map((role) => ({ value: role, label: text.role(role) })),
              },
              {
                kind: "select",
                name: "place",
                label: t("invite.place"),
                options: give.places.map((place) => ({ value: place.value, label: text.place(place) })),
              },
            ]}
            submit={{ label: t("person.give"), sending: t("person.giving") }}
          />
        </div>
      )}
    </section>
  );
}

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
