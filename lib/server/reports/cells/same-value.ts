import "server-only";
import type { Value } from "@/lib/domain/values/value";
import { canonicalJson, plainJson } from "@/lib/server/canonical-json";

/** Whether two values are one; two empty cells are. Decimals are written in one way on both sides. */
export const sameValue = (one: Value | undefined, other: Value | undefined): boolean =>
  canonicalJson(plainJson(one)) === canonicalJson(plainJson(other));
