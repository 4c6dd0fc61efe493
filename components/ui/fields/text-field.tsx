import type { ComponentProps } from "react";
import { Field, type FieldProps } from "./field";

export function TextField({
  id,
  label,
  hint,
  error,
  className,
  ...input
}: FieldProps & Omit<ComponentProps<"input">, "id" | "className">) {
  return (
    <Field {...{ id, label, hint, error, className }}>{(props) => <input type="text" {...input} {...props} />}</Field>
  );
}
