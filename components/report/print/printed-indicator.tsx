import { useLocale, useTranslations } from "next-intl";
import { Fragment } from "react";
import { partsLayouts } from "@/components/entry/parts/parts-layout";
import { useEvidenceText } from "@/components/evidence/use-evidence-text";
import { usePersonName } from "@/components/people/person-name";
import { useStepChoices } from "@/components/values/milestone/use-step-choices";
import { useSideNames } from "@/components/values/percentage/use-side-names";
import { useAllowedValues } from "@/components/values/use-allowed-values";
import { useShortText } from "@/components/values/use-short-text";
import { useValueWording } from "@/components/values/use-value-wording";
import { targetText } from "@/lib/charts/target-text";
import { valueText } from "@/lib/charts/value-text";
import { type CellKey, totalCell } from "@/lib/domain/framework/disaggregation";
import { formatsOf } from "@/lib/i18n/formats";
import { languageOf } from "@/lib/i18n/language-of";
import { useUnitNames } from "@/lib/i18n/unit-names";
import type { EntryIndicator } from "@/lib/views/entry-view";
import type { DimensionView, ReportAddress } from "@/lib/views/report-view";
import { linesOf, type PartsOnPaper, partsOnPaper } from "./parts-on-paper";

/** So many lines of parts stand on one sheet; more may go on overleaf, where they would leave half a sheet empty. */
const mostTogether = 8;

/** Blank lines of a list that is open: whoever needs more writes on. */
const blankLines = 5;

