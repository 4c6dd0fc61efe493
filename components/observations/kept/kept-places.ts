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
  ...{ userId, plan, unit: observations, period: id === null ? "new" : String(id) },
});

const newForm = (unit: string, period: string, one: string | null) => `${unit} ${period} ${one ?? ""}`;

/** The forms from which an observation may have come: what it is about was chosen by the address, or in the form. */
export const newForms = ({
  unit,
  period,
  indicator,
  goal,
}: Pick<ObservationHead, "unit" | "period" | "indicator" | "goal">) => [
  newForm(unit.code, period, null),
  newForm(unit.code, period, (indicator ?? goal)?.code ?? null),
];

export const keptNew = (
  userId: number,
  plan: string,
  { unit, period, indicator, goal }: Pick<ObservationHead, "unit" | "period" | "indicator" | "goal">,
): WordsPlace =>
  wordsPlace(userId, keptOwner(userId, plan, null), newForm(unit.code, period, (indicator ?? goal)?.code ?? null));

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
