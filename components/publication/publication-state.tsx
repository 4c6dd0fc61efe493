import { useTranslations } from "next-intl";
import { Tag, type TagTone } from "@/components/ui/tag";
import type { PublicationState } from "@/lib/domain/publication";

const tones: Record<PublicationState, TagTone> = {
  queued: "blue",
  making: "blue",
  ready: "plain",
  failed: "red",
  cancelled: "plain",
};

export function PublicationStateTag({ state }: { state: PublicationState }) {
  const t = useTranslations("publications");
  return <Tag tone={tones[state]}>{t("state", { state })}</Tag>;
}
