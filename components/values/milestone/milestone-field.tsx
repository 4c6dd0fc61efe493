import { useTranslations } from "next-intl";
import { Select } from "@/components/ui/fields/select";
import type { FieldProps } from "@/components/values/field-props";
import { cellField } from "@/lib/schemas/reports/entry-fields";
import { useStepChoices } from "./use-step-choices";

export function MilestoneField({ cell, label, indicator: { steps }, typed, errorOf }: FieldProps) {
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
