"use client";

import { useLocale, useTranslations } from "next-intl";
import { type ReactNode, useRef } from "react";
import { flushSync } from "react-dom";
import { CellFields, fieldId, isBrowserUndo, useFault } from "@/components/entry/fields/cell-fields";
import { ChoiceField } from "@/components/entry/fields/choice-field";
import { editAtEnd, fieldAt, focusFieldOf } from "@/components/entry/fields/move-focus";
import { textIn, valueIn, withText } from "@/components/entry/state/entered";
import { useCell, useEntry, useSheetAwake } from "@/components/entry/state/entry-session";
import type { Place } from "@/components/entry/state/entry-store";
import { TextBox } from "@/components/ui/fields/text-box";
import { totalCell } from "@/lib/domain/framework/disaggregation";
import type { IndicatorType } from "@/lib/domain/framework/indicator";
import { formatsOf } from "@/lib/i18n/formats";
import { useUnitNames } from "@/lib/i18n/unit-names";
import { mayBeBelow } from "@/lib/schemas/values/number-text";
import type { EntryIndicator } from "@/lib/views/entry-view";
import { decimalText, quantityText } from "@/lib/views/public-value";
import type { EditorProps } from "./editor-props";
import { useStepChoices } from "./milestone/use-step-choices";
import { keypadOf } from "./number/keypad";
import { useNumberName } from "./number/use-number-name";
import { percentIn } from "./percentage/percent";
import { useSideNames } from "./percentage/use-side-names";

/** The step that was reached, with how far that is from the last approved one. */
function MilestoneEditor({ indicator, cell, label, row, column }: EditorProps) {
  const place = { indicator: indicator.code, cell };
  const t = useTranslations("values.field");
  const { store } = useEntry();
  const isAwake = useSheetAwake();
  const { period: nameOf } = formatsOf(useLocale());
  const chosen = textIn(useCell(place).typed, "step");
  const { steps, earlier } = indicator;
  const choices = useStepChoices(steps);
  const last = earlier.findLast(({ value }) => value.kind === "step");
  const climbed = last?.value.kind === "step" && chosen !== "" ? Number(chosen) - last.value.step : null;
  return (
    <>
      <ChoiceField
        id={fieldId(place, "step")}
        label={label}
        value={chosen}
        choices={chosen === "" ? choices : [...choices, { value: "", label: t("clear") }]}
        none={t("noStep")}
        disabled={!isAwake}
        fault={useFault(place, "step")}
        at={fieldAt(row, column)}
        onChoose={(step) => {
          store.dispatch(place, {
            type: "typed",
            entered: withText("milestone", store.cellAt(place).typed, "step", step),
          });
          store.dispatch(place, { type: "left" });
        }}
      />
      {climbed !== null && (
        <p className="under more-of-row">
          {t("climbed", {
            way: climbed > 0 ? "up" : climbed < 0 ? "down" : "same",
            steps: Math.abs(climbed),
            period: nameOf(last!.period),
          })}
        </p>
      )}
    </>
  );
}

function NarrativeEditor({ indicator: { code, rules }, cell, label, row, column }: EditorProps) {
  const { store } = useEntry();
  const isAwake = useSheetAwake();
  const place = { indicator: code, cell };
  const { typed } = useCell(place);
  const id = fieldId(place, "text");
  return (
    <CellFields place={place} className="narrative-field">
      <label className="vh" htmlFor={id}>
        {label}
      </label>
      <TextBox
        id={id}
        rows={4}
        value={textIn(typed, "text")}
        readOnly={!isAwake}
        {...useFault(place, "text")}
        {...fieldAt(row, column)}
        onChange={(event) => {
          if (isBrowserUndo(event)) return;
          store.dispatch(place, { type: "typed", entered: withText(rules.type, typed, "text", event.target.value) });
        }}
      />
    </CellFields>
  );
}

