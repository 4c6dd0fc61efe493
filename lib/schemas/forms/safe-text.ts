import type { z } from "zod";
import { text } from "./form-fields";
import { unsafeWords } from "./unsafe-words";

export function refuseUnsafe(written: string, context: z.core.$RefinementCtx<string>): void {
  const problem = unsafeWords(written);
  if (problem) context.addIssue({ code: "custom", message: problem.key, params: problem.args, input: written });
}

/**
 * Words that say nothing by which a person could be reached or known. Fields for what makes somebody or something reachable
 * on purpose (accounts, organisations, who publishes, the site's notice) take `text`.
 */
export const safeText = (limit: number) => text(limit).superRefine(refuseUnsafe);
