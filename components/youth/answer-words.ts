import type { Formats } from "@/lib/i18n/formats";
import type { TranslatorOf } from "@/lib/i18n/messages";
import type { AnswersDue, UnitAnswerView } from "@/lib/views/commitments/recommendation-view";

interface Words {
  t: TranslatorOf<"youth">;
  formats: Pick<Formats, "day" | "year">;
}

/** What a government answered and when, that it hasn't yet, or by which day it didn't. */
export function answerWords(
  { answer, givenOn, isLate }: Pick<UnitAnswerView, "answer" | "givenOn" | "isLate">,
  due: AnswersDue | null,
  { t, formats }: Words,
): string {
  if (answer === null) return due?.isPast ? t("noAnswerBy", { day: lastDay(due, formats) }) : t("noAnswer");
  return [t(`answer.${answer}`), givenOn && formats.day(givenOn), isLate && t("late")].filter(Boolean).join(", ");
}

/** The last day of the meeting at which answers are due; of some meetings only the year is known. */
export const lastDay = ({ meeting: { endsOn, year } }: AnswersDue, formats: Words["formats"]): string =>
  endsOn ? formats.day(endsOn) : formats.year(`${year}-07-01`);