/** The parts that were entered: what is crossed as tables, all else line by line. */
function EnteredParts({
  indicator: { cells, rules, steps },
  entered,
}: {
  indicator: Pick<EntryIndicator, "cells" | "rules" | "steps">;
  entered: readonly PartsOnPaper[];
}) {
  const t = useTranslations("entry.table");
  const { list } = formatsOf(useLocale());
  const wording = useValueWording();
  const scale = { ...rules, steps };
  const textOf = (cell: CellKey) => {
    const value = cells[cell]?.value;
    return value ? valueText(value, scale, wording) : "";
  };
  return entered.map((one) => {
    if ("parts" in one)
      return (
        <dl key={one.dimensions.join()} className="printed-parts">
          {one.dimensions.length > 0 && (
            <dt>{t("caption", { dimensions: list(one.dimensions.map((name) => name.toLocaleLowerCase())) })}: </dt>
          )}
          {one.parts.map(({ name, cell }, at) => (
            <dd key={cell}>
              {at > 0 && "; "}
              {name} {textOf(cell)}
            </dd>
          ))}
        </dl>
      );
    const { by, rows, columns, groups } = one;
    return (
      <table key={[by, rows, columns[0]?.key].join()} className="printed-parts">
        <thead>
          <tr>
            <th scope="col">{rows}</th>
            {columns.map(({ key, name }) => (
              <th key={key} scope="col" className="n">
                {name ?? t("all")}
              </th>
            ))}
          </tr>
        </thead>
        {groups.map(({ key, name, lines }) => (
          <tbody key={key} className={by === null ? undefined : "group"}>
            {by !== null && (
              <tr>
                <th scope="rowgroup" colSpan={columns.length + 1}>
                  {by}: {name ?? t("all")}
                </th>
              </tr>
            )}
            {lines.map((line) => (
              <tr key={line.key}>
                <th scope="row">{line.name ?? t("all")}</th>
                {line.cells.map((cell) => (
                  <td key={cell} className="n">
                    {textOf(cell)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    );
  });
}

/** The parts of an indicator on paper: what was entered, or fields for them. */
function PrintedParts({
  indicator,
  dimensions,
  entered,
}: {
  indicator: EntryIndicator;
  dimensions: readonly DimensionView[];
  /** Null on the blank form. */
  entered: readonly PartsOnPaper[] | null;
}) {
  const t = useTranslations("entry.print");
  if (entered) return <EnteredParts indicator={indicator} entered={entered} />;
  return partsLayouts(indicator.tables, dimensions).map(({ table, list, grid }) => {
    const [rows, columns] = list ? [list, null] : [grid!.rows, grid!.columns];
    const lines = rows.open
      ? Array.from({ length: blankLines }, (_, at) => ({ code: String(at), name: "" }))
      : rows.categories;
    return (
      <table key={table} className="printed-parts">
        <thead>
          <tr>
            <th scope="col">{rows.name}</th>
            {(columns?.categories ?? [{ code: "value", name: t("number") }]).map(({ code, name }) => (
              <th key={code} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map(({ code, name }) => (
            <tr key={code}>
              {/* Its name is written by hand: a head without one is none. */}
              {name === "" ? <td /> : <th scope="row">{name}</th>}
              {(columns?.categories ?? [{ code: "value" }]).map((column) => (
                <td key={column.code} className="box" />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    );
  });
}

/** An indicator on paper: its row, its parts, and what was said of it. */
export function PrintedIndicator({
  indicator,
  dimensions,
  periods,
  isBlank,
  address,
}: {
  indicator: EntryIndicator;
  dimensions: readonly DimensionView[];
  periods: readonly string[];
  isBlank: boolean;
  address: ReportAddress;
}) {
  const t = useTranslations("entry.print");
  const locale = useLocale();
  const wording = useValueWording();
  const shortText = useShortText();
  const allowed = useAllowedValues()(indicator.rules);
  const personName = usePersonName();
  const unitName = useUnitNames();
  const evidenceText = useEvidenceText(address);
  const { code, title, definition, rules, steps, target, earlier, cells, comments, evidence, tables, unit } = indicator;
  const scale = { ...rules, steps };
  const value = cells[totalCell]?.value ?? null;
  const isCarried = !isBlank && Object.values(cells).some(({ carried }) => carried);
  const entered = isBlank ? null : partsOnPaper(Object.keys(cells), tables, dimensions);
  const hasParts = entered ? entered.length > 0 : tables.length > 0;
  const isLong = entered !== null && linesOf(entered) > mostTogether;
  return (
    <tbody className={isLong ? "long" : undefined}>
      <tr>
        <th scope="row">
          <span className="code">{code}</span> {title}
          {isBlank && (
            <p className="note" lang={languageOf(definition, locale)}>
              {definition}
            </p>
          )}
        </th>
        {periods.map((period) => {
          const before = earlier.find((each) => each.period === period)?.value;
          return (
            <td key={period} className="n">
              {before ? shortText(before, scale) : "–"}
            </td>
          );
        })}
        <td className="n">{target ? targetText(target.value, scale, wording) : "–"}</td>
        <td className="value">
          {isBlank ? (
            <>
              <BlankField indicator={indicator} />
              {unit && <span className="note"> {unitName(unit)}</span>}
              {allowed !== "" && <p className="note">{allowed}</p>}
            </>
          ) : (
            <span className="prose">{value === null ? t("notAnswered") : valueText(value, scale, wording)}</span>
          )}
          {isCarried && <p className="note">{t("carried")}</p>}
        </td>
      </tr>
      {hasParts && (
        <tr className="of-parts">
          <td colSpan={periods.length + 3}>
            <PrintedParts {...{ indicator, dimensions, entered }} />
          </td>
        </tr>
      )}
      {!isBlank && comments.length + evidence.length > 0 && (
        <tr>
          <td colSpan={periods.length + 3}>
            {comments.map(({ id, author, organisation, body }) => (
              <p key={id} className="note prose">
                {t("comment", { author: personName(author), organisation, body })}
              </p>
            ))}
            {evidence.map((one) => (
              <p key={one.id} className="note">
                {t("evidence", { title: one.title, url: one.url ?? "none" })} ({evidenceText(one).note})
              </p>
            ))}
          </td>
        </tr>
      )}
    </tbody>
  );
}

/** Where a value is written by hand: a box, or what can be ticked. */
function BlankField({ indicator }: { indicator: EntryIndicator }) {
  const t = useTranslations("values.text");
  const field = useTranslations("values.field");
  const { rules, steps } = indicator;
  const { numerator, denominator } = useSideNames().ofTotal(indicator);
  const choices = useStepChoices(steps);
  const ticks = (labels: readonly string[]) =>
    labels.map((label) => (
      <Fragment key={label}>
        {/* A gap alone is seen: whoever copies the words or hears them has them apart by a space. */}
        <span className="tick">{label}</span>{" "}
      </Fragment>
    ));
  switch (rules.type) {
    case "yesNo":
      return ticks([t("yes"), t("no")]);
    case "milestone":
      return ticks(choices.map(({ label }) => label));
    case "narrative":
      return <div className="lines" />;
    case "percentage":
      return (
        <>
          <p>
            <span className="box" /> <span className="note">{numerator}</span>
          </p>
          <p>
            {field("of")} <span className="box" /> <span className="note">{denominator}</span>
          </p>
        </>
      );
    case "number":
      return <span className="box" />;
  }
}
