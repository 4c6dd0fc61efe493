import { useLocale, useTranslations } from "next-intl";
import { StatusChange } from "@/components/results/status-change";
import { StatusChip } from "@/components/results/status-chip";
import { cellName } from "@/lib/charts/cell-name";
import { formatsOf } from "@/lib/i18n/formats";
import type { StatusChange as Change, ConsequencesView, HiddenFigures } from "@/lib/schemas/consequences-view";
import type { DimensionView } from "@/lib/schemas/report-view";

/** So many changes stand in the open; the others are one click away. */
const SHOWN = 6;

/** "If you approve this report": what the public would read that it doesn't read now. */
export function Consequences({
  view,
  unit,
  period,
  here,
  dimensions,
}: {
  view: ConsequencesView;
  dimensions: readonly DimensionView[];
  unit: { code: string; name: string };
  period: string;
  here: string;
}) {
  const t = useTranslations("review.consequences");
  const { list } = formatsOf(useLocale());
  // What nothing was known of before has become neither better nor worse.
  const kinds = view.own.map(({ before, tendency }) => (before === null ? "first" : tendency));
  const changes = (["better", "worse", "neither", "first"] as const).flatMap((kind) => {
    const count = kinds.filter((each) => each === kind).length;
    return count > 0 ? [t(kind, { count })] : [];
  });
  return (
    <aside aria-labelledby="consequences">
      <div className="panel">
        <h2 id="consequences" className="text-lg">
          {t("title")}
        </h2>
        <p className="note">{t("lead")}</p>
        <ul className="conseq">
          <li>
            <b>{t("own", { unit: unit.name, count: view.own.length, changes: list(changes) })}</b>
            <Changes changes={view.own} period={period} here={here} />
          </li>
          <li>
            <b>{t("region", { count: view.region.length })}</b>
            <Changes changes={view.region} period={period} here={here} />
          </li>
          {view.unprotected.length > 0 && (
            <li>
              <b>{t("unprotected", { count: view.unprotected.length })}</b>
              <p className="note">{t("unprotectedLead", { count: view.unprotected.length })}</p>
              <UnprotectedList view={view} dimensions={dimensions} />
            </li>
          )}
          <li>
            <b>{t("hidden", { count: view.hiddenCount })}</b>
            <HiddenList view={view} period={period} />
          </li>
          {view.hiddenAsWhole.length > 0 && (
            <li>
              <b>{t("asWhole", { count: view.hiddenAsWhole.reduce((sum, { cells }) => sum + cells, 0) })}</b>
              <p className="note">{t("asWholeLead")}</p>
              {view.hiddenAsWhole.map(({ indicator, unit, period, cells }) => (
                <p key={`${indicator} ${unit} ${period}`} className="note">
                  {t("asWholeAt", { indicator, unit: nameOf(view, unit), period, cells })}
                </p>
              ))}
            </li>
          )}
          <li>
            <b>{t("locked")}</b>
            <p className="note">{t("lockedLead", { unit: unit.name })}</p>
          </li>
        </ul>
      </div>
    </aside>
  );
}

function Changes({ changes, period, here }: { changes: readonly Change[]; period: string; here: string }) {
  const t = useTranslations("review.consequences");
  const rows = changes.map((change) => (
    <ChangeRow key={`${change.indicator} ${change.period}`} change={change} period={period} here={here} />
  ));
  return (
    <>
      {rows.slice(0, SHOWN)}
      {rows.length > SHOWN && (
        <details className="more">
          <summary>{t("more", { count: rows.length - SHOWN })}</summary>
          {rows.slice(SHOWN)}
        </details>
      )}
    </>
  );
}

function ChangeRow({
  change: { indicator, period: at, before, after, countries },
  period,
  here,
}: {
  change: Change;
  period: string;
  here: string;
}) {
  const t = useTranslations("review.consequences");
  return (
    <div className="change">
      <a href={`${here}?tab=all#${indicator}`}>{indicator}</a>
      {at !== period && ` (${at})`}
      {countries && `, ${t("countries", countries)}`}
      <div>{before === null ? <StatusChip status={after} /> : <StatusChange from={before} to={after} />}</div>
    </div>
  );
}

const nameOf = ({ units }: Pick<ConsequencesView, "units">, code: string) =>
  units.find((unit) => unit.code === code)?.name ?? code;

function UnprotectedList({ view, dimensions }: { view: ConsequencesView; dimensions: readonly DimensionView[] }) {
  const t = useTranslations("review.consequences");
  const rows = view.unprotected.map(({ indicator, unit, period, cell, isFormer }) => (
    <p key={`${indicator} ${unit} ${period} ${cell} ${isFormer}`} className="note">
      {t("figure", {
        ...{ indicator, period, isFormer: String(isFormer) },
        unit: nameOf(view, unit),
        cell: cellName(cell, dimensions, t("total")),
      })}
    </p>
  ));
  return (
    <>
      {rows.slice(0, SHOWN)}
      {rows.length > SHOWN && (
        <details className="more">
          <summary>{t("moreFigures", { count: rows.length - SHOWN })}</summary>
          {rows.slice(SHOWN)}
        </details>
      )}
    </>
  );
}

function HiddenList({ view, period }: { view: ConsequencesView; period: string }) {
  const t = useTranslations("review.consequences");
  const line = ({ indicator, unit, period: at, cells, isOwn }: HiddenFigures) => (
    <p key={`${indicator} ${unit} ${at}`} className="note">
      {t(isOwn ? "hiddenOwn" : "hiddenOther", {
        indicator: at === period ? indicator : `${indicator} (${at})`,
        unit: nameOf(view, unit),
        cells,
      })}
    </p>
  );
  return (
    <>
      {view.hidden.slice(0, SHOWN).map(line)}
      {view.hidden.length > SHOWN && (
        <details className="more">
          <summary>{t("more", { count: view.hidden.length - SHOWN })}</summary>
          {view.hidden.slice(SHOWN).map(line)}
        </details>
      )}
    </>
  );
}
