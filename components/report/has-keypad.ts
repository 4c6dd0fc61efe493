import type { ValueRules } from "@/lib/domain/values/value-limits";

/** Whether a phone's keypad of digits and a point has all that a number may begin with: some of them have no minus sign. */
export const hasKeypad = ({ type, lowest }: Pick<ValueRules, "type" | "lowest">): boolean =>
  type !== "number" || (lowest !== null && !lowest.startsWith("-"));
