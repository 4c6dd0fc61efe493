import "server-only";
import { core } from "zod";
import { cleanStructure } from "@/lib/schemas/forms/clean-text";
import { fieldProblems } from "@/lib/schemas/forms/field-problems";
import { InvalidFields } from "@/lib/schemas/forms/invalid-fields";
import type { Asked } from "./asked";
import { readBody } from "./read-body";

/**
 * The request's JSON, as text that the database can hold, read by the schema.
 * @throws BodyTooLarge; InvalidFields, for what is no JSON too
 */
export async function readJson<S extends core.$ZodType>(
  request: Pick<Asked, "headers" | "body">,
  schema: S,
  limit: number,
): Promise<core.output<S>> {
  const bytes = await readBody(request, limit);
  const read = core.safeParse(schema, parsed(new TextDecoder().decode(bytes)));
  if (!read.success) throw new InvalidFields(fieldProblems(read.error));
  return read.data;
}

/** Undefined for what is no JSON, or so deep that nobody could walk through it; no schema takes it. */
function parsed(text: string): unknown {
  try {
    return cleanStructure(JSON.parse(text));
  } catch {
    return undefined;
  }
}