/** One text field of a cell, with a label for screen readers. What is typed is known at once, and saved when it is left. */
function QuantityEditor({
  place,
  indicator,
  field,
  label,
  at: [row, column],
  className = "",
}: {
  place: Place;
  indicator: Pick<EntryIndicator, "rules">;
  field: "number" | "numerator" | "denominator";
  label: string;
  /** Row and column, for arrows and Enter. */
  at: readonly [string, number];
  className?: string;
}) {
  const { store } = useEntry();
  const isAwake = useSheetAwake();
  const { typed } = useCell(place);
  const fault = useFault(place, field);
  const id = fieldId(place, field);
  const input = useRef<HTMLInputElement>(null);
  const type = (text: string) =>
    store.dispatch(place, {
      type: "typed",
      entered: withText(indicator.rules.type, store.cellAt(place).typed, field, text),
    });
  /** As a letter does, it begins a change: what is struck next goes on behind the text that is there by now. */
  const typeByKey = (text: string) => {
    flushSync(() => type(text));
    input.current?.focus();
    if (input.current) editAtEnd(input.current);
  };
  const isCount = mayBeBelow(indicator.rules);
  return (
    <div className={isCount ? "keyed count" : "keyed"}>
      <label className="vh" htmlFor={id}>
        {label}
      </label>
      <input
        ref={input}
        type="text"
        inputMode={keypadOf(indicator.rules, { hasBelowKey: isCount })}
        autoComplete="off"
        id={id}
        className={`${className} ${fault["aria-invalid"] ? "invalid" : ""}`.trim() || undefined}
        value={textIn(typed, field)}
        readOnly={!isAwake}
        {...fault}
        data-cell={place.cell}
        data-field={field}
        {...fieldAt(row, column)}
        onChange={(event) => {
          if (!isBrowserUndo(event)) type(event.target.value);
        }}
      />
      {isCount && isAwake && <BelowKey text={textIn(typed, field)} label={label} onType={typeByKey} />}
    </div>
  );
}

/** Puts `<` before the number, or takes it away: the keypads of phones haven't got it. Shown beside a keypad alone. */
function BelowKey({ text, label, onType }: { text: string; label: string; onType: (text: string) => void }) {
  const t = useTranslations("values.field");
  const isBelow = text.startsWith("<");
  return (
    <button
      type="button"
      className="below-key"
      tabIndex={-1}
      aria-pressed={isBelow}
      // The field keeps the focus, and with it the keypad.
      onPointerDown={(event) => event.preventDefault()}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => onType(isBelow ? text.slice(1) : `<${text}`)}
    >
      <span aria-hidden="true">&lt;</span>
      <span className="vh">{t("fewerThan", { label })}</span>
    </button>
  );
}

function NumberEditor({ indicator, cell, label, row, column }: EditorProps) {
  const nameOf = useNumberName();
  const unitName = useUnitNames();
  const place = { indicator: indicator.code, cell };
  const isPart = cell !== totalCell;
  const unit = unitName(indicator.unit ?? "");
  return (
    <CellFields place={place} className={isPart ? undefined : "fieldrow"}>
      <QuantityEditor
        place={place}
        indicator={indicator}
        field="number"
        label={nameOf(label, indicator, isPart)}
        at={[row, column]}
        className={isPart ? "" : "main"}
      />
      {!isPart && <span>{unit}</span>}
    </CellFields>
  );
}

/** `337 / 402 = 83.8%`, worked out while it is typed; nothing before both numbers are there. */
function PercentText({
  place,
  indicator,
  short = false,
}: {
  place: Place;
  indicator: Pick<EntryIndicator, "rules">;
  /** The percentage alone. */
  short?: boolean;
}) {
  const t = useTranslations("values.field");
  const { tag } = formatsOf(useLocale());
  const { typed } = useCell(place);
  const value = valueIn(indicator.rules, typed);
  const percent = percentIn(value);
  if (value?.kind !== "ratio") return null;
  if (!percent) return short ? null : <p className="under">{t("noShare")}</p>;
  const { from, to } = percent;
  const share =
    from === to
      ? t("percent", { percent: decimalText(from, tag) })
      : t("percentRange", { from: decimalText(from, tag), to: decimalText(to, tag) });
  if (short) return <span className="share">{share}</span>;
  return (
    <p className="under quotient">
      <span className="of-two">
        {quantityText(value.numerator, tag)} / {quantityText(value.denominator, tag)} ={" "}
      </span>
      <b>{share}</b>
    </p>
  );
}

