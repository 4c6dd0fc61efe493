import type { ComponentProps } from "react";
import { FieldGroup, type FieldGroupProps } from "./field-group";

/** One answer of a few. */
export function Radios({
  defaultValue,
  ...props
}: FieldGroupProps &
  Omit<ComponentProps<"input">, keyof FieldGroupProps | "type" | "value" | "defaultValue"> & {
    defaultValue?: string;
  }) {
  return <FieldGroup {...props} type="radio" chosen={defaultValue === undefined ? undefined : [defaultValue]} />;
}
