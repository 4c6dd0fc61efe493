import { useTranslations } from "next-intl";
import { Icon } from "@/components/ui/icon";

/**
 * Who is signed in, and the way out. Signing out changes something, so it is a form.
 * @param shortName shown in its place on a phone.
 * @param signOut server action; it reads the field `locale`.
 */
export function AccountMenu({
  name,
  shortName,
  locale,
  signOut,
}: {
  name: string;
  shortName: string;
  locale: string;
  signOut: (form: FormData) => Promise<void>;
}) {
  const t = useTranslations("auth.account");
  return (
    <details className="menu">
      <summary>
        <span className="full">{name}</span>
        <span className="abbr">{shortName}</span>
        <Icon name="chevronDown" />
      </summary>
      <div className="menu-list">
        <span className="abbr">{name}</span>
        <a href={`/${locale}/account`}>{t("title")}</a>
        <form action={signOut}>
          <input type="hidden" name="locale" value={locale} />
          <button type="submit">{t("signOut")}</button>
        </form>
      </div>
    </details>
  );
}
