import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { Breadcrumb } from "@/components/layout/breadcrumb";
import { InviteSeveral } from "@/components/people/invite-several";
import { roleTextOf } from "@/components/people/role-text";
import { invitedColumns } from "@/lib/exchange/invited-lines";
import { invitePath, inviteSeveralPath, peoplePath } from "@/lib/i18n/paths";
import { isLocale } from "@/lib/i18n/routing";
import { longestPaste } from "@/lib/schemas/people/people-forms";
import { ofPage } from "@/lib/server/action";
import { requireActor } from "@/lib/server/auth/current-actor";
import { inviteChoices } from "@/lib/server/queries/people/invite-choices";
import { WorkFrame } from "../../../work-frame";
import { inviteSeveralAction } from "../../actions";
import { grantFields } from "../choices";

export default async function InviteSeveralPage({ params }: { params: Promise<{ locale: string }> }) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  setRequestLocale(locale);
  const actor = await requireActor(inviteSeveralPath(locale));
  const choices = await inviteChoices(actor, locale);
  if (choices === null) notFound();
  const [t, account, common] = await Promise.all([
    getTranslations("people"),
    getTranslations("auth.account"),
    getTranslations("common"),
  ]);
  return (
    <WorkFrame
      actor={actor}
      locale={locale}
      plan={actor.roles[0]?.plan?.code ?? null}
      current="manage"
      words={["people.form", "people.several"]}
    >
      <title>{common("pageTitle", { title: t("several.title") })}</title>
      <main id="main" className="wrap">
        <Breadcrumb
          crumbs={[
            { label: t("list.title"), href: peoplePath(locale) },
            { label: t("invite.title"), href: invitePath(locale) },
          ]}
        />
        <h1>{t("several.title")}</h1>
        <p className="lead">{t("several.lead")}</p>
        <div className="mt-6">
          <InviteSeveral
            locale={locale}
            longest={longestPaste}
            columns={invitedColumns.join(", ")}
            fields={grantFields(choices, roleTextOf(t, account), t, { locale, only: true })}
            action={ofPage(actor, inviteSeveralAction)}
          />
        </div>
      </main>
    </WorkFrame>
  );
}
