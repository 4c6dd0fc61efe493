import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { Breadcrumb } from "@/components/layout/breadcrumb";
import { PeopleForm } from "@/components/people/people-form";
import { roleTextOf } from "@/components/people/role-text";
import { ButtonLink } from "@/components/ui/button";
import { invitePath, inviteSeveralPath, peoplePath } from "@/lib/i18n/paths";
import { isLocale } from "@/lib/i18n/routing";
import { ofPage } from "@/lib/server/action";
import { requireActor } from "@/lib/server/auth/current-actor";
import { inviteChoices } from "@/lib/server/queries/people/invite-choices";
import { WorkFrame } from "../../work-frame";
import { inviteAction } from "../actions";
import { grantFields } from "./choices";

export default async function InvitePage({ params }: { params: Promise<{ locale: string }> }) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  setRequestLocale(locale);
  const actor = await requireActor(invitePath(locale));
  const choices = await inviteChoices(actor, locale);
  if (choices === null) notFound();
  const [t, account, common] = await Promise.all([
    getTranslations("people"),
    getTranslations("auth.account"),
    getTranslations("common"),
  ]);
  const grants = grantFields(choices, roleTextOf(t, account), t, { locale, only: true });
  return (
    <WorkFrame
      actor={actor}
      locale={locale}
      plan={actor.roles[0]?.plan?.code ?? null}
      current="manage"
      words={["people.form"]}
    >
      <title>{common("pageTitle", { title: t("invite.title") })}</title>
      <main id="main" className="wrap">
        <Breadcrumb crumbs={[{ label: t("list.title"), href: peoplePath(locale) }]} />
        <h1>{t("invite.title")}</h1>
        <p className="lead">{t("invite.lead")}</p>
        <p className="mt-4">
          <a href={inviteSeveralPath(locale)}>{t("invite.several")}</a>
        </p>
        <div className="narrow">
          <PeopleForm
            id="invite"
            action={ofPage(actor, inviteAction)}
            hidden={{ locale }}
            fields={[
              { kind: "email", name: "email", label: t("invite.email"), hint: t("invite.emailHint") },
              { kind: "text", name: "name", label: t("invite.name") },
              ...grants,
            ]}
            submit={{ label: t("invite.submit"), sending: t("invite.sending") }}
            isMain
            cancel={<ButtonLink href={peoplePath(locale)}>{common("cancel")}</ButtonLink>}
          />
        </div>
      </main>
    </WorkFrame>
  );
}
