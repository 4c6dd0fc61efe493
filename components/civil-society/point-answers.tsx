import { EvidenceLine } from "@/components/observations/evidence/evidence-line";
import { KeyActionList } from "@/components/observations/key-actions/key-action-list";
import type { PointReplyKind } from "@/lib/domain/commitments/platform-report";
import type { Formats } from "@/lib/i18n/formats";
import { languageOf } from "@/lib/i18n/language-of";
import type { TranslatorOf } from "@/lib/i18n/messages";
import type { Locale } from "@/lib/i18n/routing";
import type { PlatformPointView, PointResponseView } from "@/lib/views/commitments/platform-view";

interface Words {
  t: TranslatorOf<"civilSociety">;
  names: TranslatorOf<"observations">;
  day: Formats["day"];
  locale: Locale;
  /** Whether the page is made anew each day: `KeyActionList`. */
  isOfToday: boolean;
}

/** What each unit that was asked says to a point, or by when it was to answer. */
export function PointAnswers({
  point: { responses },
  ...words
}: Words & {
  point: PlatformPointView;
}) {
  if (responses.length === 0) return null;
  return (
    <ul className="bare-list mt-3">
      {responses.map((response) => (
        <li key={response.unit.code}>
          <PointAnswer response={response} {...words} />
        </li>
      ))}
    </ul>
  );
}

/** What one of them says. */
export function PointAnswer({
  response: { unit, state, askedOn, dueOn, reply },
  t,
  names,
  day,
  locale,
  isOfToday,
}: Words & {
  response: PointResponseView;
}) {
  if (!reply)
    return (
      <p className="note">
        {t(state === "unanswered" ? "answer.none" : "answer.awaited", {
          unit: unit.name,
          asked: day(askedOn),
          due: day(dueOn),
        })}
      </p>
    );
  const { kind, body, evidence, givenOn, isLate, keyActions } = reply;
  return (
    <>
      <p className="note">
        {t("answer.of", {
          unit: unit.name,
          kind: t(`answer.kinds.${kind as PointReplyKind}`),
          day: day(givenOn),
          late: isLate ? "yes" : "no",
          due: day(dueOn),
        })}
      </p>
      <p className="wrap-anywhere whitespace-pre-line" lang={languageOf(body, locale)}>
        {body || t("emptied")}
      </p>
      <EvidenceLine evidence={evidence} />
      {keyActions.length > 0 && (
        <KeyActionList {...{ keyActions, isOfToday }} unit={unit.name} words={{ names, day }} />
      )}
    </>
  );
}
