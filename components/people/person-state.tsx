import { useTranslations } from "next-intl";
import { Icon, type IconName } from "@/components/ui/icon";
import { Tag, type TagTone } from "@/components/ui/tag";
import type { PersonState } from "@/lib/domain/invitation";

const looks: Record<PersonState, { tone: TagTone; icon: IconName }> = {
  active: { tone: "plain", icon: "check" },
  bounced: { tone: "amber", icon: "warning" },
  invited: { tone: "blue", icon: "arrowRight" },
  expired: { tone: "amber", icon: "warning" },
  disabled: { tone: "plain", icon: "lock" },
  erased: { tone: "plain", icon: "close" },
};

/** How somebody stands, always in words. */
export function PersonStateTag({ state }: { state: PersonState }) {
  const t = useTranslations("people");
  const { tone, icon } = looks[state];
  return (
    <Tag tone={tone}>
      <Icon name={icon} /> {t("state", { state })}
    </Tag>
  );
}
