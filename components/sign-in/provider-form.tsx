import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";

/**
 * Leads to the site's identity provider. It is a plain form: what it is answered leads the whole browser away.
 * @param provider what it is called
 */
export function ProviderForm({ provider, locale, from }: { provider: string; locale: string; from: string | null }) {
  const t = useTranslations("auth.provider");
  return (
    <form action="/api/auth/signin/oidc" method="post">
      <input type="hidden" name="locale" value={locale} />
      {from && <input type="hidden" name="from" value={from} />}
      <p>{t("or")}</p>
      <div className="actions">
        <Button type="submit">{t("signIn", { provider })}</Button>
      </div>
    </form>
  );
}

/** Why somebody who went there isn't signed in, as the address says it; nothing where it says nothing. */
export function ProviderRefused({ provider, why, minutes }: { provider: string; why: unknown; minutes: unknown }) {
  const t = useTranslations("auth.provider");
  if (typeof why !== "string") return null;
  const wait = typeof minutes === "string" && /^[1-9]\d?$/.test(minutes) ? Number(minutes) : 1;
  return (
    <Notice tone="error" live title={t("notSignedIn")}>
      <p>{t("why", { why, provider, minutes: wait })}</p>
    </Notice>
  );
}
