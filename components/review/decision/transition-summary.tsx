import { useLocale, useTranslations } from "next-intl";
import { TellPeople } from "@/components/report/tell/tell-people";
import type { AnswerSummary } from "@/components/review/answers/choice";
import { formatsOf } from "@/lib/i18n/formats";
import { tellOfQueryField } from "@/lib/schemas/reports/entry-fields";
import type { PersonToAsk } from "@/lib/views/report-view";
import type { ReviewTransition } from "./transition";

/** So many codes are named; of the rest their number is told. */
const NAMED = 8;

/** What the decision does, and what of the answers speaks against it. */
export function TransitionSummary({
  transition,
  answers: { queries, undecided },
  unit,
  here,
  people,
  isTicked,
  isNamed,
  untold,
  onFollow,
}: {
  transition: ReviewTransition;
  answers: AnswerSummary;
  unit: string;
  here: string;
  /** Who may be told of a query; null where that isn't known. */
  people: readonly PersonToAsk[] | null;
  /** Whether the box of that name is ticked when it is drawn, and whether a query names its person. */
  isTicked: (field: string) => boolean;
  isNamed: (field: string) => boolean;
  /** Names of those whom the query on an indicator names and who can't be told. */
  untold: (code: string) => string[];
  /** Called on the way to an indicator that is named. */
  onFollow?: () => void;
}) {
  const t = useTranslations("review.transition");
  const naming = useTranslations("review.naming");
  const { list } = formatsOf(useLocale());
  const link = (code: string) => (
    <a className="whitespace-nowrap" href={`${here}?tab=all#${code}`} onClick={onFollow}>
      {code}
    </a>
  );
  return (
    <>
      {transition === "approve" && queries.length > 0 ? (
        <p>{t("barred", { queries: queries.length, unit })}</p>
      ) : (
        <p>{t("lead", { transition, unit, queries: queries.length })}</p>
      )}
      {transition !== "reopen" && queries.length > 0 && (
        <ul className="asked">
          {queries.map(({ code, query }) => (
            <li key={code}>
              {link(code)} <span className="wrap-anywhere whitespace-pre-line">{query}</span>
              {transition === "return" && untold(code).length > 0 && (
                <p className="note">{naming("barred", { people: list(untold(code)) })}</p>
              )}
              {transition === "return" && people !== null && (
                <details className="fold" open={people.some(({ id }) => isTicked(tellOfQueryField(code, id)))}>
                  <summary>
                    {t("tell")}
                    <span className="vh">{` ${t("tellOf", { code })}`}</span>
                  </summary>
                  <TellPeople
                    id={`tell|${code}`}
                    about={t("tellOf", { code })}
                    people={people.filter(({ of }) => of?.includes(code) ?? true)}
                    isTicked={isTicked}
                    isStored={isNamed}
                    fieldOf={(person) => tellOfQueryField(code, person)}
                  />
                </details>
              )}
            </li>
          ))}
        </ul>
      )}
      {transition === "return" && queries.length > 0 && people === null && <p className="note">{t("tellUnknown")}</p>}
      {transition === "approve" && undecided.length > 0 && (
        <div className="msg msg-warning">
          <p className="h">{t("undecided", { count: undecided.length })}</p>
          <p>
            {undecided.slice(0, NAMED).map((code, index) => (
              <span key={code}>
                {index > 0 && ", "}
                {link(code)}
              </span>
            ))}
            {undecided.length > NAMED && ` ${t("more", { count: undecided.length - NAMED })}`}
          </p>
          {queries.length === 0 && <p>{t("undecidedLead", { count: undecided.length })}</p>}
        </div>
      )}
      {transition === "return" && undecided.length > 0 && (
        <p className="note">{t("undecidedReturned", { count: undecided.length })}</p>
      )}
    </>
  );
}
