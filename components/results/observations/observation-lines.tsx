import { ToldLine } from "@/components/observations/told-line";
import { languageOf } from "@/lib/i18n/language-of";
import { publicObservationPath } from "@/lib/i18n/paths";
import type { Locale } from "@/lib/i18n/routing";
import { beginningOf } from "@/lib/views/commitments/beginning-of";
import type { PublicObservation } from "@/lib/views/commitments/public-observation";
import type { ResultsPeriod } from "@/lib/views/results-plan";
import type { ObservationWords } from "./observation-words";
import { spokenIn } from "./spoken-in";

/** So much of the words stands in a list. */
const BEGINNING = 240;

/** Public observations under each other: about what and whom, who says what, and the reply. */
export function ObservationLines({
  observations,
  periods,
  words,
  root,
  locale,
}: {
  observations: readonly PublicObservation[];
  periods: readonly ResultsPeriod[];
  words: ObservationWords;
  root: string;
  locale: Locale;
}) {
  return (
    <ol className="observations">
      {observations.map((observation) => {
        const { number, said } = observation;
        const period = periods.find(({ code }) => code === observation.period)!;
        const subject = words.subject(observation);
        return (
          <li key={number}>
            <p className="kicker">
              {words.t("number", { number })} · {words.place(observation, period)}
              {said && ` · ${words.names(`kind.${said.kind}`)}`}
            </p>
            <h3>
              <a href={publicObservationPath(root, number)} lang={languageOf(subject, locale)}>
                {subject}
              </a>
            </h3>
            {said && (
              <p className="wrap-anywhere" lang={spokenIn(said.language, locale)}>
                {beginningOf(said.rounds[0]!.body, BEGINNING) || words.t("wordsTaken")}
              </p>
            )}
            {said?.shadow && (
              <p className="note">
                {words.t("beside.line", { title: words.t("beside.title"), value: words.shadow.inOneLine(said.shadow) })}
              </p>
            )}
            <p className="note">
              <ToldLine
                parts={[
                  ...(said ? [{ text: said.organisation ?? words.t("notNamed") }] : []),
                  ...words.standing(observation, root),
                ]}
              />
            </p>
          </li>
        );
      })}
    </ol>
  );
}
