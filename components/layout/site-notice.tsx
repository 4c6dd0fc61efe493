import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";

/** What the site says of itself for now, under the head of its pages; nothing as a rule. */
export function SiteNotice({ readers }: { readers: "signedIn" | "everybody" }) {
  const common = useTranslations("common");
  const notice = common(`siteNotice.${readers}`);
  if (notice === "") return null;
  return (
    <section className="wrap mt-4" aria-label={common("noticeOfSite")}>
      <Notice>
        <p className="whitespace-pre-line">{notice.replace(/\n+/g, "\n")}</p>
      </Notice>
    </section>
  );
}
