import type { ComponentProps } from "react";
import { describedBy, FieldError, FieldHint, type FieldProps, hintId } from "./field";
import type { Option } from "./select";

/** An answer with a sentence of its own. */
interface Choice extends Option {
  hint?: string;
  className?: string;
}

/** Radios or checkboxes of one field. The first carries the field's id, so that the error summary leads to it. */
function ChoiceList({
  id,
  type,
  name,
  choices,
  chosen,
  inRow,
  ...input
}: Omit<ComponentProps<"input">, "id" | "className" | "type" | "value" | "defaultValue" | "name"> & {
  id: string;
  type: "radio" | "checkbox";
  name: string;
  choices: readonly Choice[];
  /** Undefined where the caller holds the choice. */
  chosen: readonly string[] | undefined;
  inRow: boolean;
}) {
  return (
    <div className={inRow ? "choices row" : "choices"}>
      {choices.map(({ value, label, hint, className }, index) => {
        // The field's own hint has the field's id.
        const ownId = `${id}-${value}`;
        const inputId = index === 0 ? id : ownId;
        return (
          <div key={value} className={className}>
            <label>
              <input
                type={type}
                id={inputId}
                name={name}
                value={value}
                defaultChecked={chosen?.includes(value)}
                aria-describedby={hint && hintId(ownId)}
                {...input}
              />
              {label}
            </label>
            <FieldHint id={ownId} hint={hint} />
          </div>
        );
      })}
    </div>
  );
}

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
