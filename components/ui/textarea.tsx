import type { ComponentProps } from "react";
import { Field, type FieldProps } from "./field";

export function Textarea({
  id,
  label,
  hint,
  error,
  className,
  rows = 4,
  ...rest
}: FieldProps & Omit<ComponentProps<"textarea">, "id" | "className">) {
  return (
    <Field {...{ id, label, hint, error, className }}>{(props) => <textarea rows={rows} {...rest} {...props} />}</Field>
  );
}
