import { useTranslations } from "next-intl";
import { Select } from "@/components/ui/fields/select";
import type { FieldProps } from "@/components/values/field-props";
import { cellField } from "@/lib/schemas/reports/entry-fields";
import { useReasons } from "./use-reasons";

/** Stands under the field of a value, of whatever type: one of the two is answered. */
export function ReasonField({
  cell,
  typed,
  stored,
  errorOf,
}: Pick<FieldProps, "cell" | "typed" | "stored" | "errorOf">) {
  const t = useTranslations("values.missing");
  const id = cellField(cell, "missingReason");
  return (
    <Select
      id={id}
      name={id}
      label={t("give")}
      hint={t("hint")}
      error={errorOf(id)}
      defaultValue={typed("missingReason")}
      data-stored={stored}
      empty={t("none")}
      options={useReasons()}
    />
  );
}
