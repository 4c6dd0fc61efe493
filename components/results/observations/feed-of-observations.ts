import type { PublicObservation } from "@/lib/views/commitments/public-observation";
import type { ResultsPeriod } from "@/lib/views/results-plan";
import type { ObservationWords } from "./observation-words";

/** Whoever looks in now and then finds so many of the latest; the list has the others. */
const MOST = 50;

/**
 * Public observations as entries of a feed, the last changed first: an entry changes with its reply, a correction and its end,
 * so that a program that kept what was withdrawn is told.
 */
export function feedOfObservations(
  observations: readonly PublicObservation[],
  periods: readonly ResultsPeriod[],
  words: ObservationWords,
  root: string,
) {
  return observations
    .map((observation) => {
      const { number, said } = observation;
      const period = periods.find(({ code }) => code === observation.period)!;
      const last = said?.rounds.at(-1);
      return {
        number,
        title: words.title(observation, period),
        updated: changedAt(observation),
        author: said?.organisation ?? null,
        summary: [...words.standing(observation, root).map(({ text }) => text), ...valueBeside(said, words)].join(
          " · ",
        ),
        correction: words.correction(observation, root)[0]?.href ?? null,
        content: said && last?.body ? { text: last.body, language: said.language } : null,
      };
    })
    .sort((one, other) => other.updated.localeCompare(one.updated) || other.number - one.number)
    .slice(0, MOST);
}

function valueBeside(said: PublicObservation["said"], { t, shadow }: ObservationWords): string[] {
  if (!said?.shadow) return [];
  const parts = shadow.parts(said.shadow).map(({ name, value }) => `${name}: ${value}`);
  return [t("beside.line", { title: t("beside.title"), value: [shadow.whole(said.shadow), ...parts].join("; ") })];
}

/**
 * When something that readers see came to it last. Days are told, no times: so many seconds of the day as came to it on that
 * day, so that each of them changes it, with its end, which leaves nothing else to count, after all others.
 */
function changedAt({ said, end, endedOn, corrected, validity }: PublicObservation): string {
  const replies = said?.rounds.flatMap(({ reply }) => reply ?? []) ?? [];
  const days = [
    // What got no reply became public after its due date.
    ...(said?.rounds.map(({ dueOn, reply }) => reply?.givenOn ?? dueOn) ?? []),
    ...replies.flatMap(({ keyActions }) => keyActions.flatMap(({ doneOn }) => doneOn ?? [])),
    ...[corrected?.on, validity?.on, endedOn].filter((day) => day != null),
  ].sort();
  const last = days.at(-1)!;
  const came = days.filter((day) => day === last).length;
  // More than whatever else comes on one day: its author's end, and then that nothing of it is left.
  const seconds = said === null ? 59 : Math.min(came, 29) + (end !== null && last === endedOn ? 29 : 0);
  return `${last}T00:00:${String(seconds).padStart(2, "0")}Z`;
}