/** The two numbers, and what they come to. */
function PercentageEditor({ indicator, cell, label, row, column }: EditorProps) {
  const t = useTranslations("values.field");
  const names = useSideNames();
  const place = { indicator: indicator.code, cell };
  const isPart = cell !== totalCell;
  const { numerator, denominator } = isPart ? names.ofPart(label) : names.ofTotal(indicator);
  const nameOf = (side: string) => (isPart ? side : `${label}: ${side}`);
  const percent = <PercentText place={place} indicator={indicator} short={isPart} />;
  return (
    <>
      <CellFields place={place} className={isPart ? "part-ratio" : "fieldrow ratio"}>
        <QuantityEditor
          place={place}
          indicator={indicator}
          field="numerator"
          label={nameOf(numerator)}
          at={[row, column]}
          className={isPart ? "" : "main"}
        />
        <span aria-hidden="true">{t("of")}</span>
        <QuantityEditor
          place={place}
          indicator={indicator}
          field="denominator"
          label={nameOf(denominator)}
          at={[row, column + 1]}
        />
        {isPart && percent}
      </CellFields>
      {!isPart && percent}
    </>
  );
}

const answers = ["yes", "no"] as const;

/** A choice is saved as it is made. */
function YesNoEditor({ indicator, cell, label, row, column }: EditorProps) {
  const place = { indicator: indicator.code, cell };
  const t = useTranslations("values.text");
  const field = useTranslations("values.field");
  const { store } = useEntry();
  const isAwake = useSheetAwake();
  const chosen = textIn(useCell(place).typed, "yesNo");
  const name = fieldId(place, "yesNo");
  const { "aria-describedby": fault } = useFault(place, "yesNo");
  const choose = (answer: string) => {
    const { typed } = store.cellAt(place);
    store.dispatch(place, { type: "typed", entered: withText("yesNo", typed, "yesNo", answer) });
    store.dispatch(place, { type: "left" });
  };
  /** The first letter of an answer chooses it, Delete takes it back; arrows are the sheet's and choose nothing. */
  const byKey = (event: React.KeyboardEvent) => {
    const { key, ctrlKey, metaKey, altKey, target } = event;
    if (ctrlKey || metaKey || altKey || !(target instanceof HTMLInputElement)) return;
    // Of many that are marked the sheet clears all.
    const isDeleted = (key === "Delete" || key === "Backspace") && chosen !== "" && !target.closest(".marked");
    const letter = key.toLocaleLowerCase();
    const answer = answers.find((each) => each[0] === letter || t(each).toLocaleLowerCase().startsWith(letter));
    if (!isDeleted && (key.length > 1 || key === " " || !answer)) return;
    event.preventDefault();
    choose(isDeleted ? "" : answer!);
  };
  return (
    <fieldset className="yesno" aria-describedby={fault} onKeyDown={byKey}>
      <legend className="vh">{label}</legend>
      {answers.map((answer) => (
        <label key={answer}>
          <input
            type="radio"
            id={answer === "yes" ? name : undefined}
            name={name}
            value={answer}
            checked={chosen === answer}
            disabled={!isAwake}
            {...fieldAt(row, answer === "yes" ? column : column + 1)}
            onChange={() => choose(answer)}
          />{" "}
          {t(answer)}
        </label>
      ))}
      {chosen !== "" && isAwake && (
        <button
          type="button"
          className="link"
          onClick={() => {
            choose("");
            // The button goes with the answer.
            focusFieldOf(place);
          }}
        >
          {field("clear")}
          <span className="vh"> {label}</span>
        </button>
      )}
    </fieldset>
  );
}

const editors: Record<IndicatorType, (props: EditorProps) => ReactNode> = {
  number: NumberEditor,
  percentage: PercentageEditor,
  yesNo: YesNoEditor,
  milestone: MilestoneEditor,
  narrative: NarrativeEditor,
};

/** The fields of one cell in the sheet: of a row, or of one of its parts. */
export function ValueEditor(props: EditorProps) {
  const Editor = editors[props.indicator.rules.type];
  return <Editor {...props} />;
}
