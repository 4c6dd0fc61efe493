"use client";

import { useTranslations } from "next-intl";
import { textIn, withText } from "@/components/entry/state/entered";
import { useCell, useEntry } from "@/components/entry/state/entry-session";
import { TextBox } from "@/components/ui/fields/text-box";
import { totalCell } from "@/lib/domain/framework/disaggregation";
import type { EntryIndicator } from "@/lib/views/entry-view";
import { fieldAt } from "./move-focus";
import { CellFields, fieldId, isBrowserUndo, NumberInput } from "./number-input";
import { PercentText } from "./percent-text";
import { StepField } from "./step-field";
import { YesNoField } from "./yes-no-field";

/** The field of a row, by the indicator's type. */
export function TotalField({ indicator }: { indicator: EntryIndicator }) {
  const t = useTranslations("room.field");
  const { code, title, unit, currency, rules } = indicator;
  const place = { indicator: code, cell: totalCell };
  switch (rules.type) {
    case "number":
      return (
        <CellFields place={place} className="fieldrow">
          <NumberInput
            place={place}
            indicator={indicator}
            field="number"
            label={title}
            at={[code, 0]}
            className="main"
          />
          <span>{currency ?? unit}</span>
        </CellFields>
      );
    case "percentage":
      return (
        <>
          <CellFields place={place} className="fieldrow ratio">
            <NumberInput
              place={place}
              indicator={indicator}
              field="numerator"
              label={`${title}: ${indicator.numerator || t("numerator")}`}
              at={[code, 0]}
              className="main"
            />
            <span>{t("of")}</span>
            <NumberInput
              place={place}
              indicator={indicator}
              field="denominator"
              label={`${title}: ${indicator.denominator || t("denominator")}`}
              at={[code, 1]}
            />
          </CellFields>
          <PercentText place={place} indicator={indicator} />
        </>
      );
    case "yesNo":
      return <YesNoField place={place} title={title} />;
    case "milestone":
      return <StepField place={place} indicator={indicator} />;
    case "narrative":
      return <WordsField indicator={indicator} />;
  }
}

function WordsField({ indicator: { code, title, rules } }: { indicator: EntryIndicator }) {
  const { store, isAwake } = useEntry();
  const place = { indicator: code, cell: totalCell };
  const { typed, phase } = useCell(place);
  const id = fieldId(place, "text");
  return (
    <CellFields place={place}>
      <label className="vh" htmlFor={id}>
        {title}
      </label>
      <TextBox
        id={id}
        rows={4}
        value={textIn(typed, "text")}
        readOnly={!isAwake}
        aria-invalid={phase.at === "invalid" || undefined}
        {...fieldAt(code, 0)}
        onChange={(event) => {
          if (isBrowserUndo(event)) return;
          store.dispatch(place, { type: "typed", entered: withText(rules.type, typed, "text", event.target.value) });
        }}
      />
    </CellFields>
  );
}
