import type { ComponentProps } from "react";
import { describedBy, FieldError, type FieldProps, hintId } from "./field";
import type { Option } from "./select";

/** One answer of a few. The first radio carries the field's id, so that the error summary leads to it. */
export function Radios({
  id,
  label,
  hint,
  error,
  className = "",
  name,
  options,
  inRow = false,
  ...input
}: FieldProps &
  Omit<ComponentProps<"input">, "id" | "className" | "type" | "value" | "defaultValue" | "name"> & {
    name: string;
    options: readonly Option[];
    inRow?: boolean;
    defaultValue?: string;
  }) {
  const { defaultValue, ...rest } = input;
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
      <div className={inRow ? "choices row" : "choices"}>
        {options.map((option, index) => (
          <label key={option.value}>
            <input
              type="radio"
              id={index === 0 ? id : `${id}-${option.value}`}
              name={name}
              value={option.value}
              defaultChecked={defaultValue === undefined ? undefined : defaultValue === option.value}
              {...rest}
            />
            {option.label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
