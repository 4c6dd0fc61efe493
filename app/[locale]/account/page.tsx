import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { Fragment } from "react";
import { OwnIdentities } from "@/components/account/own-identities";
import { OwnSessions } from "@/components/account/own-sessions";
import { PasswordForm } from "@/components/account/password-form";
import { SignOutForm } from "@/components/account/sign-out-form";
import { MailChoicesForm } from "@/components/mail/mail-choices-form";
import { PasskeysSection } from "@/components/passkeys/passkeys-section";
import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { PageTitle } from "@/components/ui/page-title";
import { accountPath, twoStepPath } from "@/lib/i18n/paths";
import { isLocale } from "@/lib/i18n/routing";
import { ofPage } from "@/lib/server/action";
import { requireSession } from "@/lib/server/auth/current-actor";
import { account } from "@/lib/server/queries/account/account";
import { ownIdentities } from "@/lib/server/queries/account/own-identities";
import { ownPasskeys } from "@/lib/server/queries/account/own-passkeys";
import { ownSessions } from "@/lib/server/queries/account/own-sessions";
import { twoStepOf } from "@/lib/server/queries/account/two-step";
import { mailChoices } from "@/lib/server/queries/mail/mail-choices";
import { WorkFrame } from "../work-frame";
import {
  changePasswordAction,
  chooseMailAction,
  endOtherSessionsAction,
  endSessionAction,
  signOutAction,
  unlinkIdentityAction,
} from "./actions";

export default async function AccountPage({
  params,
  searchParams,
}: {
  params: Promise<{ locale: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  setRequestLocale(locale);
  const { id, actor } = await requireSession(accountPath(locale));
  const now = new Date();
  const [t, mail, sessions, twoStep, data, identity] = await Promise.all([
    ...([
      getTranslations("auth.account"),
      getTranslations("outbox.choices"),
      getTranslations("auth.sessions"),
    ] as const),
    ...([getTranslations("auth.twoStep"), getTranslations("auth.data"), getTranslations("auth.identities")] as const),
  ]);
  const [own, choices, signedIn, second, identities, passkeys, { done }] = await Promise.all([
    ...([account(actor, locale), mailChoices(actor), ownSessions(actor, id, now), twoStepOf(actor, now)] as const),
    ...([ownIdentities(actor), ownPasskeys(actor), searchParams] as const),
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
      words={["auth.account", "auth.identities", "entryForm.unsent", "outbox.choices"]}
    >
      <main id="main" className="wrap">
        <h1>{t("title")}</h1>
        {(done === "session" || done === "sessions") && (
          <Notice tone="ok" live>
            <p>{sessions("done", { done })}</p>
          </Notice>
        )}
        {done === "two-step-off" && second.state !== "on" && (
          <Notice tone="ok" live>
            <p>{twoStep("isOff")}</p>
          </Notice>
        )}
        {done === "unlinked" && (
          <Notice tone="ok" live>
            <p>{identity("done")}</p>
          </Notice>
        )}
        <dl className="facts mt-4">
          {facts.map(([term, text]) => (
            <Fragment key={term}>
              <dt>{term}</dt>
              <dd className="wrap-anywhere">{text}</dd>
            </Fragment>
          ))}
        </dl>
        <SignOutForm action={ofPage(actor, signOutAction)} userId={actor.id} locale={locale} />
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
        <section className="block" aria-labelledby="two-step">
          <h2 id="two-step">{twoStep("title")}</h2>
          <p className="note">{twoStep(own.isDemo ? "demo" : "lead")}</p>
          {!own.isDemo && (
            <>
              <p>
                <b>{twoStep("state", { state: second.state === "on" ? "on" : "off" })}</b>
                {second.state === "on" && <> · {twoStep("left", { count: second.recoveryCodesLeft })}</>}
              </p>
              <p>
                <a href={twoStepPath(locale)}>{twoStep(second.state === "on" ? "change" : "setUp")}</a>
              </p>
            </>
          )}
        </section>
        <OwnIdentities
          view={identities}
          email={own.email}
          locale={locale}
          unlink={ofPage(actor, unlinkIdentityAction)}
        />
        <PasskeysSection count={passkeys.length} isDemo={own.isDemo} locale={locale} />
        <section className="block" aria-labelledby="sessions">
          <h2 id="sessions">{sessions("title")}</h2>
          <p className="note">{sessions("lead")}</p>
          <OwnSessions
            sessions={signedIn}
            locale={locale}
            end={ofPage(actor, endSessionAction)}
            endOthers={ofPage(actor, endOtherSessionsAction)}
          />
        </section>
        {!actor.twoStepDue && (
          <section className="block" aria-labelledby="data">
            <h2 id="data">{data("title")}</h2>
            <p className="note">{data("lead")}</p>
            <ButtonLink href="/api/account/data" download>
              {data("download")}
            </ButtonLink>
          </section>
        )}
      </main>
    </WorkFrame>
  );
}
