import { useTranslations } from "next-intl";
import { passkeysPath } from "@/lib/i18n/paths";

/** On the page of one's own account: how many passkeys there are, and the way to them. */
export function PasskeysSection({ count, isDemo, locale }: { count: number; isDemo: boolean; locale: string }) {
  const t = useTranslations("auth.passkeys");
  return (
    <section className="block" aria-labelledby="passkeys">
      <h2 id="passkeys">{t("title")}</h2>
      <p className="note">{t(isDemo ? "demo" : "lead")}</p>
      {!isDemo && (
        <>
          <p>
            <b>{t("count", { count })}</b>
          </p>
          <p>
            <a href={passkeysPath(locale)}>{t("manage")}</a>
          </p>
        </>
      )}
    </section>
  );
}
