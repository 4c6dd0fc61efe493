import { type Chosen, clearField, conflictField } from "@/lib/schemas/imports/import-answers";
import type { ImportView } from "@/lib/views/import-view";

/** What was chosen in a preview that couldn't be imported, and what it had asked. */
export interface ChosenBefore {
  view: ImportView;
  chosen: Chosen;
}

/** Each question by the name of its field, with all that is said in it. */
const questionsOf = ({ conflicts, cleared }: ImportView) =>
  new Map([
    ...conflicts.map((each) => [conflictField(each), JSON.stringify(each)] as const),
    ...cleared.map((each) => [clearField(each), JSON.stringify(each)] as const),
  ]);

/** A file that is looked at anew asks the same again: there the choice stands. Where anything is another, it is asked anew. */
export function stillChosen(before: ChosenBefore | null, view: ImportView): Chosen {
  if (before?.view.sha256 !== view.sha256) return () => undefined;
  const [asked, asks] = [questionsOf(before.view), questionsOf(view)];
  return (field) => (asked.get(field) === asks.get(field) ? before.chosen(field) : undefined);
}
