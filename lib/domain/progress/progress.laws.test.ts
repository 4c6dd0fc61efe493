import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Direction } from "../framework/indicator";
import type { AssessableValue, TargetValue } from "../values/assessable-value";
import { formatDecimal, rational } from "../values/rational";
import { missingReasons, type Value } from "../values/value";
import { type AssessmentInput, assess, type UnitAssessment } from "./progress";
import {
  approved,
  baseline,
  count,
  countRules,
  missing,
  planYears,
  ratio,
  targets,
  unitInput,
  year,
} from "./progress.testing";
import type { Status } from "./status";

const wholes = fc.integer({ min: -12, max: 40 });
const direction = fc.constantFrom<Direction>("increase", "decrease");
const number = (n: number) => ({ kind: "number", number: String(n) }) as const;

/** A count with any baseline and any targets, in any year: small numbers, so that ends, ties and turns are met often. */
const countInput: fc.Arbitrary<AssessmentInput> = fc
  .record({
    y: wholes,
    b: fc.option(wholes, { freq: 5 }),
    path: fc.array(fc.option(wholes, { freq: 2 }), { minLength: 4, maxLength: 4 }),
    direction,
    period: fc.constantFrom(...planYears),
  })
  .map(({ y, b, path, direction, period }) =>
    unitInput({
      rules: { ...countRules, direction },
      period: year(period),
      value: approved(number(y)),
      baseline: b === null ? null : baseline(number(b)),
      targets: targets(...path),
    }),
  );

const outcome = ({ status, step, reason, R, warnings }: UnitAssessment) => ({
  status,
  step,
  code: reason?.code,
  R,
  warnings,
});

function mapNumbers(input: AssessmentInput, change: (number: string) => string): AssessmentInput {
  const changed = <V extends Value | AssessableValue | TargetValue>(value: V): V =>
    value.kind === "number" ? { ...value, number: change(value.number) } : value;
  return {
    ...input,
    value: input.value && { ...input.value, value: changed(input.value.value) },
    baseline: input.baseline && { ...input.baseline, value: changed(input.baseline.value) },
    targets: input.targets.map((target) => ({ ...target, value: changed(target.value) })),
  };
}

describe("laws of progress", () => {
  it("says the same when the direction flips and every number changes its sign", () => {
    fc.assert(
      fc.property(countInput, (input) => {
        const negated = mapNumbers(input, (text) => formatDecimal(rational(text).neg()));
        const flipped = input.rules.direction === "increase" ? "decrease" : "increase";
        const mirrored = { ...negated, rules: { ...input.rules, direction: flipped } as const };
        expect(outcome(assess(mirrored))).toEqual(outcome(assess(input)));
      }),
      { numRuns: 2000 },
    );
  });

  it("says the same in another unit of measurement and from another zero", () => {
    fc.assert(
      fc.property(countInput, fc.integer({ min: 1, max: 900 }), wholes, (input, scale, shift) => {
        const moved = mapNumbers(input, (text) => formatDecimal(rational(text).mul(scale).div(8).add(shift)));
        expect(outcome(assess(moved))).toEqual(outcome(assess(input)));
      }),
      { numRuns: 1000 },
    );
  });

  it("never gets worse when the value gets better", () => {
    const worstFirst: readonly (Status | "none")[] = [
      "notAssessed",
      "missed",
      "movingAway",
      "limitedProgress",
      "accelerationNeeded",
      "onTrack",
      "maintained",
      "achieved",
    ];
    fc.assert(
      fc.property(countInput, wholes, (input, other) => {
        const at = (y: number) => worstFirst.indexOf(assess({ ...input, value: approved(number(y)) }).status);
        const here = input.value?.value.kind === "number" ? Number(input.value.value.number) : 0;
        const [worse, better] = [here, other].sort((a, b) => (input.rules.direction === "increase" ? a - b : b - a));
        expect(at(better ?? 0)).toBeGreaterThanOrEqual(at(worse ?? 0));
      }),
      { numRuns: 2000 },
    );
  });

  it("says the same for a count and for a percentage of 100", () => {
    const asPercentage = (input: AssessmentInput): AssessmentInput => {
      const over100 = (value: AssessableValue) => (value.kind === "number" ? ratio(value.number, 100) : value);
      return {
        ...input,
        rules: { ...input.rules, type: "percentage" },
        value: input.value && approved(over100(input.value.value as AssessableValue)),
        baseline: input.baseline && { ...input.baseline, value: over100(input.baseline.value) },
      };
    };
    fc.assert(
      fc.property(countInput, (input) => {
        expect(outcome(assess(asPercentage(input)))).toEqual(outcome(assess(input)));
      }),
    );
  });

  it("never takes a blank for a 0, nor for anything else", () => {
    const blank = fc.constantFrom(null, ...missingReasons.map((reason) => approved(missing(reason))));
    fc.assert(
      fc.property(countInput, blank, (input, value) => {
        const assessment = assess({ ...input, value });
        expect(assessment).toMatchObject({ status: "notAssessed", reason: { code: "noApprovedValue" }, R: null });
        expect(assessment.letters.y).toBeNull();
        expect(assessment.inputs.value).toBeNull();
      }),
    );
  });

  it("takes a blank baseline for none, and a censored one for each of its ends", () => {
    fc.assert(
      fc.property(countInput, fc.integer({ min: 1, max: 20 }), (input, below) => {
        const from = (b: number) => assess({ ...input, baseline: baseline(count(b)) });
        const censored = assess({ ...input, baseline: baseline(count(`<${below}`)) });
        const [low, high] = [from(0), from(below - 1)];
        if (low.status === high.status) expect(censored.status).toBe(low.status);
        else expect(censored.reason?.code).toBe("censored");
        expect(assess({ ...input, baseline: null }).letters.b).toBeNull();
      }),
    );
  });

  it("is told in plain JSON that holds no floats", () => {
    const numbersIn = (value: unknown): number[] =>
      typeof value === "number"
        ? [value]
        : value && typeof value === "object"
          ? Object.values(value).flatMap(numbersIn)
          : [];
    fc.assert(
      fc.property(countInput, (input) => {
        const assessment = assess(input);
        expect(JSON.parse(JSON.stringify(assessment))).toEqual(assessment);
        expect(numbersIn(assessment).every(Number.isSafeInteger)).toBe(true);
      }),
    );
  });
});
