import { useTranslations } from "next-intl";
import type { PublicReason } from "@/lib/domain/progress/public-assessment";
import { formatsOf } from "@/lib/i18n/formats";
import { reasoning } from "@/lib/i18n/result-wording";
import type { Locale } from "@/lib/i18n/routing";

/** Why a status is "not assessed", in words. */
export function ReasonText({ reason, locale }: { reason: PublicReason; locale: Locale }) {
  const reasonOf = reasoning(useTranslations("status.reason"), useTranslations("status.word"), formatsOf(locale));
  return <p className="note">{reasonOf(reason)}</p>;
}
