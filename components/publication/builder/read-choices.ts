import type { PublicationSettings } from "@/lib/domain/publication";
import { fieldProblems } from "@/lib/schemas/forms/field-problems";
import type { Entered, FieldProblem, Refused } from "@/lib/schemas/forms/form-state";
import { publicationSettings } from "@/lib/schemas/publications/publication-forms";
import { misfits } from "@/lib/views/publication-choices";
import type { PublicationBuilderView } from "@/lib/views/publication-view";

type Read = { settings: PublicationSettings; refused: null } | { settings: null; refused: Refused };

/** What the choices of an address mean, or what is wrong with them, in the words of a form that was sent. */
export function readChoices(chosen: Entered, view: PublicationBuilderView): Read {
  const read = publicationSettings.safeParse(
    Object.fromEntries(Object.entries(chosen).map(([field, all]) => [field, all.length > 1 ? all : all[0]])),
  );
  const problems: FieldProblem[] = read.success ? misfits(read.data, view) : fieldProblems(read.error);
  if (read.success && problems.length === 0) return { settings: read.data, refused: null };
  const refusal = { code: "invalid" as const, args: { fields: problems.length } };
  return { settings: null, refused: { ok: false, refusal, problems, entered: chosen } };
}
