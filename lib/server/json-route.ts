import "server-only";
import type { z } from "zod";
import { Refusal, type RefusalCode } from "@/lib/domain/refusal";
import { cleanStructure } from "@/lib/schemas/clean-text";
import { fieldProblems } from "@/lib/schemas/field-problems";
import type { FieldProblem } from "@/lib/schemas/form-state";
import { type CurrentSession, currentSession } from "./auth/current-actor";

/** The status that says most nearly what a refusal says; every other refusal is a 409, a conflict with how things stand. */
const statuses: Partial<Record<RefusalCode, number>> = {
  signedOut: 401,
  notAllowed: 403,
  notFound: 404,
  invalid: 422,
  throttled: 429,
};

/**
 * `formAction` for what must be fast or survive going offline (autosave of a cell, the offline queue): the same command
 * and schema behind a JSON request. Answers `{ ok: true, result }`, or `{ ok: false, refusal, problems }` with a status.
 */
export function jsonRoute<S extends z.ZodType, R>(
  schema: S,
  command: (session: CurrentSession, input: z.output<S>) => Promise<R>,
) {
  return async (request: Request): Promise<Response> => {
    // No form of another site can send this type, and a script of another site isn't let to: see also SameSite=Lax.
    if (!request.headers.get("content-type")?.startsWith("application/json")) return refusal(new Refusal("notAllowed"));
    const session = await currentSession();
    if (session === null) return refusal(new Refusal("signedOut"));
    const body: unknown = await request.json().catch(() => undefined);
    const input = await schema.safeParseAsync(cleanStructure(body));
    if (!input.success) {
      const problems = fieldProblems(input.error);
      return refusal(new Refusal("invalid", { fields: problems.length }), problems);
    }
    try {
      return Response.json({ ok: true, result: await command(session, input.data) });
    } catch (error) {
      if (error instanceof Refusal) return refusal(error);
      throw error;
    }
  };
}

function refusal({ code, args }: Refusal, problems: FieldProblem[] = []): Response {
  return Response.json({ ok: false, refusal: { code, args }, problems }, { status: statuses[code] ?? 409 });
}
