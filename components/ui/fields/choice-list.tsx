import type { ComponentProps } from "react";
import { FieldHint, hintId } from "./field";
import type { Option } from "./select";

/** An answer with a sentence of its own. */
export interface Choice extends Option {
  hint?: string;
  className?: string;
}

/** Radios or checkboxes of one field. The first carries the field's id, so that the error summary leads to it. */
export function ChoiceList({
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
