import "server-only";
import { inputsFormat } from "@/lib/domain/results/method";
import type { StoredInputs, StoredPublicInputs } from "@/lib/domain/results/result-rows";
import type { Prisma } from "@/lib/server/db/generated/client";

/** What makes each earlier format the next one. */
const upgrades: Record<number, (stored: Prisma.JsonValue) => Prisma.JsonValue> = {
  // `figure` meant a value. Some of format 2 have no number, and no such word.
  1: withValues,
};

/**
 * The column `inputs` or `public_inputs`, which `result-rows` alone writes, under these very types; in whatever format it was
 * stored.
 * @throws Error for a format that only a later version of the program knows
 */
export function readInputs<Inputs extends StoredInputs | StoredPublicInputs>(column: Prisma.JsonValue): Inputs | null {
  if (column === null) return null;
  const { format = 1, ...stored } = column as Prisma.JsonObject & { format?: number };
  if (format > inputsFormat) throw new Error(`Inputs of results are stored in format ${format}.`);
  let inputs: Prisma.JsonValue = stored;
  for (let at = format; at < inputsFormat; at++) inputs = upgrades[at]!(inputs);
  return inputs as unknown as Inputs;
}

function withValues(json: Prisma.JsonValue): Prisma.JsonValue {
  if (json === null || typeof json !== "object") return json;
  if (Array.isArray(json)) return json.map((each) => withValues(each));
  return Object.fromEntries(
    Object.entries(json).map(([key, each]) => [key === "figure" ? "value" : key, withValues(each ?? null)]),
  );
}
