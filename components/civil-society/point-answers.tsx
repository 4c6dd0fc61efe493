import type { PointReplyKind } from "@/lib/domain/commitments/platform-report";
import type { Formats } from "@/lib/i18n/formats";
import { languageOf } from "@/lib/i18n/language-of";
import type { TranslatorOf } from "@/lib/i18n/messages";
import type { Locale } from "@/lib/i18n/routing";
import type { PlatformPointView, PointResponseView } from "@/lib/views/commitments/platform-view";

/** What each unit that was asked says to a point, or by when it was to answer. */
export function PointAnswers({
  point: { responses },
  t,
  day,
  locale,
}: {
  point: PlatformPointView;
  t: TranslatorOf<"civilSociety">;
  day: Formats["day"];
  locale: Locale;
}) {
  if (responses.length === 0) return null;
  return (
    <ul className="bare-list mt-3">
      {responses.map((response) => (
        <li key={response.unit.code}>
          <PointAnswer {...{ response, t, day, locale }} />
        </li>
      ))}
    </ul>
  );
}

function PointAnswer({
  response: { unit, state, askedOn, dueOn, reply },
  t,
  day,
  locale,
}: {
  response: PointResponseView;
  t: TranslatorOf<"civilSociety">;
  day: Formats["day"];
  locale: Locale;
}) {
  if (!reply)
    return (
      <p className="note">
        {t(state === "unanswered" ? "answer.none" : "answer.awaited", {
          ...{ unit: unit.name, asked: day(askedOn), due: day(dueOn) },
        })}
      </p>
    );
  const { kind, body, givenOn, isLate, action } = reply;
  return (
    <>
      <p className="note">
        {t("answer.of", {
          ...{ unit: unit.name, kind: t(`answer.kinds.${kind as PointReplyKind}`), day: day(givenOn) },
          ...{ late: isLate ? "yes" : "no", due: day(dueOn) },
        })}
      </p>
      <p className="wrap-anywhere whitespace-pre-line" lang={languageOf(body, locale)}>
        {body || t("emptied")}
      </p>
      {action && (
        <p className="wrap-anywhere" lang={languageOf(action.body, locale)}>
          {t("answer.acts", { action: action.body, day: day(action.dueOn) })}
        </p>
      )}
    </>
  );
}
