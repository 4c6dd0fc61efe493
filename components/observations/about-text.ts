import { useLocale, useTranslations } from "next-intl";
import { useSubjectWords } from "@/components/observations/subject-words";
import { formatsOf } from "@/lib/i18n/formats";
import type { ObservationHead } from "@/lib/views/commitments/observation-view";
import { subjectText } from "@/lib/views/commitments/subject-view";

type Subject = Pick<ObservationHead, "unit" | "period" | "subject">;

/** What an observation is about, in words: `Thailand, 2016: G2.1-a Number of …`. */
export function useAboutText(): (subject: Subject) => string {
  const t = useTranslations("observations");
  const subjects = useSubjectWords();
  const { period: nameOf } = formatsOf(useLocale());
  return ({ unit, period, subject }) =>
    [t("place", { unit: unit.name, period: nameOf(period) }), subjectText(subject, null, subjects)]
      .filter((part) => part !== null)
      .join(": ");
}
