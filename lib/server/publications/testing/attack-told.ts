import "server-only";
import type { DisclosureState } from "@/lib/domain/suppression/tables/linked-values";
import { Undecided } from "@/test/disclosure-audit/attacker";
import { attack } from "@/test/disclosure-audit/reader";
import type { TrueValue } from "@/test/disclosure-audit/test-world";
import { type AttackedPlan, type AttackedWorld, placeKey, placeOf } from "./attacked-plan";
import type { Knowledge, Told } from "./knowledge";

const threshold = 5;

/** How a value stands to a reader who has everything public before him. */
function marksTold(plan: AttackedPlan, each: AttackedWorld, knowledge: Knowledge): Map<string, DisclosureState> {
  return new Map(
    each.world.values.map((value) => {
      const place = placeOf(each, value);
      const told = knowledge.markAt(place);
      // A percentage is only ever said to be suppressed; the attack knows as much as if it were said why.
      const stored = plan.marks.get(placeKey(place));
      const isWhy = each.isPercentage && told === "suppressed" && stored === "small";
      // An earlier release can't be taken back: what stood in the open is known.
      const wasShown = plan.firstMarks.get(placeKey(place)) === "shown";
      return [value.id, wasShown ? "shown" : isWhy ? "small" : told];
    }),
  );
}

/**
 * Values marked "suppressed" for want of anything better. It isn't stored which they are; where a small count is among
 * the suppressed, nothing can be taken for large because of its state.
 */
function darkIn({ values }: AttackedWorld["world"], states: ReadonlyMap<string, DisclosureState>): string[] {
  const suppressed = values.filter(({ id }) => states.get(id) === "suppressed");
  const isSmall = (count: number) => count > 0 && count < threshold;
  const amounts = ({ truth: [first, second] }: TrueValue) =>
    second === undefined ? [first!] : [first!, second, second - first!];
  return suppressed.some((value) => amounts(value).some(isSmall)) ? suppressed.map(({ id }) => id) : [];
}

/** What the reader disproves of the promise; "undecided" where a question takes too long. */
export function attackTold(plan: AttackedPlan, each: AttackedWorld, knowledge: Knowledge) {
  const states = marksTold(plan, each, knowledge);
  const dark = darkIn(each.world, states);
  const values = each.world.values.map((value): TrueValue => {
    const first = plan.firstMarks.get(placeKey(placeOf(each, value)));
    const isOther = first !== states.get(value.id) && !each.isPercentage;
    return { ...value, earlier: isOther && (first === "small" || first === "suppressed") ? first : undefined };
  });
  try {
    return { broken: attack({ ...each.world, values }, { states, dark }, threshold), isDark: dark.length > 0 };
  } catch (error) {
    if (error instanceof Undecided) return { broken: "undecided" as const, isDark: dark.length > 0 };
    throw error;
  }
}

/** Numbers that somebody tells of values that the approval decided to hide. */
export function revealed(plan: AttackedPlan, knowledge: Knowledge): string[] {
  return [...plan.marks].flatMap(([key, state]) => {
    if (state !== "small" && state !== "suppressed") return [];
    const told = (knowledge.places.get(key) ?? []).filter((each) => each.state === "shown");
    return told.map(({ source, text }) => `${key}: "${text}" in ${source}`);
  });
}

/** What is told of a value and isn't so. */
export function untrue(each: AttackedWorld, knowledge: Knowledge): string[] {
  return each.world.values.flatMap((value) => {
    const place = placeOf(each, value);
    return knowledge
      .shownAt(place)
      .filter((told) => !isTrue(told, value))
      .map(({ source, text }) => `${placeKey(place)}: "${text}" in ${source}, but ${value.truth.join(" of ")}`);
  });
}

/** A percentage has one place in words, and all that it takes on an axis. */
function isTrue({ number, parts }: Told, { truth: [first, second] }: TrueValue): boolean {
  if (second === undefined) return number === first;
  if (parts && (parts[0] !== first || parts[1] !== second)) return false;
  return number === null || Math.abs(number - (100 * first!) / second) <= 0.05 + 1e-9;
}
