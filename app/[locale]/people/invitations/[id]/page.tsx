import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { Fragment } from "react";
import { Breadcrumb } from "@/components/layout/breadcrumb";
import { CopyLink } from "@/components/people/copy-link";
import { PeopleForm } from "@/components/people/people-form";
import { roleTextOf } from "@/components/people/role-text";
import { Notice } from "@/components/ui/notice";
import { momentsOf } from "@/lib/i18n/moments";
import { invitationPath, invitationsPath, peoplePath } from "@/lib/i18n/paths";
import { isLocale, nativeNames } from "@/lib/i18n/routing";
import { siteTimeZone } from "@/lib/i18n/site-time-zone";
import { idInAddress } from "@/lib/schemas/people/people-forms";
import { ofPage } from "@/lib/server/action";
import { requireActor } from "@/lib/server/auth/current-actor";
import { invitationToKeep } from "@/lib/server/queries/people/open-invitations";
import { WorkFrame } from "../../../work-frame";
import { renewInvitationAction, revokeInvitationAction } from "../../actions";
import { DoneNotice } from "../../done-notice";

export default async function InvitationPage({
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
  const actor = await requireActor(invitationPath(locale, id.data));
  const invitation = await invitationToKeep(actor, id.data, locale, new Date());
  if (invitation === null) notFound();
  const [t, account, common] = await Promise.all([
    getTranslations("people"),
    getTranslations("auth.account"),
    getTranslations("common"),
  ]);
  const { moment } = momentsOf(locale, siteTimeZone());
  const { name, email, organisation, language, invitedBy, createdAt, expiresAt, isExpired, link } = invitation;
  const title = t("invitation.title", { name });
  const facts = [
    [t("invitation.email"), email],
    [t("invitation.organisation"), organisation],
    [t("invitation.role"), roleTextOf(t, account).whole(invitation)],
    [t("invitation.language"), isLocale(language) ? nativeNames[language] : language],
    [t("invitation.by"), invitedBy],
    [t("invitation.made"), moment(createdAt)],
    ...(isExpired ? [] : [[t("invitation.until"), moment(expiresAt)]]),
  ] as const;
  const form = { id: id.data, locale };
  return (
    <WorkFrame
      actor={actor}
      locale={locale}
      plan={actor.roles[0]?.plan?.code ?? null}
      current="manage"
      words={["people.copy", "people.form"]}
    >
      <title>{common("pageTitle", { title })}</title>
      <main id="main" className="wrap">
        <Breadcrumb
          crumbs={[
            { label: t("list.title"), href: peoplePath(locale) },
            { label: t("invitations.title"), href: invitationsPath(locale) },
          ]}
        />
        <h1 className="wrap-anywhere">{title}</h1>
        <DoneNotice query={await searchParams} isMailed={invitation.isMailed} />
        <dl className="facts mt-4">
          {facts.map(([term, text]) => (
            <Fragment key={term}>
              <dt>{term}</dt>
              <dd className="wrap-anywhere">{text}</dd>
            </Fragment>
          ))}
        </dl>
        <div className="mt-6">
          {isExpired ? (
            <Notice tone="warning">
              <p>{t("invitation.expired", { at: moment(expiresAt) })}</p>
            </Notice>
          ) : (
            <CopyLink id="link" label={t("invitation.link")} hint={t("invitation.linkHint", { email })} link={link} />
          )}
        </div>
        <div className="commands mt-6">
          <PeopleForm
            command={{ label: t("invitation.renew") }}
            id="renew"
            action={ofPage(actor, renewInvitationAction)}
            hidden={form}
            submit={{ label: t("invitation.renew"), sending: t("invitation.renewing") }}
          >
            <p>{t("invitation.renewLead")}</p>
          </PeopleForm>

          <PeopleForm
            command={{ label: t("invitation.revoke") }}
            id="revoke"
            action={ofPage(actor, revokeInvitationAction)}
            hidden={form}
            submit={{ label: t("invitation.revoke"), sending: t("invitation.revoking") }}
          >
            <p>{t("invitation.revokeLead")}</p>
          </PeopleForm>
        </div>
      </main>
    </WorkFrame>
  );
}
