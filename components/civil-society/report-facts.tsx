import { Fragment, type ReactNode } from "react";
import type { Formats } from "@/lib/i18n/formats";
import type { TranslatorOf } from "@/lib/i18n/messages";
import { isLocale, nativeNames } from "@/lib/i18n/routing";
import type { PlatformReportView } from "@/lib/views/commitments/platform-view";

/** What is said of a report as a whole, and which organisations agree to it. */
export function ReportFacts({
  view,
  t,
  day,
  meetingHref,
}: {
  view: PlatformReportView;
  t: TranslatorOf<"civilSociety">;
  day: Formats["day"];
  /** The page of the meeting at which it was presented. */
  meetingHref: (code: string) => string;
}) {
  const { state, agreed, members, agreements, agreedOn, presented, visibility, language, author } = view;
  const facts: [term: string, said: ReactNode][] = [
    [t("facts.state"), t(`state.${state}`)],
    [t("facts.agreement"), t(state === "draft" ? "agreeingNow" : "agreedBy", { agreed, members })],
  ];
  if (agreedOn) facts.push([t("facts.agreedOn"), day(agreedOn)]);
  if (presented)
    facts.push([
      t("facts.presented"),
      <a key="presented" href={meetingHref(presented.meeting)}>
        {t("facts.presentedAt", { meeting: presented.title, day: day(presented.on) })}
      </a>,
    ]);
  if (presented) facts.push([t("facts.answers"), t("answeredOf", { answered: view.answered, points: view.points })]);
  facts.push(
    [t("facts.author"), author],
    [t("facts.visibility"), t(`visibility.${visibility}`)],
    [t("facts.language"), isLocale(language) ? nativeNames[language] : language],
  );
  return (
    <>
      <dl className="facts mt-5">
        {facts.map(([term, said]) => (
          <Fragment key={term}>
            <dt>{term}</dt>
            <dd className="wrap-anywhere">{said}</dd>
          </Fragment>
        ))}
      </dl>
      <section className="block" aria-labelledby="agreements">
        <h2 id="agreements">{t("agreements")}</h2>
        {agreements.length === 0 ? (
          <p className="note">{t("noAgreements")}</p>
        ) : (
          <ul className="bare-list mt-3">
            {agreements.map((name) => (
              <li key={name} className="wrap-anywhere">
                {name}
              </li>
            ))}
          </ul>
        )}
      </section>
    </>
  );
}
