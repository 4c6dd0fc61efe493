"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { isDecimal, rational, roundHalfAwayFromZero } from "@/lib/domain/rational";
import { missingReasons } from "@/lib/domain/value";
import type { EntryIndicator } from "@/lib/schemas/entry-view";
import type { EnteredValue } from "@/lib/schemas/value";

/** The field of a row, by the indicator's type. A text is settled when the hand leaves it, a choice at once. */
export function CellControl({
  id,
  code,
  indicator,
  entered,
  invalid,
  onChange,
  onSettle,
}: {
  id: string;
  code: string;
  indicator: Pick<EntryIndicator, "title" | "unit" | "steps" | "numerator" | "denominator">;
  entered: EnteredValue;
  invalid: boolean;
  onChange: (entered: EnteredValue) => void;
  onSettle: (entered: EnteredValue) => void;
}) {
  const t = useTranslations("entry");
  const [reasonOpen, setReasonOpen] = useState(entered.missingReason !== "");
  const { title, unit, steps } = indicator;
  const choose = (next: EnteredValue) => {
    onChange(next);
    onSettle(next);
  };
  const described = invalid ? { "aria-invalid": true, "aria-describedby": `${id}-problem` } : {};
  const input = (name: "number" | "numerator" | "denominator", label: string, value: string, first: boolean) => (
    <>
      <label className="vh" htmlFor={`${id}-${name}`}>
        {label}
      </label>
      <input
        type="text"
        inputMode="decimal"
        autoComplete="off"
        id={`${id}-${name}`}
        data-row={first ? code : undefined}
        className={invalid ? "invalid" : undefined}
        value={value}
        onChange={(event) => onChange({ ...entered, [name]: event.target.value } as EnteredValue)}
        onBlur={() => {
          // A quotient is settled once both its parts are there, or both are gone.
          if (
            entered.kind === "ratio" &&
            (entered.numerator === "") !== (entered.denominator === "") &&
            name === "numerator"
          )
            return;
          onSettle(entered);
        }}
        {...described}
      />
    </>
  );
  const reason = (
    <>
      <label className="vh" htmlFor={`${id}-reason`}>
        {t("field.reasonOf", { title })}
      </label>
      <select
        id={`${id}-reason`}
        data-row={code}
        value={entered.missingReason}
        onChange={(event) => {
          const missingReason = event.target.value;
          if (missingReason === "") setReasonOpen(false);
          choose({ ...blank(entered), missingReason });
        }}
      >
        <option value="">{t("field.noReason")}</option>
        {missingReasons.map((each) => (
          <option key={each} value={each}>
            {t("reason", { reason: each })}
          </option>
        ))}
      </select>
      <p className="under">
        <button
          type="button"
          className="link"
          onClick={() => {
            setReasonOpen(false);
            if (entered.missingReason !== "") choose({ ...entered, missingReason: "" });
          }}
        >
          {t("sheet.enterOne")}
        </button>
      </p>
    </>
  );
  if (reasonOpen || entered.missingReason !== "") return reason;
  const isBlank = JSON.stringify(blank(entered)) === JSON.stringify(entered);
  return (
    <>
      {control()}
      {isBlank && (
        <p className="under">
          <button type="button" className="link" onClick={() => setReasonOpen(true)}>
            {t("sheet.giveReason")}
          </button>
        </p>
      )}
    </>
  );

  function control() {
    switch (entered.kind) {
      case "number":
        return (
          <div className="fieldrow">
            {input("number", title, entered.number, true)}
            <span>{unit}</span>
          </div>
        );
      case "ratio":
        return (
          <>
            <div className="fieldrow">
              {input("numerator", `${title}: ${indicator.numerator}`, entered.numerator, true)}
              <span className="of">{t("field.of")}</span>
              {input("denominator", `${title}: ${indicator.denominator}`, entered.denominator, false)}
            </div>
            <p className="under">{percentOf(entered.numerator, entered.denominator)}</p>
          </>
        );
      case "yesNo":
        return (
          <fieldset className="yesno">
            <legend className="vh">{title}</legend>
            {(["yes", "no"] as const).map((answer, index) => (
              <label key={answer}>
                <input
                  type="radio"
                  name={id}
                  data-row={index === 0 ? code : undefined}
                  checked={entered.yesNo === answer}
                  onChange={() => choose({ ...entered, yesNo: answer })}
                />
                {t(`field.${answer}`)}
              </label>
            ))}
            {entered.yesNo !== "" && (
              <button type="button" className="link" onClick={() => choose({ ...entered, yesNo: "" })}>
                {t("sheet.clear")}
              </button>
            )}
          </fieldset>
        );
      case "step":
        return (
          <>
            <label className="vh" htmlFor={`${id}-step`}>
              {title}
            </label>
            <select
              id={`${id}-step`}
              data-row={code}
              value={entered.step}
              onChange={(event) => choose({ ...entered, step: event.target.value })}
            >
              <option value="">{t("field.noAnswer")}</option>
              {steps.map((step, index) => (
                <option key={step} value={String(index)}>
                  {t("field.step", { number: index + 1, count: steps.length, step })}
                </option>
              ))}
            </select>
          </>
        );
      case "narrative":
        return (
          <>
            <label className="vh" htmlFor={`${id}-text`}>
              {title}
            </label>
            <textarea
              id={`${id}-text`}
              data-row={code}
              rows={3}
              value={entered.text}
              onChange={(event) => onChange({ ...entered, text: event.target.value })}
              onBlur={() => onSettle(entered)}
              {...described}
            />
          </>
        );
    }
  }
}

/** The same cell with nothing in it. */
function blank(entered: EnteredValue): EnteredValue {
  switch (entered.kind) {
    case "number":
      return { kind: "number", number: "", missingReason: "" };
    case "ratio":
      return { kind: "ratio", numerator: "", denominator: "", missingReason: "" };
    case "yesNo":
      return { kind: "yesNo", yesNo: "", missingReason: "" };
    case "step":
      return { kind: "step", step: "", missingReason: "" };
    case "narrative":
      return { kind: "narrative", text: "", missingReason: "" };
  }
}

/** Worked out while it is typed, exactly; nothing where a part isn't a plain number. */
function percentOf(numerator: string, denominator: string): string {
  const [above, below] = [numerator, denominator].map((typed) => typed.replaceAll(/[,\s]/g, "")) as [string, string];
  if (!isDecimal(above) || !isDecimal(below) || rational(below).equals(0)) return "";
  return `= ${roundHalfAwayFromZero(rational(above).div(rational(below)).mul(100), 1)}%`;
}
