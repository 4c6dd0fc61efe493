import { useTranslations } from "next-intl";
import type { PublicReason } from "@/lib/domain/public-assessment";
import { formatsOf } from "@/lib/i18n/formats";
import type { Locale } from "@/lib/i18n/routing";

/** Why a status is "not assessed", in words. */
export function ReasonText({ reason, locale }: { reason: PublicReason; locale: Locale }) {
  return <p className="note">{useReason(locale)(reason)}</p>;
}

function useReason(locale: Locale): (reason: PublicReason) => string {
  const t = useTranslations("status.reason");
  const word = useTranslations("status.word");
  const formats = formatsOf(locale);
  return (reason) => {
    switch (reason.code) {
      case "noApprovedValue": {
        const { missing, lastStatus, lastYear } = reason.args;
        const why = missing === "none" ? t("noApprovedValue") : t(`missing.${missing}`);
        if (lastStatus === "none") return why;
        return `${why} ${t("lastStatus", { status: word(lastStatus), year: formats.year(lastYear) })}`;
      }
      case "baselinePeriod":
        return t("baselinePeriod", { date: formats.day(reason.args.measuredOn) });
      case "incomparableVersions":
        return t("incomparableVersions", reason.args);
      case "tooFewCountries":
        return t("tooFewCountries", reason.args);
      default:
        return t(reason.code);
    }
  };
}
