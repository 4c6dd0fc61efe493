import { useLocale, useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { Notice } from "@/components/ui/notice";
import { formatsOf } from "@/lib/i18n/formats";
import { checkPath } from "@/lib/i18n/paths";
import type { ReportHead } from "@/lib/views/report-view";
import { ReturnedNotice } from "./returned-notice";

/** Whose report it is, why nothing can be changed, and why it came back. */
export function EntryFormHead({
  report,
  indicators,
  base,
  seeSubmission,
}: {
  report: ReportHead;
  indicators: ComponentProps<typeof ReturnedNotice>["indicators"];
  /** The report's address. */
  base: string;
  /** Whoever submitted it may ask whether it can be withdrawn. */
  seeSubmission: boolean;
}) {
  const t = useTranslations("entryForm");
  const errors = useTranslations("errors");
  const { day, period: nameOf } = formatsOf(useLocale());
  const { unit, period, state, lock } = report;
  const kicker = t("kicker", { state, due: day(period.dueOn) });
  return (
    <>
      <h1>{t("heading", { unit: unit.name, period: nameOf(period) })}</h1>
      <p className="kicker" title={kicker}>
        {kicker}
      </p>
      <div className="without-script">
        <Notice>
          <p>{t("withoutScript")}</p>
        </Notice>
      </div>
      {lock && (
        <Notice>
          <p>
            {errors("locked", { lock })}{" "}
            {seeSubmission &&
              t.rich("submittedOwn", { a: (chunks) => <a href={`${checkPath(base)}#withdraw`}>{chunks}</a> })}
          </p>
        </Notice>
      )}
      <ReturnedNotice {...{ report, indicators, base }} />
    </>
  );
}
