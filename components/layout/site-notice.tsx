import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";

/** What the site says of itself for now, under the head of its pages; nothing as a rule. */
export function SiteNotice({ readers }: { readers: "signedIn" | "everybody" }) {
  const notice = useTranslations("common.siteNotice")(readers);
  if (notice === "") return null;
  return (
    <div className="wrap mt-4">
      <Notice>
        <p className="whitespace-pre-line">{notice.replace(/\n+/g, "\n")}</p>
      </Notice>
    </div>
  );
}
