import type { ReactNode } from "react";
import { Table } from "@/components/ui/table";
import type { SafetyRule } from "@/lib/domain/commitments/observation";
import type { TranslatorOf } from "@/lib/i18n/messages";
import type { PlatformPointView, PlatformReportView } from "@/lib/views/commitments/platform-view";
import type { PlatformWords } from "./platform-words";

interface Props {
  view: PlatformReportView;
  t: TranslatorOf<"civilSociety">;
  /** What stands in the place of words that were taken down for safety, as files say it too. */
  takenDown: string;
  /** The language of its words, where that isn't the page's. */
  lang: string | undefined;
  /** The words of a rule, for whoever works with the report; others aren't told which was broken. */
  ruleName?: (rule: SafetyRule) => string;
}

/** What stands in the place of words that were taken down for safety. */
function TakenDown({
  rule,
  t,
  takenDown,
  ruleName,
}: Pick<Props, "t" | "takenDown" | "ruleName"> & { rule: SafetyRule }) {
  return <p className="note">{ruleName ? t("takenDownFor", { rule: ruleName(rule) }) : takenDown}</p>;
}

/** What member organisations did in the year. */
export function ReportActivities({
  view: { activities },
  t,
  words,
  lang,
  takenDown,
  ruleName,
}: Props & { words: PlatformWords }) {
  return (
    <section className="block" aria-labelledby="activities">
      <h2 id="activities">{t("activities")}</h2>
      {activities.length === 0 ? (
        <p className="note">{t("noActivities")}</p>
      ) : (
        <div className="mt-4">
          <Table
            caption={t("activities")}
            stack
            head={
              <>
                <th scope="col">{t("activity")}</th>
                <th scope="col">{t("organisation")}</th>
                <th scope="col">{t("where")}</th>
                <th scope="col">{t("when")}</th>
                <th scope="col">{t("reach")}</th>
              </>
            }
          >
            {activities.map((activity) =>
              activity.takenDown !== null ? (
                <tr key={activity.position}>
                  <td colSpan={5}>
                    <TakenDown rule={activity.takenDown} {...{ t, takenDown, ruleName }} />
                  </td>
                </tr>
              ) : (
                <tr key={activity.position}>
                  <th scope="row" className="wrap-anywhere">
                    <span lang={lang}>{activity.title}</span>
                    {activity.nodes.map(({ code, title }) => (
                      <span key={code} className="unit block">
                        {code} {title}
                      </span>
                    ))}
                  </th>
                  <td data-name={t("organisation")}>{activity.organisation}</td>
                  <td data-name={t("where")} lang={lang}>
                    {activity.place}
                  </td>
                  <td data-name={t("when")} lang={lang}>
                    {activity.time}
                  </td>
                  <td data-name={t("reach")}>{words.reach(activity)}</td>
                </tr>
              ),
            )}
          </Table>
        </div>
      )}
    </section>
  );
}

/** Its challenges, and its priorities in their order; what was answered to each stands with it. */
export function ReportPoints({
  view: { challenges, priorities },
  t,
  lang,
  takenDown,
  ruleName,
  after,
}: Props & { after?: (point: PlatformPointView) => ReactNode }) {
  const list = (points: readonly PlatformPointView[]) => (
    <ol className="agenda">
      {points.map((point) => (
        <li key={point.textId} id={`point-${point.textId}`}>
          {point.takenDown !== null ? (
            <TakenDown rule={point.takenDown} {...{ t, takenDown, ruleName }} />
          ) : point.body === "" ? (
            <p className="note">{t("emptied")}</p>
          ) : (
            <p className="said" lang={lang}>
              {point.body}
            </p>
          )}
          {after?.(point)}
        </li>
      ))}
    </ol>
  );
  return (
    <>
      <section className="block" aria-labelledby="challenges">
        <h2 id="challenges">{t("challenges")}</h2>
        {challenges.length === 0 ? <p className="note">{t("noChallenges")}</p> : list(challenges)}
      </section>
      <section className="block" aria-labelledby="priorities">
        <h2 id="priorities">{t("priorities")}</h2>
        <p className="note">{t(priorities.length === 0 ? "noPriorities" : "prioritiesLead")}</p>
        {priorities.length > 0 && list(priorities)}
      </section>
    </>
  );
}
