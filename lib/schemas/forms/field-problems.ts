import type { core } from "zod";
import type { FieldProblem } from "./form-state";

const MESSAGE_KEY = /^[a-z][A-Za-z0-9]*$/;

/**
 * The first problem of each field. A schema's messages are keys of the namespace `errors` (`z.string().min(1, "emailMissing")`);
 * what has none reads "invalid". The limit that was broken goes along as `limit`, and what an issue of one's own has as `params`.
 */
export function fieldProblems(error: core.$ZodError): FieldProblem[] {
  const problems = new Map<string, FieldProblem>();
  for (const issue of error.issues) {
    const field = issue.path.map(String).join(".");
    if (problems.has(field)) continue;
    const args = "params" in issue ? (issue.params as FieldProblem["args"]) : undefined;
    const limit = "maximum" in issue ? issue.maximum : "minimum" in issue ? issue.minimum : undefined;
    problems.set(field, {
      field,
      key: MESSAGE_KEY.test(issue.message) ? issue.message : "fieldInvalid",
      ...(limit === undefined ? args && { args } : { args: { limit: Number(limit) } }),
    });
  }
  return [...problems.values()];
}
