import { useLocale, useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { SHOWN } from "@/components/review/indicators/list-place";
import { Notice } from "@/components/ui/notice";
import { cellName } from "@/lib/charts/cell-name";
import { formatsOf } from "@/lib/i18n/formats";
import type { ApprovalProgress, StatusChange as Change, ConsequencesView } from "@/lib/views/consequences-view";
import type { DimensionView, ReportAddress } from "@/lib/views/report-view";
import { letterOf } from "@/lib/views/shown-status";
import { type ChangeRow, Changes, Lines } from "./change-lists";
import { consequencesId } from "./transition";
import { WorkingOut } from "./working-out";

/** "If you approve this report": what the public would read that it doesn't read now, or how far that is worked out. */
export function Consequences({
  view,
  underWay,
  tooLarge,
  address,
  href,
  ...shown
}: {
  view: ConsequencesView | null;
  underWay: ApprovalProgress | null;
  /** The code of an indicator that takes more than any may: it can't be approved so. */
  tooLarge: string | null;
  address: ReportAddress;
  /** The page's own address. */
  href: string;
} & Omit<ComponentProps<typeof Changed>, "view">) {
  const t = useTranslations("review.consequences");
  const errors = useTranslations("errors");
  return (
    <aside aria-labelledby={consequencesId}>
      <div className="panel">
        <h2 id={consequencesId} className="text-lg">
          {t("title")}
        </h2>
        {tooLarge === null ? (
          <p className="note">{t(view ? "lead" : "late")}</p>
        ) : (
          <Notice tone="warning">
            <p>{errors("resultsTooLarge", { indicator: tooLarge })}</p>
          </Notice>
        )}
        <WorkingOut address={address} underWay={underWay} href={href} />
        {view && <Changed view={view} {...shown} />}
      </div>
    </aside>
  );
}

function Changed({
  view,
  here,
  unit,
  period,
  isOpen,
  dimensions,
}: {
  view: ConsequencesView;
  /** The review of the report. */
  here: string;
  dimensions: readonly DimensionView[];
  unit: { code: string; name: string };
  period: string;
  /** Long lists stand open from the start. */
  isOpen: boolean;
}) {
  const t = useTranslations("review.consequences");
  const { list, period: periodName } = formatsOf(useLocale());
  // What nothing was known of before has become neither better nor worse.
  const kinds = view.own.map(({ before, tendency }) => (before === null ? "first" : tendency));
  const changes = (["better", "worse", "neither", "first"] as const).flatMap((kind) => {
    const count = kinds.filter((each) => each === kind).length;
    return count > 0 ? [t(kind, { count })] : [];
  });
  const rowsOf = useChangeRows(view, period);
  const lines = useValueLines(view, dimensions, period);
  const moreOf = (all: readonly unknown[]) => t("more", { count: all.length - SHOWN });
  return (
    <ul className="conseq">
      <li>
        <b>{t("own", { unit: unit.name, count: view.own.length, changes: list(changes) })}</b>
        <Changes rows={rowsOf(view.own)} here={here} more={moreOf(view.own)} isOpen={isOpen} />
      </li>
      <li>
        <b>{t("region", { count: view.region.length })}</b>
        <Changes rows={rowsOf(view.region)} here={here} more={moreOf(view.region)} isOpen={isOpen} />
      </li>
      {view.others.length > 0 && (
        <li>
          <b>{t("others", { count: view.others.length })}</b>
          <Changes rows={rowsOf(view.others)} here={here} more={moreOf(view.others)} isOpen={isOpen} />
        </li>
      )}
      {view.unprotected.length > 0 && (
        <li>
          <b>{t("unprotected", { count: view.unprotected.length })}</b>
          <p className="note">{t("unprotectedLead", { count: view.unprotected.length })}</p>
          <Lines
            lines={lines.unprotected}
            more={t("moreValues", { count: view.unprotected.length - SHOWN })}
            isOpen={isOpen}
          />
        </li>
      )}
      <li>
        <b>{t("hidden", { count: view.hiddenCount })}</b>
        <Lines lines={lines.hidden} more={moreOf(lines.hidden)} isOpen={isOpen} />
      </li>
      {view.hiddenAsWhole.length > 0 && (
        <li>
          <b>{t("asWhole", { count: view.hiddenAsWhole.reduce((sum, { cells }) => sum + cells, 0) })}</b>
          <p className="note">{t("asWholeLead")}</p>
          {view.hiddenAsWhole.map(({ indicator, unit, period, cells }) => (
            <p key={`${indicator} ${unit} ${period}`} className="note">
              {t("asWholeAt", { indicator, unit: nameOf(view, unit), period: periodName(period), cells })}
            </p>
          ))}
        </li>
      )}
      <li>
        <b>{t("locked")}</b>
        <p className="note">{t("lockedLead", { unit: unit.name })}</p>
      </li>
    </ul>
  );
}

const nameOf = ({ units }: Pick<ConsequencesView, "units">, code: string) =>
  units.find((unit) => unit.code === code)?.name ?? code;

/** The changes of statuses as rows. */
function useChangeRows(view: ConsequencesView, period: string) {
  const t = useTranslations("review.consequences");
  const { period: periodName } = formatsOf(useLocale());
  return (changes: readonly (Change & { unit?: string })[]) =>
    changes.map(
      ({ indicator, unit, period: at, before, after, countries }): ChangeRow => [
        indicator,
        [
          at === period ? "" : ` (${periodName(at)})`,
          unit === undefined ? "" : `, ${nameOf(view, unit)}`,
          countries ? `, ${t("countries", countries)}` : "",
        ].join(""),
        `${before === null ? "" : letterOf(before)}${letterOf(after)}`,
      ],
    );
}

/** Values that anybody could work out, and those that would be hidden, in words. */
function useValueLines(view: ConsequencesView, dimensions: readonly DimensionView[], period: string) {
  const t = useTranslations("review.consequences");
  const { period: periodName } = formatsOf(useLocale());
  return {
    unprotected: view.unprotected.map(({ indicator, unit, period: at, cell, isFormer }) =>
      t("value", {
        indicator,
        period: periodName(at),
        isFormer: String(isFormer),
        unit: nameOf(view, unit),
        cell: cellName(cell, dimensions, t("total")),
      }),
    ),
    hidden: view.hidden.map(({ indicator, unit, period: at, cells, isOwn }) =>
      t(isOwn ? "hiddenOwn" : "hiddenOther", {
        indicator: at === period ? indicator : `${indicator} (${periodName(at)})`,
        unit: nameOf(view, unit),
        cells,
      }),
    ),
  };
}
