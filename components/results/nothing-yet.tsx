import { useTranslations } from "next-intl";
import { EmptyState } from "@/components/ui/empty-state";

export function NothingYet() {
  const t = useTranslations("public.nothingYet");
  return (
    <EmptyState title={t("title")}>
      <p>{t("lead")}</p>
    </EmptyState>
  );
}
