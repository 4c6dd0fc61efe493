import { type Choice, ChoiceList } from "./choice-list";
import { describedBy, FieldError, type FieldProps, hintId } from "./field";

/** Any answers of a few, all of one name. */
export function Checkboxes({
  id,
  label,
  hint,
  error,
  className = "",
  name,
  options,
  chosen,
  inRow = false,
}: FieldProps & { name: string; options: readonly Choice[]; chosen: readonly string[]; inRow?: boolean }) {
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
      <ChoiceList {...{ id, name, chosen, inRow }} type="checkbox" choices={options} />
    </fieldset>
  );
}
