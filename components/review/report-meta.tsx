import { useTranslations } from "next-intl";
import { usePersonName } from "@/components/people/person-name";
import { SettledQueries } from "@/components/report/settled-queries";
import { Notice } from "@/components/ui/notice";
import { csvPath, newTakeDownPath, printPath, workbookPath } from "@/lib/i18n/paths";
import { useMoments } from "@/lib/i18n/use-moments";
import { partText } from "@/lib/schemas/take-downs/take-down-part";
import type { DecisionView, ReviewView } from "@/lib/views/review-view";
import { usePartName } from "./take-down/part-name";

/** Which submission this is, what was decided about those before, and the way to the report narrative. */
export function ReportMeta({
  view: { report, decisions, withdrawn, declared, mayTakeDown, takenDown },
  here,
  sheetHref,
  takeDownsHref,
}: {
  view: ReviewView;
  here: string;
  /** The report as its unit has it, with its files below. */
  sheetHref: string;
  takeDownsHref: string;
}) {
  const t = useTranslations("review.meta");
  const late = useTranslations("review.late");
  const takeDowns = useTranslations("review.takeDowns");
  const nameOf = usePartName();
  const personName = usePersonName();
  const { moment, day } = useMoments();
  const decided = ({ submission, decision, at, by, queries, settled, reason, readersReason }: DecisionView) => (
    <li key={at}>
      {late("decision", { submission, decision, day: day(at), by: personName(by), queries })}
      {reason !== "" && <span className="why whitespace-pre-line">{reason}</span>}
      {readersReason !== "" && (
        <span className="why whitespace-pre-line">{t("readersReason", { reason: readersReason })}</span>
      )}
      <SettledQueries queries={settled} hrefOf={(code) => `${here}?tab=all#${code}`} />
    </li>
  );
  const submissionOf = (each: DecisionView | number) => (typeof each === "number" ? each : each.submission);
  const ended = [...decisions, ...withdrawn].sort((one, other) => submissionOf(one) - submissionOf(other));
  return (
    <>
      <ul className="meta">
        {report.submitted && (
          <li>
            {t.rich("submission", {
              submission: report.submission,
              at: moment(report.submitted.at),
              by: personName(report.submitted.by),
              b: (chunks) => <b>{chunks}</b>,
            })}
          </li>
        )}
        {declared && <li className="wrap-anywhere">{t("declared", { ...declared })}</li>}
        <li>
          <a href={`${here}?tab=narrative`}>{t("narrative")}</a>
        </li>
        <li className="off-paper">
          {t.rich("asUnit", {
            sheet: (words) => <a href={sheetHref}>{words}</a>,
            workbook: (words) => <a href={workbookPath(sheetHref)}>{words}</a>,
            csv: (words) => <a href={csvPath(sheetHref)}>{words}</a>,
            print: (words) => <a href={printPath(sheetHref, { isBlank: false })}>{words}</a>,
          })}
        </li>
        {mayTakeDown && (
          <li>
            <a href={newTakeDownPath(here)}>{t("takeDown")}</a>
          </li>
        )}
      </ul>
      {takenDown.length > 0 && (
        <Notice title={takeDowns("standsTitle")}>
          <ul>
            {takenDown.map((part) => (
              <li key={partText(part)}>{nameOf(part)}</li>
            ))}
          </ul>
          <p>{takeDowns.rich("standsLead", { list: (words) => <a href={takeDownsHref}>{words}</a> })}</p>
        </Notice>
      )}
      {ended.length > 0 && (
        <ul className="decisions">
          {ended.map((each) =>
            typeof each === "number" ? (
              <li key={each}>{t("withdrawn", { submission: each, unit: report.unit.name })}</li>
            ) : (
              decided(each)
            ),
          )}
        </ul>
      )}
    </>
  );
}
