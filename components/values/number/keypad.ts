import type { ValueRules } from "@/lib/domain/values/value-limits";
import { mayBeBelow } from "@/lib/schemas/values/number-text";

/**
 * A phone's keypad of digits and a point, unless a value may begin with what it lacks: some have no minus sign, and none
 * has the `<` of `<5`.
 * @param hasBelowKey the field has a key for `<` beside it
 */
export function keypadOf(rules: ValueRules, { hasBelowKey }: { hasBelowKey: boolean }): "decimal" | undefined {
  const mayBeNegative = rules.type === "number" && (rules.lowest === null || rules.lowest.startsWith("-"));
  return mayBeNegative || (mayBeBelow(rules) && !hasBelowKey) ? undefined : "decimal";
}
