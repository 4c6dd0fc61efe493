import { Field } from "@/components/ui/fields/field";
import { TextBox } from "@/components/ui/fields/text-box";
import type { FieldProps } from "@/components/values/field-props";
import { cellField } from "@/lib/schemas/reports/entry-fields";

export function NarrativeField({ cell, label, typed, stored, errorOf }: FieldProps) {
  const id = cellField(cell, "text");
  return (
    <Field id={id} label={label} error={errorOf(id)}>
      {(control) => <TextBox {...control} name={id} rows={8} defaultValue={typed("text")} data-stored={stored} />}
    </Field>
  );
}
