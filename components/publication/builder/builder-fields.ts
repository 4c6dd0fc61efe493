export type BuilderField =
  | "kind"
  | "unit"
  | "period"
  | "release"
  | "goal"
  | "countries"
  | "sections"
  | "language"
  | "view"
  | "formats";

/** The form's fields by name. */
export interface BuilderFields {
  /** What a control takes: its id and name, and what is wrong with it. */
  fieldOf: (field: BuilderField) => { id: string; name: string; error: string | null };
  chosenIn: (field: BuilderField) => readonly string[];
}
