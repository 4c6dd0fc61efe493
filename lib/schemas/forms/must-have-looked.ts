import { InvalidFields } from "./invalid-fields";
import type { LookedAt } from "./looked-at";
import { toLookAt } from "./warned-words";

/**
 * What may say of whom it speaks comes back once, to be looked at, before others read it.
 * @param written words by the field in which they stand
 * @throws InvalidFields for those that nobody looked at yet
 */
export function mustHaveLooked(
  lookedAt: LookedAt,
  written: readonly (readonly [field: string, words: string])[],
): void {
  const unseen = written.flatMap(([field, words]) => toLookAt(field, words, lookedAt) ?? []);
  if (unseen.length > 0) throw new InvalidFields(unseen);
}
