import { useTranslations } from "next-intl";
import { errorId, FieldError } from "@/components/ui/fields/field";
import { TextBox } from "@/components/ui/fields/text-box";
import type { CellKey } from "@/lib/domain/framework/disaggregation";
import { cellField } from "@/lib/schemas/reports/entry-forms";
import { mayBeBelow } from "@/lib/schemas/values/number-text";
import type { IndicatorView } from "@/lib/views/report-view";
import { hasKeypad } from "./has-keypad";

/** The fields of one cell in a plain form, named by `cellField`. The label stands beside or is for screen readers only. */
export function ValueFields({
  cell,
  label,
  indicator: { rules, unit, steps, numerator, denominator },
  typed,
  stored,
  errorOf,
  compact = false,
}: {
  cell: CellKey;
  label: string;
  indicator: Pick<IndicatorView, "rules" | "unit" | "steps" | "numerator" | "denominator">;
  /** What stands in a field, by its name. */
  typed: (field: string) => string;
  /** Words that are stored, where others were refused and stand in their field. */
  stored?: string;
  errorOf: (field: string) => string | null;
  /** In a table: the label is read out only. */
  compact?: boolean;
}) {
  const t = useTranslations("entry.field");
  const text = (field: string, name: string) => {
    const id = cellField(cell, field);
    const error = errorOf(id);
    return (
      <div className={compact ? "cellfield" : "field"}>
        {!compact && <label htmlFor={id}>{name}</label>}
        <FieldError id={id} error={error} />
        <input
          type="text"
          // Without a script nothing offers the < that a keypad hasn't got.
          inputMode={hasKeypad(rules) && !mayBeBelow(rules) ? "decimal" : undefined}
          aria-label={compact ? name : undefined}
          // A breakdown has hundreds of fields: of them only what an error leads to has an id.
          id={compact && !error ? undefined : id}
          name={id}
          defaultValue={typed(field)}
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? errorId(id) : undefined}
        />
      </div>
    );
  };
  switch (rules.type) {
    case "number":
      return text("number", compact || !unit ? label : t("withUnit", { label, unit }));
    case "percentage":
      return (
        <div className="pair">
          {text("numerator", compact ? t("numeratorOf", { label }) : numerator || t("numerator"))}
          <span aria-hidden="true">{t("of")}</span>
          {text("denominator", compact ? t("denominatorOf", { label }) : denominator || t("denominator"))}
        </div>
      );
    case "yesNo": {
      const id = cellField(cell, "yesNo");
      const chosen = typed("yesNo");
      return (
        <fieldset className="field">
          <legend>{label}</legend>
          <FieldError id={id} error={errorOf(id)} />
          <div className="choices row">
            {(["yes", "no", ""] as const).map((answer) => (
              <label key={answer}>
                <input
                  type="radio"
                  id={answer === "yes" ? id : undefined}
                  name={id}
                  value={answer}
                  defaultChecked={chosen === answer}
                />
                {answer === "" ? t("noAnswer") : t(answer)}
              </label>
            ))}
          </div>
        </fieldset>
      );
    }
    case "milestone": {
      const id = cellField(cell, "step");
      return (
        <div className="field">
          <label htmlFor={id}>{label}</label>
          <FieldError id={id} error={errorOf(id)} />
          <select id={id} name={id} defaultValue={typed("step")}>
            <option value="">{t("noAnswer")}</option>
            {steps.map((step, index) => (
              <option key={step} value={index}>
                {t("step", { number: index + 1, count: steps.length, step })}
              </option>
            ))}
          </select>
        </div>
      );
    }
    case "narrative": {
      const id = cellField(cell, "text");
      return (
        <div className="field">
          <label htmlFor={id}>{label}</label>
          <FieldError id={id} error={errorOf(id)} />
          <TextBox id={id} name={id} rows={8} defaultValue={typed("text")} data-stored={stored} />
        </div>
      );
    }
  }
}
