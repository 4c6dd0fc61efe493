import { useTranslations } from "next-intl";
import type { FieldProps } from "@/components/values/field-props";
import { QuantityField } from "@/components/values/number/quantity-field";
import { useSideNames } from "./use-side-names";

export function PercentageField({ label, ...props }: FieldProps) {
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
