import type { ReactNode } from "react";
import type { IndicatorType } from "@/lib/domain/framework/indicator";
import type { FieldProps } from "./field-props";
import { MilestoneField } from "./milestone/milestone-field";
import { NarrativeField } from "./narrative/narrative-field";
import { NumberField } from "./number/number-field";
import { PercentageField } from "./percentage/percentage-field";
import { YesNoField } from "./yes-no/yes-no-field";

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
