import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { Breadcrumb } from "@/components/layout/breadcrumb";
import { AddPasskeyForm } from "@/components/passkeys/add-passkey-form";
import { OwnPasskeys } from "@/components/passkeys/own-passkeys";
import { Notice } from "@/components/ui/notice";
import { PageTitle } from "@/components/ui/page-title";
import { accountPath, passkeysPath } from "@/lib/i18n/paths";
import { isLocale } from "@/lib/i18n/routing";
import { requireActor } from "@/lib/server/auth/current-actor";
import { ownPasskeys } from "@/lib/server/queries/account/own-passkeys";
import { WorkFrame } from "../../work-frame";

const doneWords = ["added", "renamed", "removed"] as const;

export default async function PasskeysPage({
  params,
  searchParams,
}: {
  params: Promise<{ locale: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  setRequestLocale(locale);
  const actor = await requireActor(passkeysPath(locale));
  const [t, passkeys, query] = await Promise.all([getTranslations("auth"), ownPasskeys(actor), searchParams]);
  const done = doneWords.find((each) => each === query.done);
  return (
    <WorkFrame actor={actor} locale={locale} plan={null} current={null} words={["auth.passkeys"]}>
      <main id="main" className="wrap">
        <PageTitle title={t("passkeys.title")} />
        <Breadcrumb crumbs={[{ label: t("account.title"), href: accountPath(locale) }]} />
        <h1>{t("passkeys.title")}</h1>
        <p className="lead">{t("passkeys.lead")}</p>
        {done && (
          <Notice tone="ok" live>
            <p>{t("passkeys.done", { done })}</p>
          </Notice>
        )}
        {actor.isDemo ? (
          <div className="narrow">
            <Notice>
              <p>{t("passkeys.demo")}</p>
            </Notice>
          </div>
        ) : (
          <>
            <section className="block" aria-labelledby="own">
              <h2 id="own">{t("passkeys.own")}</h2>
              {passkeys.length === 0 ? (
                <p>{t("passkeys.count", { count: 0 })}</p>
              ) : (
                <OwnPasskeys passkeys={passkeys} locale={locale} />
              )}
            </section>
            <section className="block" aria-labelledby="add">
              <h2 id="add">{t("passkeys.addTitle")}</h2>
              <div className="narrow">
                <AddPasskeyForm userId={actor.id} email={actor.email} locale={locale} />
              </div>
            </section>
          </>
        )}
      </main>
    </WorkFrame>
  );
}
