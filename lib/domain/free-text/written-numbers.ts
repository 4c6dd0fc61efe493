import type { FoundPart } from "./found-part";
import { isIdentityNumber, isPhone } from "./number-shapes";
import { isMoney } from "./passing-numbers";

/** Digits with at most three signs between two of them. */
const run = /\+?\(?\d(?:[ .()\-_]{0,3}\d)*/gu;
const mostDigits = 19;

interface Group {
  digits: string;
  start: number;
  end: number;
  /** Another number may begin here. */
  isCut: boolean;
}

function groupsOf(text: string, from: number): Group[] {
  return [...text.matchAll(/([^\d]*)(\d+)/gu)].map(({ 0: all, 1: between = "", 2: digits = "", index }) => ({
    digits,
    start: from + index + between.length,
    end: from + index + all.length,
    isCut: /[ _]/.test(between) || index === 0,
  }));
}

/** Numbers that are telephones or identity cards by their own form, in a text whose passing numbers are covered. */
export function findNumbers(covered: string): FoundPart<"phone" | "identityCard">[] {
  const found: FoundPart<"phone" | "identityCard">[] = [];
  for (const { 0: all, index } of covered.matchAll(run)) {
    const groups = groupsOf(all, index);
    // China's last sign may be an X.
    const next = covered[index + all.length];
    const last = groups.at(-1)!;
    if ((next === "X" || next === "x") && !/[\p{L}\d]/u.test(covered[index + all.length + 1] ?? "")) {
      last.digits += "X";
      last.end += 1;
    }
    for (let i = 0; i < groups.length; i++) {
      if (!groups[i]!.isCut) continue;
      const taken = longestFrom(groups, i, covered, i === 0 && all.startsWith("+"));
      if (!taken) continue;
      found.push({ kind: taken.kind, start: i === 0 ? index : groups[i]!.start, end: groups[taken.to]!.end });
      i = taken.to;
    }
  }
  return found;
}

function longestFrom(groups: readonly Group[], from: number, text: string, hasPlus: boolean) {
  let length = 0;
  let best: { kind: "phone" | "identityCard"; to: number } | null = null;
  for (let to = from; to < groups.length; to++) {
    length += groups[to]!.digits.length;
    if (length > mostDigits) break;
    if (groups[to + 1]?.isCut === false) continue;
    const of = groups.slice(from, to + 1);
    const written = { hasPlus, groups: of.map(({ digits }) => digits) };
    // Of a longer row of single digits, some are no number of their own.
    const isPartOfRow = of.every(({ digits }) => digits.length === 1) && of.length < groups.length;
    if (isPartOfRow) continue;
    const isAmount = !hasPlus && of[0]!.digits[0] !== "0" && isMoney(text, of[0]!.start, of.at(-1)!.end);
    if (isIdentityNumber(written)) best = { kind: "identityCard", to };
    else if (!isAmount && isPhone(written)) best = { kind: "phone", to };
  }
  return best;
}
