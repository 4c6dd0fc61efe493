import { answersDueOn } from "@/lib/domain/commitments/recommendation";
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

/** The last day on which answers are in time. */
export const lastDay = ({ meeting }: AnswersDue, formats: Words["formats"]): string =>
  formats.day(answersDueOn(meeting));

/** At which meeting answers are or were due, and that its days aren't set where they aren't: it is over with its year. */
export function dueWords({ meeting, isPast }: AnswersDue, days: string | null, { t, formats }: Words): string {
  const said = { meeting: meeting.title, day: days ?? formats.day(answersDueOn(meeting)) };
  if (isPast) return t("wasDueAt", said);
  return t(meeting.endsOn === null ? "dueNoDay" : "dueAt", said);
}
