import { notFound, redirect } from "next/navigation";
import { useTranslations } from "next-intl";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { ForgetKeptPages } from "@/components/offline/forget-kept-pages";
import { PasskeySignIn } from "@/components/passkeys/passkey-sign-in";
import { ProviderForm, ProviderRefused } from "@/components/sign-in/provider-form";
import { SignInForm } from "@/components/sign-in/sign-in-form";
import { Notice } from "@/components/ui/notice";
import { Table } from "@/components/ui/table";
import { forgotPasswordPath, signInPath } from "@/lib/i18n/paths";
import { isLocale } from "@/lib/i18n/routing";
import { localPath } from "@/lib/schemas/addresses/local-path";
import { currentActor } from "@/lib/server/auth/current-actor";
import { homePath } from "@/lib/server/auth/home-path";
import { providerSettings } from "@/lib/server/auth/identity/provider-settings";
import { type DemoAccountView, demoAccountsForSignIn } from "@/lib/server/queries/demo-accounts-for-sign-in";
import { WorkFrame } from "../work-frame";
import { signInAction } from "./actions";

/** The accounts that anyone may try. Choosing one is a link, so that it works without JavaScript. */
function DemoAccounts({
  accounts,
  password,
  hrefOf,
}: {
  accounts: readonly DemoAccountView[];
  password: string;
  hrefOf: (email: string) => string;
}) {
  const t = useTranslations("auth.demo");
  const head = ["account", "organisation", "email"] as const;
  return (
    <section className="block">
      <h2>{t("title")}</h2>
      <p className="note">{t.rich("lead", { password: () => <b translate="no">{password}</b> })}</p>
      <Table
        caption={t("title")}
        stack
        head={head.map((key) => (
          <th key={key} scope="col">
            {t(key)}
          </th>
        ))}
      >
        {accounts.map(({ email, name, organisation }) => (
          <tr key={email}>
            <th scope="row">
              <a href={hrefOf(email)}>{name}</a>
            </th>
            <td data-name={t("organisation")}>{organisation}</td>
            <td data-name={t("email")}>{email}</td>
          </tr>
        ))}
      </Table>
    </section>
  );
}

export default async function SignInPage({
  params,
  searchParams,
}: {
  params: Promise<{ locale: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  setRequestLocale(locale);
  const query = await searchParams;
  const from = localPath(query.from);
  const [t, people, actor, accounts] = await Promise.all([
    getTranslations("auth.signIn"),
    getTranslations("people.done"),
    currentActor(),
    demoAccountsForSignIn(),
  ]);
  // From a public page, which doesn't know whether its reader is signed in.
  if (actor && "work" in query) redirect(await homePath(actor, locale));
  const provider = providerSettings()?.name ?? null;
  const chosen = accounts.find(({ email }) => email === query.account);
  const hrefOf = (account: string) =>
    `${signInPath(locale)}?${new URLSearchParams({ account, ...(from ? { from } : {}) })}`;
  return (
    <WorkFrame actor={actor} locale={locale} plan={null} current={null} words={["auth.signIn", "auth.passkeySignIn"]}>
      <main id="main" className="wrap">
        <meta name="description" content={t("lead")} />
        <ForgetKeptPages />
        <h1>{t("title")}</h1>
        <p className="lead">{t("lead")}</p>
        <div className="narrow">
          {"signed-out" in query && !actor && (
            <Notice tone="ok" live>
              <p>{t("signedOut")}</p>
            </Notice>
          )}
          {"password-set" in query && (
            <Notice tone="ok" live>
              <p>{people("passwordSet")}</p>
            </Notice>
          )}
          {actor && (
            <Notice>
              <p>{t("signedInAs", { name: actor.name })}</p>
            </Notice>
          )}
          {provider !== null && <ProviderRefused provider={provider} why={query.provider} minutes={query.minutes} />}
          <SignInForm
            key={chosen?.email}
            action={signInAction}
            locale={locale}
            from={from}
            chosen={chosen ? { email: chosen.email, password: chosen.password } : null}
          />
          <p>
            <a href={forgotPasswordPath(locale)}>{t("forgotten")}</a>
          </p>
          <p className="note">{t("help")}</p>
          {provider !== null && <ProviderForm provider={provider} locale={locale} from={from} />}
          <PasskeySignIn locale={locale} from={from} />
        </div>
        {accounts[0] && <DemoAccounts accounts={accounts} password={accounts[0].password} hrefOf={hrefOf} />}
      </main>
    </WorkFrame>
  );
}
