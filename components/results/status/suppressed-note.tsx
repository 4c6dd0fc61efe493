import { useTranslations } from "next-intl";
import type { ShownStatus } from "@/lib/views/shown-status";

/** What "suppressed" means, in the open beside the chips that say it; nothing where none of them does. */
export function SuppressedNote({ statuses }: { statuses: Iterable<ShownStatus> }) {
  const t = useTranslations("public.value");
  return new Set(statuses).has("suppressed") ? <p className="hint">{t("suppressedMeans")}</p> : null;
}
