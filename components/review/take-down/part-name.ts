import { useTranslations } from "next-intl";
import type { PublicPart } from "@/lib/views/take-down-view";

/** What is taken down, as lists and fields call it. */
export function usePartName() {
  const t = useTranslations("review.narrative");
  return (part: PublicPart) =>
    part.kind === "narrative"
      ? `${part.pillar} ${part.title}: ${t("kind", { kind: part.narrative })}`
      : `${part.indicator} ${part.title}`;
}
