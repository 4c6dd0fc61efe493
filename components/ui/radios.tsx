import type { ComponentProps } from "react";
import { type Choice, ChoiceList } from "./choice-list";
import { describedBy, FieldError, type FieldProps, hintId } from "./field";

/** One answer of a few. */
export function Radios({
  id,
  label,
  hint,
  error,
  className = "",
  name,
  options,
  inRow = false,
  defaultValue,
  ...input
}: FieldProps &
  Omit<ComponentProps<"input">, "id" | "className" | "type" | "value" | "defaultValue" | "name"> & {
    name: string;
    options: readonly Choice[];
    inRow?: boolean;
    defaultValue?: string;
  }) {
  const chosen = defaultValue === undefined ? undefined : [defaultValue];
  return (
    <fieldset
      className={`field ${error ? "bad" : ""} ${className}`.trim()}
      aria-describedby={describedBy({ id, hint, error })}
    >
      <legend>{label}</legend>
      {hint && (
        <div id={hintId(id)} className="help">
          {hint}
        </div>
      )}
      <FieldError id={id} error={error} />
      <ChoiceList {...{ id, name, chosen, inRow }} type="radio" choices={options} {...input} />
    </fieldset>
  );
}
