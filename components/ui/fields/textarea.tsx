import type { ComponentProps } from "react";
import { Field, type FieldProps } from "./field";
import { TextBox } from "./text-box";

export function Textarea({
  id,
  label,
  hint,
  error,
  className,
  rows = 4,
  ...rest
}: FieldProps & Omit<ComponentProps<typeof TextBox>, "id" | "className">) {
  return (
    <Field {...{ id, label, hint, error, className }}>{(props) => <TextBox rows={rows} {...rest} {...props} />}</Field>
  );
}
