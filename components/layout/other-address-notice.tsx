import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";

/**
 * That the page was opened under another address than the site's: no form works there.
 * @param href the same place where it works
 */
export function OtherAddressNotice({
  typed,
  site,
  href,
  mayChange,
}: {
  typed: string;
  site: string;
  href: string;
  /** Whether the reader sees to the server's settings. */
  mayChange: boolean;
}) {
  const t = useTranslations("auth.otherAddress");
  const common = useTranslations("common");
  return (
    <section className="wrap mt-6" aria-label={common("noticeOfSite")}>
      <Notice tone="warning" title={t("title", { typed, site })}>
        <p>{t(mayChange ? "change" : "lead")}</p>
        <p>
          <a href={href}>{t("go", { site })}</a>
        </p>
      </Notice>
    </section>
  );
}
