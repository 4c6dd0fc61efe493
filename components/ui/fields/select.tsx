import type { ComponentProps } from "react";
import { Field, type FieldProps } from "./field";

export interface Option {
  value: string;
  label: string;
}

type OptionsProps = ComponentProps<"select"> & {
  options: readonly Option[];
  /** The option that stands first and means "nothing chosen yet"; it is never a value. */
  empty?: string;
};

/**
 * A select without a label of its own. React resets a form after its action, and a select to what was its default when it
 * was made: one with another default is another select, so that a refused form keeps its choice.
 */
export function BareSelect({ options, empty, ...rest }: OptionsProps) {
  return (
    <select key={String(rest.defaultValue)} {...rest}>
      {empty !== undefined && <option value="">{empty}</option>}
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  );
}

export function Select({
  id,
  label,
  hint,
  error,
  className,
  ...rest
}: FieldProps & Omit<OptionsProps, "id" | "className">) {
  return <Field {...{ id, label, hint, error, className }}>{(props) => <BareSelect {...rest} {...props} />}</Field>;
}
