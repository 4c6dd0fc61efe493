import type { z } from "zod";
import { youngParts } from "@/lib/domain/free-text/young-people";
import { safeText } from "@/lib/schemas/forms/safe-text";

/** As much of what was found as its author needs to find it again. */
const longestQuote = 60;

/** Whatever names a young person or a school comes back: nobody may tick that they looked at it. */
function refuseYoung(written: string, context: z.core.$RefinementCtx<string>): void {
  const [first, ...more] = youngParts(written);
  if (!first) return;
  const found = written.slice(first.start, Math.min(first.end, first.start + longestQuote));
  const params = { kind: first.kind, found, more: more.length };
  context.addIssue({ code: "custom", message: "youngPersonNamed", params, input: written });
}

/** Words of or about young people, who may be children. */
export const youngText = (limit: number) => safeText(limit).superRefine(refuseYoung);
