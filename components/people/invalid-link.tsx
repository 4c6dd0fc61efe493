import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { signInPath } from "@/lib/i18n/paths";

/** The one answer to every link that doesn't work: why it doesn't is nobody's business. */
export function InvalidLink({ locale }: { locale: string }) {
  const t = useTranslations("people.link");
  return (
    <>
      <h1>{t("invalidTitle")}</h1>
      <p className="lead">{t("invalidLead")}</p>
      <p className="mt-4">{t("haveAccount")}</p>
      <p className="mt-4">
        <ButtonLink href={signInPath(locale)}>{t("signIn")}</ButtonLink>
      </p>
    </>
  );
}
