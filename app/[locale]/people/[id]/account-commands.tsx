import { useLocale, useTranslations } from "next-intl";
import { CopyLink } from "@/components/people/copy-link";
import { type PeopleField, PeopleForm } from "@/components/people/people-form";
import { Notice } from "@/components/ui/notice";
import type { Actor } from "@/lib/domain/permissions";
import { momentsOf } from "@/lib/i18n/moments";
import { siteTimeZone } from "@/lib/i18n/site-time-zone";
import { ofPage } from "@/lib/server/action";
import type { PersonView } from "@/lib/views/people/people-view";
import {
  changePersonAction,
  clearBounceAction,
  makePasswordLinkAction,
  resetTwoStepAction,
  setPersonStateAction,
  unlinkIdentitiesAction,
} from "../actions";

/** What whoever keeps somebody's account does with it. */
export function AccountCommands({ actor, person, locale }: { actor: Actor; person: PersonView; locale: string }) {
  const t = useTranslations("people.person");
  const isActive = person.state !== "disabled";
  const form = { id: person.id, locale };
  return (
    <section className="block" aria-labelledby="account">
      <h2 id="account">{t("account")}</h2>
      {person.mailBouncedAt && <Bounced {...{ actor, form }} at={person.mailBouncedAt} />}
      {person.passwordLink && <PasswordLink link={person.passwordLink} />}
      <div className="commands">
        <ChangePerson {...{ actor, person, form }} />
        {isActive && !person.isDemo && (
          <PeopleForm
            command={{ label: t("makeLink") }}
            id="password-link"
            action={ofPage(actor, makePasswordLinkAction)}
            hidden={form}
            submit={{ label: t("makeLink"), sending: t("makingLink") }}
          >
            <p>{t("passwordLead")}</p>
          </PeopleForm>
        )}
        {person.mayResetTwoStep && (
          <PeopleForm
            command={{ label: t("resetTwoStep") }}
            id="two-step"
            action={ofPage(actor, resetTwoStepAction)}
            hidden={form}
            submit={{ label: t("resetTwoStep"), sending: t("resettingTwoStep") }}
          >
            <p>{t("resetTwoStepLead")}</p>
          </PeopleForm>
        )}
        {person.mayUnlink && (
          <PeopleForm
            command={{ label: t("unlink") }}
            id="unlink"
            action={ofPage(actor, unlinkIdentitiesAction)}
            hidden={form}
            submit={{ label: t("unlink"), sending: t("unlinking") }}
          >
            <p>{t("unlinkLead")}</p>
          </PeopleForm>
        )}
        <PeopleForm
          command={{ label: t(isActive ? "disable" : "enable") }}
          id="state"
          action={ofPage(actor, setPersonStateAction)}
          hidden={{ ...form, to: isActive ? "disabled" : "active" }}
          submit={
            isActive ? { label: t("disable"), sending: t("disabling") } : { label: t("enable"), sending: t("enabling") }
          }
        >
          <p>{t(isActive ? "disableLead" : "enableLead")}</p>
        </PeopleForm>
      </div>
    </section>
  );
}

function Bounced({ actor, form, at }: { actor: Actor; form: { id: number; locale: string }; at: string }) {
  const t = useTranslations("people.person");
  const { moment } = momentsOf(useLocale(), siteTimeZone());
  return (
    <Notice tone="warning">
      <p>{t("bounced", { at: moment(at) })}</p>
      <PeopleForm
        command={{ label: t("clearBounce") }}
        id="bounce"
        action={ofPage(actor, clearBounceAction)}
        hidden={form}
        submit={{ label: t("clearBounce"), sending: t("clearingBounce") }}
      >
        <p>{t("clearBounceLead")}</p>
      </PeopleForm>
    </Notice>
  );
}

function PasswordLink({ link: { link, expiresAt } }: { link: NonNullable<PersonView["passwordLink"]> }) {
  const t = useTranslations("people.person");
  const { moment } = momentsOf(useLocale(), siteTimeZone());
  return (
    <CopyLink
      id="password-link-address"
      label={t("passwordLink")}
      hint={t("passwordUntil", { at: moment(expiresAt) })}
      link={link}
    />
  );
}

/** The address is changed by whoever keeps people of all countries; for others it stays, and is sent as it is. */
function ChangePerson({
  actor,
  person: { name, email, organisation, mayChangeEmail, organisations },
  form,
}: {
  actor: Actor;
  person: PersonView;
  form: { id: number; locale: string };
}) {
  const t = useTranslations("people");
  const ofAddress: PeopleField[] = mayChangeEmail
    ? [{ kind: "email", name: "email", label: t("invite.email"), hint: t("invite.emailHint"), value: email }]
    : [];
  return (
    <PeopleForm
      command={{ label: t("person.change") }}
      id="change"
      action={ofPage(actor, changePersonAction)}
      hidden={{
        ...form,
        wasName: name,
        wasEmail: email,
        wasOrganisation: organisation.id,
        ...(mayChangeEmail ? {} : { email }),
      }}
      fields={[
        { kind: "text", name: "name", label: t("invite.name"), value: name },
        {
          kind: "select",
          name: "organisation",
          label: t("invite.organisation"),
          options: organisations.map(({ id, name }) => ({ value: String(id), label: name })),
          value: String(organisation.id),
        },
        ...ofAddress,
      ]}
      submit={{ label: t("person.save"), sending: t("person.changing") }}
    />
  );
}
