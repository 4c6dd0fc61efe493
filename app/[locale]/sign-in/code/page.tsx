import { notFound, redirect } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { CodeForm } from "@/components/sign-in/code-form";
import { signInPath } from "@/lib/i18n/paths";
import { isLocale } from "@/lib/i18n/routing";
import { localPath } from "@/lib/schemas/addresses/local-path";
import { pendingToken } from "@/lib/server/auth/two-step/pending-cookie";
import { WorkFrame } from "../../work-frame";
import { signInCodeAction } from "./actions";

/** Where a code is given after the password. Nobody is signed in yet. */
export default async function SignInCodePage({
  params,
  searchParams,
}: {
  params: Promise<{ locale: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  setRequestLocale(locale);
  if ((await pendingToken()) === null) redirect(signInPath(locale));
  const from = localPath((await searchParams).from);
  const t = await getTranslations("auth.code");
  return (
    <WorkFrame actor={null} locale={locale} plan={null} current={null} words={["auth.code"]}>
      <main id="main" className="wrap">
        <h1>{t("title")}</h1>
        <p className="lead">{t("lead")}</p>
        <div className="narrow">
          <CodeForm action={signInCodeAction} locale={locale} from={from} />
          <p className="note">{t("help")}</p>
          <p>
            <a href={signInPath(locale)}>{t("again")}</a>
          </p>
        </div>
      </main>
    </WorkFrame>
  );
}
