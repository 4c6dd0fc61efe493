import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { errorId, FieldError } from "@/components/ui/fields/field";
import { Select } from "@/components/ui/fields/select";
import type { IndicatorType } from "@/lib/domain/framework/indicator";
import { cellField } from "@/lib/schemas/reports/entry-fields";
import type { FieldProps } from "./field-props";
import { useStepChoices } from "./milestone/use-step-choices";
import { NarrativeField } from "./narrative/narrative-field";
import { QuantityField } from "./number/quantity-field";
import { useNumberName } from "./number/use-number-name";
import { useSideNames } from "./percentage/use-side-names";

function MilestoneField({ cell, label, indicator: { steps }, typed, errorOf }: FieldProps) {
  const t = useTranslations("values.field");
  const id = cellField(cell, "step");
  return (
    <Select
      id={id}
      name={id}
      label={label}
      error={errorOf(id)}
      defaultValue={typed("step")}
      empty={t("noStep")}
      options={useStepChoices(steps)}
    />
  );
}

function NumberField({ label, compact = false, ...props }: FieldProps) {
  const nameOf = useNumberName();
  return <QuantityField {...props} compact={compact} field="number" name={nameOf(label, props.indicator, compact)} />;
}

function PercentageField({ label, ...props }: FieldProps) {
  const t = useTranslations("values.field");
  const names = useSideNames();
  const { numerator, denominator } = props.compact ? names.ofPart(label) : names.ofTotal(props.indicator);
  return (
    <div className="pair">
      <QuantityField {...props} field="numerator" name={numerator} />
      <span aria-hidden="true">{t("of")}</span>
      <QuantityField {...props} field="denominator" name={denominator} />
    </div>
  );
}

/** The third choice takes an answer back: without a script nothing else could. */
function YesNoField({ cell, label, typed, errorOf }: FieldProps) {
  const t = useTranslations("values.text");
  const field = useTranslations("values.field");
  const id = cellField(cell, "yesNo");
  const error = errorOf(id);
  const chosen = typed("yesNo");
  return (
    <fieldset className={error ? "field bad" : "field"} aria-describedby={error ? errorId(id) : undefined}>
      <legend>{label}</legend>
      <FieldError id={id} error={error} />
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
            {answer === "" ? field("noAnswer") : t(answer)}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

const fields: Record<IndicatorType, (props: FieldProps) => ReactNode> = {
  number: NumberField,
  percentage: PercentageField,
  yesNo: YesNoField,
  milestone: MilestoneField,
  narrative: NarrativeField,
};

/** The fields of one cell in a plain form. Without the sheet's editors: it is to be light. */
export function ValueField(props: FieldProps) {
  const Field = fields[props.indicator.rules.type];
  return <Field {...props} />;
}
