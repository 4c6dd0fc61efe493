import type { ComponentProps } from "react";
import { type Choice, ChoiceList } from "./choice-list";
import { describedBy, FieldError, FieldHint, type FieldProps } from "./field";

export type FieldGroupProps = FieldProps & { name: string; options: readonly Choice[]; inRow?: boolean };

/** A question with a few answers to choose among. */
export function FieldGroup({
  id,
  label,
  hint,
  error,
  className = "",
  options,
  inRow = false,
  ...list
}: FieldGroupProps & Omit<ComponentProps<typeof ChoiceList>, "id" | "choices" | "inRow">) {
  return (
    <fieldset
      className={`field ${error ? "bad" : ""} ${className}`.trim()}
      aria-describedby={describedBy({ id, hint, error })}
    >
      <legend>{label}</legend>
      <FieldHint id={id} hint={hint} />
      <FieldError id={id} error={error} />
      <ChoiceList {...{ id, inRow }} choices={options} {...list} />
    </fieldset>
  );
}
