import { useTranslations } from "next-intl";
import { Icon } from "@/components/ui/icon";

/** Who may read it: what isn't for the public can't be overlooked. */
export function Readership({ isInternal }: { isInternal: boolean }) {
  const t = useTranslations("publications");
  if (!isInternal) return t("public");
  return (
    <span className="internal-badge">
      <Icon name="lock" />
      {t("internal")}
    </span>
  );
}
