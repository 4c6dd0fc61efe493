import { FieldGroup, type FieldGroupProps } from "./field-group";

/** Any answers of a few, all of one name. */
export const Checkboxes = (props: FieldGroupProps & { chosen: readonly string[] }) => (
  <FieldGroup {...props} type="checkbox" />
);
