import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { Fragment } from "react";
import { PasswordForm } from "@/components/account/password-form";
import { SignOutForm } from "@/components/account/sign-out-form";
import { MailChoicesForm } from "@/components/mail/mail-choices-form";
import { Notice } from "@/components/ui/notice";
import { PageTitle } from "@/components/ui/page-title";
import { accountPath } from "@/lib/i18n/paths";
import { isLocale } from "@/lib/i18n/routing";
import { ofPage } from "@/lib/server/action";
import { requireActor } from "@/lib/server/auth/current-actor";
import { account } from "@/lib/server/queries/account/account";
import { mailChoices } from "@/lib/server/queries/mail/mail-choices";
import { WorkFrame } from "../work-frame";
import { changePasswordAction, chooseMailAction, signOutAction } from "./actions";

export default async function AccountPage({ params }: { params: Promise<{ locale: string }> }) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  setRequestLocale(locale);
  const actor = await requireActor(accountPath(locale));
  const [t, mail, own, choices] = await Promise.all([
    ...([getTranslations("auth.account"), getTranslations("outbox.choices")] as const),
    ...([account(actor, locale), mailChoices(actor)] as const),
  ]);
  const roles = own.roles.map(({ role, unit, assignedIndicators }) => {
    const held = t("roleIn", { role: t("role", { role }), unit: unit ?? t("allUnits") });
    return assignedIndicators > 0 ? `${held} (${t("assigned", { count: assignedIndicators })})` : held;
  });
  const facts = [
    [t("name"), own.name],
    [t("email"), own.email],
    [t("organisation"), own.organisation],
    [t("roles"), roles.join("; ") || t("noRoles")],
  ];
  return (
    <WorkFrame
      actor={actor}
      locale={locale}
      plan={actor.roles[0]?.plan?.code ?? null}
      current={null}
      words={["auth.account", "outbox.choices"]}
    >
      <main id="main" className="wrap">
        <h1>{t("title")}</h1>
        <dl className="facts mt-4">
          {facts.map(([term, text]) => (
            <Fragment key={term}>
              <dt>{term}</dt>
              <dd className="wrap-anywhere">{text}</dd>
            </Fragment>
          ))}
        </dl>
        <SignOutForm action={ofPage(actor, signOutAction)} locale={locale} />
        <section className="block" id="mail" aria-labelledby="mail-title">
          <h2 id="mail-title">{mail("title")}</h2>
          <div className="narrow">
            <MailChoicesForm choices={choices} action={ofPage(actor, chooseMailAction)} />
          </div>
        </section>
        <section className="block" aria-labelledby="password">
          <h2 id="password">{t("passwordTitle")}</h2>
          {own.isDemo ? (
            <>
              <PageTitle title={t("title")} />
              <div className="narrow">
                <Notice>
                  <p>{t("demo")}</p>
                </Notice>
              </div>
            </>
          ) : (
            <>
              <p className="note">{t("passwordLead")}</p>
              <div className="narrow">
                <PasswordForm action={ofPage(actor, changePasswordAction)} email={own.email} />
              </div>
            </>
          )}
        </section>
      </main>
    </WorkFrame>
  );
}
