import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { ForgetKeptPages } from "@/components/offline/forget-kept-pages";
import { InvalidLink } from "@/components/people/invalid-link";
import { PeopleForm } from "@/components/people/people-form";
import { roleTextOf } from "@/components/people/role-text";
import { Notice } from "@/components/ui/notice";
import type { Actor } from "@/lib/domain/permissions";
import { signInPath } from "@/lib/i18n/paths";
import { isLocale } from "@/lib/i18n/routing";
import { ofPage } from "@/lib/server/action";
import { currentActor } from "@/lib/server/auth/current-actor";
import { invitationOfLink, type OpenedInvitationView } from "@/lib/server/queries/people/opened-links";
import { WorkFrame } from "../../work-frame";
import { acceptInvitationAction, joinByInvitationAction } from "./actions";

/** Where a link that was handed over leads: open to anybody, and telling nobody who exists. */
export default async function AcceptInvitationPage({ params }: { params: Promise<{ locale: string; token: string }> }) {
  const { locale, token } = await params;
  if (!isLocale(locale)) notFound();
  setRequestLocale(locale);
  const [t, common, actor, invitation] = await Promise.all([
    getTranslations("people.link"),
    getTranslations("common"),
    currentActor(),
    invitationOfLink(token, locale),
  ]);
  const title = t(invitation ? "invitationTitle" : "invalidTitle");
  return (
    <WorkFrame
      actor={actor}
      locale={locale}
      plan={actor?.roles[0]?.plan?.code ?? null}
      current={null}
      words={["people.form"]}
    >
      <title>{common("pageTitle", { title })}</title>
      <meta name="robots" content="noindex" />
      <ForgetKeptPages />
      <main id="main" className="wrap">
        {invitation ? (
          <>
            <h1>{title}</h1>
            <Invited invitation={invitation} />
            <div className="narrow">
              <Accept {...{ actor, invitation, token, locale }} />
            </div>
          </>
        ) : (
          <InvalidLink locale={locale} />
        )}
      </main>
    </WorkFrame>
  );
}

async function Invited({ invitation }: { invitation: OpenedInvitationView }) {
  const [t, people, account] = await Promise.all([
    getTranslations("people.link"),
    getTranslations("people"),
    getTranslations("auth.account"),
  ]);
  return (
    <dl className="facts mt-4">
      <dt>{t("invited")}</dt>
      <dd className="wrap-anywhere">{roleTextOf(people, account).whole(invitation)}</dd>
      <dt>{people("invite.organisation")}</dt>
      <dd className="wrap-anywhere">{invitation.organisation}</dd>
      <dt>{t("email")}</dt>
      <dd className="wrap-anywhere">{invitation.email}</dd>
    </dl>
  );
}

/** Whoever is signed in takes the role into their own account; anybody else gets one. */
async function Accept({
  actor,
  invitation: { email, name },
  token,
  locale,
}: {
  actor: Actor | null;
  invitation: OpenedInvitationView;
  token: string;
  locale: string;
}) {
  const [t, common] = await Promise.all([getTranslations("people.link"), getTranslations("common")]);
  if (actor && actor.email !== email)
    return (
      <Notice>
        <p>{t("other", { email: actor.email, invited: email })}</p>
      </Notice>
    );
  if (actor)
    return (
      <PeopleForm
        id="join"
        action={ofPage(actor, joinByInvitationAction)}
        hidden={{ token, locale }}
        submit={{ label: t("join"), sending: t("joining") }}
        isMain
      >
        <p>{t("joinLead", { email })}</p>
      </PeopleForm>
    );
  return (
    <>
      <p>{t("invitationLead", { site: common("product") })}</p>
      <PeopleForm
        id="accept"
        action={acceptInvitationAction}
        hidden={{ token, locale }}
        username={email}
        fields={[
          { kind: "text", name: "name", label: t("name"), value: name },
          {
            kind: "password",
            name: "newPassword",
            label: t("password"),
            hint: t("passwordHint"),
            autoComplete: "new-password",
          },
          { kind: "password", name: "newPasswordAgain", label: t("passwordAgain"), autoComplete: "new-password" },
        ]}
        submit={{ label: t("accept"), sending: t("accepting") }}
        isMain
      />
      <p className="note">
        {t("haveAccount")} <a href={signInPath(locale)}>{t("signIn")}</a>
      </p>
    </>
  );
}
