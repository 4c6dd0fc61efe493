import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useSubjectWords } from "@/components/observations/subject-words";
import { CountryStanding } from "@/components/results/meetings/country-standing";
import { Table } from "@/components/ui/table";
import { prepareFindings } from "@/lib/charts/prepare/prepare-findings";
import { formatsOf } from "@/lib/i18n/formats";
import { languageOf } from "@/lib/i18n/language-of";
import {
  actingDecisionPath,
  countryPath,
  publicDecisionPath,
  releasePath,
  workObservationPath,
} from "@/lib/i18n/paths";
import type { Locale } from "@/lib/i18n/routing";
import type { BriefView, OpenObservation } from "@/lib/views/commitments/brief-view";
import { subjectText } from "@/lib/views/commitments/subject-view";
import { DueDecisions } from "./decision-list";

/** What a country's delegation brings to a meeting, on a page or two of paper. */
export function CountryBrief({ view, root, locale }: { view: BriefView; root: string; locale: Locale }) {
  const t = useTranslations("meetings.brief");
  const acting = useTranslations("meetings.acting");
  const { unit, results, open, due, mayOpen, mayAct } = view;
  const release = results?.plan.release;
  return (
    <>
      <Part id="results" title={t("results")}>
        {results && release ? (
          <>
            <p className="note">{t("resultsOf", { title: release.title, version: release.version })}</p>
            <CountryStanding view={results} />
            <MovedAway view={view} locale={locale} />
            <p className="mt-4">
              <a href={countryPath(releasePath(root, release.code), unit.code, results.period.code)}>{t("all")}</a>
            </p>
          </>
        ) : (
          <p className="note">{t("resultsNone")}</p>
        )}
      </Part>
      <Part id="observations" title={t("observations")}>
        {open.length === 0 ? (
          <p className="note">{t("observationsNone")}</p>
        ) : (
          <Observations open={open} hrefOf={mayOpen ? (id) => workObservationPath(root, id) : null} locale={locale} />
        )}
      </Part>
      <Part id="decisions" title={t("decisions")}>
        {due.length === 0 ? (
          <p className="note">{t("decisionsNone")}</p>
        ) : (
          <DueDecisions
            {...{ due, locale }}
            decisionHref={(decision) => publicDecisionPath(root, decision)}
            isOfToday
            linkOf={({ textId, code }) =>
              mayAct && (
                <p className="off-paper">
                  <a href={actingDecisionPath(root, textId)}>
                    {acting("open")} <span className="vh">{code}</span>
                  </a>
                </p>
              )
            }
          />
        )}
      </Part>
    </>
  );
}

function Part({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section className="block" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  );
}

function MovedAway({ view: { results }, locale }: { view: BriefView; locale: Locale }) {
  const t = useTranslations("meetings.brief");
  const moved = results ? prepareFindings(results).movedAwayOn : [];
  return (
    <>
      <h3 className="mt-5">{t("movingAway")}</h3>
      {moved.length === 0 ? (
        <p className="note">{t("movingAwayNone")}</p>
      ) : (
        <ul className="bare-list">
          {moved.map(({ indicator: { code, title } }) => (
            <li key={code} lang={languageOf(title, locale)}>
              {code} {title}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function Observations({
  open,
  hrefOf,
  locale,
}: {
  open: readonly OpenObservation[];
  hrefOf: ((id: number) => string) | null;
  locale: Locale;
}) {
  const t = useTranslations("meetings.brief");
  const { day, period: nameOf } = formatsOf(locale);
  const subjects = useSubjectWords();
  return (
    <Table
      caption={t("observations")}
      stack
      head={
        <>
          <th scope="col">{t("number")}</th>
          <th scope="col">{t("about")}</th>
          <th scope="col">{t("due")}</th>
        </>
      }
    >
      {open.map(({ id, number, period, subject, dueOn, daysOverdue }) => (
        <tr key={id}>
          <th scope="row">{hrefOf ? <a href={hrefOf(id)}>{number}</a> : number}</th>
          <td data-name={t("about")}>
            {subjectText(subject, t("whole"), subjects)}, {nameOf(period)}
          </td>
          <td data-name={t("due")}>
            {daysOverdue > 0 ? t("overdue", { day: day(dueOn), days: daysOverdue }) : day(dueOn)}
          </td>
        </tr>
      ))}
    </Table>
  );
}
