import type { z } from "zod";
import { youngParts } from "@/lib/domain/free-text/young-people";
import type { FieldProblem } from "@/lib/schemas/forms/form-state";
import { safeText } from "@/lib/schemas/forms/safe-text";

/** As much of what was found as its author needs to find it again. */
const longestQuote = 60;

/** What is wrong with words that name a young person or a school; null of others. */
export function youngWords(written: string) {
  const [first, ...more] = youngParts(written);
  if (!first) return null;
  const found = written.slice(first.start, Math.min(first.end, first.start + longestQuote));
  return { key: "youngPersonNamed", args: { kind: first.kind, found, more: more.length } };
}

/** The same of several fields, by their names. */
export const youngProblems = (fields: readonly (readonly [field: string, written: string])[]): FieldProblem[] =>
  fields.flatMap(([field, written]) => {
    const problem = youngWords(written);
    return problem ? [{ field, ...problem }] : [];
  });

/** Whatever names a young person or a school comes back: nobody may tick that they looked at it. */
function refuseYoung(written: string, context: z.core.$RefinementCtx<string>): void {
  const problem = youngWords(written);
  if (problem) context.addIssue({ code: "custom", message: problem.key, params: problem.args, input: written });
}

/** Words of or about young people, who may be children. */
export const youngText = (limit: number) => safeText(limit).superRefine(refuseYoung);
