import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { PeopleForm } from "@/components/people/people-form";
import { Notice } from "@/components/ui/notice";
import { forgotPasswordPath, signInPath } from "@/lib/i18n/paths";
import { isLocale } from "@/lib/i18n/routing";
import { currentActor } from "@/lib/server/auth/current-actor";
import { sendsMail } from "@/lib/server/queries/mail/sends-mail";
import { WorkFrame } from "../work-frame";
import { forgotPasswordAction } from "./actions";

/** Where somebody who forgot their password asks for a link to set another one, and is told the same whoever they are. */
export default async function ForgotPasswordPage({
  params,
  searchParams,
}: {
  params: Promise<{ locale: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  setRequestLocale(locale);
  const isAsked = "asked" in (await searchParams);
  const [t, common, actor] = await Promise.all([
    getTranslations("people.forgotten"),
    getTranslations("common"),
    currentActor(),
  ]);
  return (
    <WorkFrame actor={actor} locale={locale} plan={null} current={null} words={["people.form"]}>
      <title>{common("pageTitle", { title: t("title") })}</title>
      <main id="main" className="wrap">
        <h1>{t("title")}</h1>
        {!sendsMail() ? (
          <p className="lead">{t("noMail")}</p>
        ) : isAsked ? (
          <div className="narrow">
            <Notice tone="ok" live>
              <p>{t("asked")}</p>
            </Notice>
            <p>{t("askedLead")}</p>
            <p>
              <a href={forgotPasswordPath(locale)}>{t("again")}</a>
            </p>
          </div>
        ) : (
          <>
            <p className="lead">{t("lead")}</p>
            <div className="narrow">
              <PeopleForm
                id="forgotten"
                action={forgotPasswordAction}
                hidden={{ locale }}
                fields={[{ kind: "email", name: "email", label: t("email"), autoComplete: "username" }]}
                submit={{ label: t("submit"), sending: t("sending") }}
                isMain
              />
            </div>
          </>
        )}
        <p className="mt-4">
          <a href={signInPath(locale)}>{t("back")}</a>
        </p>
      </main>
    </WorkFrame>
  );
}
