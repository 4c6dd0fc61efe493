import "server-only";
import type { StoredInputs, StoredPublicInputs } from "@/lib/domain/results/result-rows";
import type { Prisma } from "@/lib/server/db/generated/client";

/** The column `inputs` or `public_inputs`, which `result-rows` alone writes, under these very types. */
export const readInputs = <Inputs extends StoredInputs | StoredPublicInputs>(column: Prisma.JsonValue): Inputs | null =>
  withValues(column) as unknown as Inputs | null;

/** Rows that an earlier version of the program wrote say `figure` where they mean a value; those of this one never do. */
function withValues(json: Prisma.JsonValue | undefined): Prisma.JsonValue | undefined {
  if (json === null || typeof json !== "object") return json;
  if (Array.isArray(json)) return json.map((each) => withValues(each) ?? null);
  return Object.fromEntries(
    Object.entries(json).map(([key, each]) => [key === "figure" ? "value" : key, withValues(each)]),
  );
}
