import { useTranslations } from "next-intl";
import type { TranslatorOf } from "@/lib/i18n/messages";
import type { SubjectWords } from "@/lib/views/commitments/subject-view";

/** Words around what an observation is about, of the namespace `country`, which every language has. */
export const subjectWords = (country: TranslatorOf<"country">): SubjectWords => ({
  part: (kind) => country(`narratives.${kind}`),
  former: (subject) => country("formerSubject", { subject }),
});

export const useSubjectWords = (): SubjectWords => subjectWords(useTranslations("country"));
