import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { Breadcrumb } from "@/components/layout/breadcrumb";
import { RemovePasskeyForm, RenamePasskeyForm } from "@/components/passkeys/passkey-forms";
import { PageTitle } from "@/components/ui/page-title";
import { accountPath, passkeyPath, passkeysPath } from "@/lib/i18n/paths";
import { isLocale } from "@/lib/i18n/routing";
import { rowId } from "@/lib/schemas/forms/form-fields";
import { ofPage } from "@/lib/server/action";
import { requireActor } from "@/lib/server/auth/current-actor";
import { ownPasskeys } from "@/lib/server/queries/account/own-passkeys";
import { WorkFrame } from "../../../work-frame";
import { removePasskeyAction, renamePasskeyAction } from "../actions";

export default async function PasskeyPage({ params }: { params: Promise<{ locale: string; id: string }> }) {
  const { locale, id: typed } = await params;
  const id = rowId.safeParse(typed);
  if (!isLocale(locale) || !id.success) notFound();
  setRequestLocale(locale);
  const actor = await requireActor(passkeyPath(locale, id.data));
  const [t, passkeys] = await Promise.all([getTranslations("auth"), ownPasskeys(actor)]);
  const passkey = passkeys.find((each) => each.id === id.data);
  if (!passkey) notFound();
  return (
    <WorkFrame actor={actor} locale={locale} plan={null} current={null} words={["auth.passkeys"]}>
      <main id="main" className="wrap">
        <PageTitle title={passkey.name} />
        <Breadcrumb
          crumbs={[
            { label: t("account.title"), href: accountPath(locale) },
            { label: t("passkeys.title"), href: passkeysPath(locale) },
          ]}
        />
        <h1 className="wrap-anywhere">{passkey.name}</h1>
        <div className="narrow">
          <section className="block" aria-labelledby="rename">
            <h2 id="rename">{t("passkeys.renameTitle")}</h2>
            <RenamePasskeyForm action={ofPage(actor, renamePasskeyAction)} passkey={passkey} locale={locale} />
          </section>
          <section className="block" aria-labelledby="remove">
            <h2 id="remove">{t("passkeys.removeTitle")}</h2>
            <RemovePasskeyForm
              action={ofPage(actor, removePasskeyAction)}
              passkey={passkey}
              locale={locale}
              email={actor.email}
            />
          </section>
        </div>
      </main>
    </WorkFrame>
  );
}
