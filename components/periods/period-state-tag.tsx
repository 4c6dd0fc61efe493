import { useTranslations } from "next-intl";
import { Icon, type IconName } from "@/components/ui/icon";
import { Tag, type TagTone } from "@/components/ui/tag";
import type { PeriodState } from "@/lib/domain/reports/report";

const looks: Record<PeriodState, { tone: TagTone; icon: IconName }> = {
  open: { tone: "blue", icon: "pencil" },
  closed: { tone: "plain", icon: "close" },
  locked: { tone: "plain", icon: "lock" },
};

export function PeriodStateTag({ state }: { state: PeriodState }) {
  const t = useTranslations("periods");
  const { tone, icon } = looks[state];
  return (
    <Tag tone={tone}>
      <Icon name={icon} /> {t("state", { state })}
    </Tag>
  );
}
