import { useTranslations } from "next-intl";
import { Tag, type TagTone } from "@/components/ui/tag";
import type { MailState } from "@/lib/domain/mail";

const tones: Record<MailState, TagTone> = {
  waiting: "blue",
  sending: "blue",
  sent: "plain",
  kept: "plain",
  failed: "red",
  bounced: "red",
  unknown: "amber",
  dropped: "plain",
};

/** How a mail stands, and why where there is more to say. */
export function MailStateTag({ state, reason }: { state: MailState; reason: string | null }) {
  const t = useTranslations("outbox");
  const why = reason === null ? null : /^\d/.test(reason) ? t("answered", { answer: reason }) : t("reason", { reason });
  return (
    <>
      <Tag tone={tones[state]}>{t("state", { state })}</Tag>
      {why && <span className="unit block">{why}</span>}
    </>
  );
}
