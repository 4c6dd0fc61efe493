import type { FieldProps } from "@/components/values/field-props";
import { QuantityField } from "./quantity-field";
import { useNumberName } from "./use-number-name";

export function NumberField({ label, compact = false, ...props }: FieldProps) {
  const nameOf = useNumberName();
  return <QuantityField {...props} compact={compact} field="number" name={nameOf(label, props.indicator, compact)} />;
}
