import { errorId, Field, FieldError } from "@/components/ui/fields/field";
import type { FieldProps } from "@/components/values/field-props";
import { cellField } from "@/lib/schemas/reports/entry-fields";
import { keypadOf } from "./keypad";

/** One quantity of a cell in a plain form: a number, or a side of a percentage. */
export function QuantityField({
  cell,
  indicator: { rules },
  typed,
  errorOf,
  compact = false,
  field,
  name,
}: Omit<FieldProps, "label"> & { field: "number" | "numerator" | "denominator"; name: string }) {
  const id = cellField(cell, field);
  const error = errorOf(id);
  const input = {
    type: "text",
    // Without a script nothing offers the < that a keypad hasn't got.
    inputMode: keypadOf(rules, { hasBelowKey: false }),
    name: id,
    defaultValue: typed(field),
  };
  if (!compact)
    return (
      <Field id={id} label={name} error={error}>
        {(control) => <input {...input} {...control} />}
      </Field>
    );
  return (
    <div className="cellfield">
      <FieldError id={id} error={error} />
      <input
        {...input}
        aria-label={name}
        // A breakdown has hundreds of fields: none says that it takes text, and only what an error leads to has an id.
        type={undefined}
        id={error ? id : undefined}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? errorId(id) : undefined}
      />
    </div>
  );
}
