import { EvidenceLine } from "@/components/observations/evidence/evidence-line";
import { useSubjectWords } from "@/components/observations/subject-words";
import { correctionTold, ToldLine } from "@/components/observations/told-line";
import { type Formats, formatsOf } from "@/lib/i18n/formats";
import { languageOf } from "@/lib/i18n/language-of";
import type { TranslatorOf } from "@/lib/i18n/messages";
import type { Locale } from "@/lib/i18n/routing";
import type { ObservationView } from "@/lib/views/commitments/observation-view";
import { subjectText } from "@/lib/views/commitments/subject-view";

/** What civil society observed in the year, with the replies: the words of observations, as their reader may know them. */
export function ReportObservations({
  observations,
  t,
  names,
  day,
  locale,
  root,
  hrefOf,
}: {
  observations: readonly ObservationView[];
  t: TranslatorOf<"civilSociety">;
  names: TranslatorOf<"observations">;
  day: Formats["day"];
  locale: Locale;
  root: string;
  hrefOf: (observation: ObservationView) => string;
}) {
  const subjects = useSubjectWords();
  const { period: nameOf } = formatsOf(locale);
  return (
    <section className="block" aria-labelledby="observations">
      <h2 id="observations">{t("observations")}</h2>
      <p className="note">{t(observations.length === 0 ? "noObservations" : "observationsLead")}</p>
      {observations.length > 0 && (
        <ol className="observations">
          {observations.map((observation) => {
            const { id, number, unit, period, subject, kind, organisation, rounds } = observation;
            const about = subjectText(subject, null, subjects);
            const round = rounds.filter(({ stage }) => stage === "passed").at(-1)!;
            const due = round.dueOn ? day(round.dueOn) : "";
            const { reply } = round;
            return (
              <li key={id}>
                <p className="kicker">
                  {[names("place", { unit: unit.name, period: nameOf(period) }), names(`kind.${kind}`)].join(" · ")}
                </p>
                <h3>
                  <a href={hrefOf(observation)}>{names("name", { number: number ?? 0 })}</a>
                  {about && `: ${about}`}
                </h3>
                <p className="wrap-anywhere" lang={languageOf(round.body, locale)}>
                  {round.body || names("one.emptied")}
                </p>
                <p className="note">
                  <ToldLine
                    parts={[
                      { text: organisation ?? names("notTold") },
                      ...correctionTold(root, observation, names, day),
                    ]}
                  />
                </p>
                {reply ? (
                  <>
                    <p className="note">
                      {names("one.repliedOn", {
                        kind: names(`replyKind.${reply.kind}`),
                        day: day(reply.givenOn),
                        due,
                        late: reply.isLate ? "yes" : "no",
                      })}
                    </p>
                    <p className="wrap-anywhere" lang={languageOf(reply.body, locale)}>
                      {reply.body || names("one.emptied")}
                    </p>
                    <EvidenceLine evidence={reply.evidence} />
                  </>
                ) : (
                  round.response !== null && (
                    <p className="note">
                      {names(round.response === "awaited" ? "one.replyAwaited" : "one.noReply", {
                        asked: round.askedOn ? day(round.askedOn) : "",
                        due,
                      })}
                    </p>
                  )
                )}
              </li>
            );
          })}
        </ol>
      )}
    </section>
  );
}
