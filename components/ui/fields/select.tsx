import type { ComponentProps } from "react";
import { Field, type FieldProps } from "./field";

export interface Option {
  value: string;
  label: string;
}

/** An `empty` option stands first and means "nothing chosen yet"; it is never a value. */
export function Select({
  id,
  label,
  hint,
  error,
  className,
  options,
  empty,
  ...rest
}: FieldProps & Omit<ComponentProps<"select">, "id" | "className"> & { options: readonly Option[]; empty?: string }) {
  return (
    <Field {...{ id, label, hint, error, className }}>
      {(props) => (
        <select {...rest} {...props}>
          {empty !== undefined && <option value="">{empty}</option>}
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
