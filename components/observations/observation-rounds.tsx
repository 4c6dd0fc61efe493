import { useLocale, useTranslations } from "next-intl";
import { formatsOf } from "@/lib/i18n/formats";
import type { ObservationRoundView, WorkingObservationView } from "@/lib/views/commitments/observation-view";
import { EvidenceLine } from "./evidence/evidence-line";
import { KeyActionList } from "./key-actions/key-action-list";

/** What was said in each round, and what was replied to it or when that was due. */
export function ObservationRounds({
  view: { unit, language },
  rounds,
}: {
  view: Pick<WorkingObservationView, "unit" | "language">;
  /** Those that aren't being written. */
  rounds: readonly ObservationRoundView[];
}) {
  const t = useTranslations("observations");
  const { day } = formatsOf(useLocale());
  return rounds.map(({ round, body, submittedOn, askedOn, dueOn, response, reply }) => {
    const due = dueOn ? day(dueOn) : "";
    const asked = askedOn ? day(askedOn) : "";
    return (
      <section key={round} className="block" aria-labelledby={`round-${round}`}>
        <h2 id={`round-${round}`}>{t("one.round", { round })}</h2>
        {submittedOn && <p className="note">{t("one.submitted", { day: day(submittedOn) })}</p>}
        <Said words={body} lang={language} />
        {response !== null && (
          <div className="mt-6">
            <h3>{t("one.replyOf", { unit: unit.name })}</h3>
            {reply ? (
              <>
                <p className="note">
                  {t("one.repliedOn", {
                    kind: t(`replyKind.${reply.kind}`),
                    day: day(reply.givenOn),
                    late: reply.isLate ? "yes" : "no",
                    due,
                  })}
                </p>
                <Said words={reply.body} />
                <EvidenceLine evidence={reply.evidence} />
                {reply.keyActions.length > 0 && (
                  <>
                    <h4 className="mt-4">{t("keyAction.title")}</h4>
                    <KeyActionList keyActions={reply.keyActions} unit={unit.name} words={{ names: t, day }} isOfToday />
                  </>
                )}
              </>
            ) : (
              <p>{t(response === "awaited" ? "one.replyAwaited" : "one.noReply", { asked, due })}</p>
            )}
          </div>
        )}
      </section>
    );
  });
}

function Said({ words, lang }: { words: string; lang?: string }) {
  const t = useTranslations("observations");
  if (words === "") return <p className="note">{t("one.emptied")}</p>;
  return (
    <p className="wrap-anywhere whitespace-pre-line prose mt-4" lang={lang}>
      {words}
    </p>
  );
}
