import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { InvalidLink } from "@/components/people/invalid-link";
import { PeopleForm } from "@/components/people/people-form";
import { isLocale } from "@/lib/i18n/routing";
import { currentActor } from "@/lib/server/auth/current-actor";
import { personOfPasswordLink } from "@/lib/server/queries/people/opened-links";
import { WorkFrame } from "../../work-frame";
import { resetPasswordAction } from "./actions";

/** Where a link to set a forgotten password leads: open to anybody, and telling nobody who exists. */
export default async function ResetPasswordPage({ params }: { params: Promise<{ locale: string; token: string }> }) {
  const { locale, token } = await params;
  if (!isLocale(locale)) notFound();
  setRequestLocale(locale);
  const [t, common, actor, person] = await Promise.all([
    getTranslations("people.link"),
    getTranslations("common"),
    currentActor(),
    personOfPasswordLink(token),
  ]);
  return (
    <WorkFrame
      actor={actor}
      locale={locale}
      plan={actor?.roles[0]?.plan?.code ?? null}
      current={null}
      words={["people.form"]}
    >
      <title>{common("pageTitle", { title: t(person ? "resetTitle" : "invalidTitle") })}</title>
      <meta name="robots" content="noindex" />
      <main id="main" className="wrap">
        {person ? (
          <>
            <h1>{t("resetTitle")}</h1>
            <p className="lead wrap-anywhere">{person.email}</p>
            <div className="narrow">
              <p>{t("resetLead")}</p>
              <PeopleForm
                id="reset"
                action={resetPasswordAction}
                hidden={{ token, locale }}
                username={person.email}
                fields={[
                  {
                    kind: "password",
                    name: "newPassword",
                    label: t("password"),
                    hint: t("passwordHint"),
                    autoComplete: "new-password",
                  },
                  {
                    kind: "password",
                    name: "newPasswordAgain",
                    label: t("passwordAgain"),
                    autoComplete: "new-password",
                  },
                ]}
                submit={{ label: t("set"), sending: t("setting") }}
                isMain
              />
            </div>
          </>
        ) : (
          <InvalidLink locale={locale} />
        )}
      </main>
    </WorkFrame>
  );
}
