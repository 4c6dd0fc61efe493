import { useLocale, useTranslations } from "next-intl";
import { Fragment } from "react";
import { useEvidenceText } from "@/components/evidence/use-evidence-text";
import { usePersonName } from "@/components/people/person-name";
import { useStepChoices } from "@/components/values/milestone/use-step-choices";
import { useSideNames } from "@/components/values/percentage/use-side-names";
import { useAllowedValues } from "@/components/values/use-allowed-values";
import { useShortText } from "@/components/values/use-short-text";
import { useValueWording } from "@/components/values/use-value-wording";
import { targetText } from "@/lib/charts/target-text";
import { valueText } from "@/lib/charts/value-text";
import { totalCell } from "@/lib/domain/framework/disaggregation";
import { languageOf } from "@/lib/i18n/language-of";
import { useUnitNames } from "@/lib/i18n/unit-names";
import type { EntryIndicator } from "@/lib/views/entry-view";
import type { DimensionView, ReportAddress } from "@/lib/views/report-view";
import { linesOf, partsOnPaper } from "./parts-on-paper";
import { PrintedParts } from "./printed-parts";

/** So many lines of parts stand on one sheet; more may go on overleaf, where they would leave half a sheet empty. */
const mostTogether = 8;

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
