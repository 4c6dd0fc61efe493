import { type WordsPlace, wordsPlace } from "@/components/report/kept/kept-words";
import type { ObservationHead } from "@/lib/views/commitments/observation-view";

// Where the browser keeps what is being written about observations, beside what it keeps of reports.

/** In the place of a report's unit: no unit has such a code. */
const observations = "observations";

interface Owner {
  userId: number;
  plan: string;
  unit: string;
  period: string;
}

/** Whose words, and of which observation; null: of one that isn't there yet. */
export const keptOwner = (userId: number, plan: string, id: number | null): Owner => ({
  userId,
  plan,
  unit: observations,
  period: id === null ? "new" : String(id),
});

const newForm = ({ unit, period, subject }: Pick<ObservationHead, "unit" | "period" | "subject">) =>
  `${unit.code} ${period} ${subject.of === "unit" ? "" : subject.code}`;

/** The forms from which an observation may have come: what it is about was chosen by the address, or in the form. */
export const newForms = (head: Pick<ObservationHead, "unit" | "period" | "subject">) => [
  newForm({ ...head, subject: { of: "unit" } }),
  newForm(head),
];

export const keptNew = (
  userId: number,
  plan: string,
  head: Pick<ObservationHead, "unit" | "period" | "subject">,
): WordsPlace => wordsPlace(userId, keptOwner(userId, plan, null), newForm(head));

/** The forms of one observation. */
export const formsOfOne = ["words", "reply", "sendBack", "speakAgain", "keyAction", "told", "translations"] as const;

/** @param unit for whom, where a page has the form for several */
export const keptOfOne = (
  userId: number,
  plan: string,
  id: number,
  form: (typeof formsOfOne)[number],
  unit: string | null = null,
): WordsPlace => wordsPlace(userId, keptOwner(userId, plan, id), unit === null ? form : `${form} ${unit}`);

const newRecommendation = (forum: number) => `recommendation ${forum}`;

/** A new recommendation of a forum, each in a place of its own. */
export const keptNewRecommendation = (userId: number, plan: string, forum: number): WordsPlace =>
  wordsPlace(userId, keptOwner(userId, plan, null), newRecommendation(forum));

/** The forms from which a recommendation may have come to where it stands, with the owner of their words. */
export const formsOfRecommendation = (userId: number, plan: string, { id, forum }: { id: number; forum: number }) => [
  ...formsOfOne.map((form) => ({ owner: keptOwner(userId, plan, id), form: form as string })),
  { owner: keptOwner(userId, plan, null), form: newRecommendation(forum) },
];
