import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { monthNumber } from "../framework/reporting-period";
import type { TargetValue } from "../values/assessable-value";
import { formatFraction, rational } from "../values/rational";
import type { Value } from "../values/value";
import { aggregateRegion } from "./aggregation";
import {
  approved,
  baseline,
  country,
  milestoneRules,
  no,
  percentageRules,
  ratio,
  regionInput,
  step,
  targets,
  units,
  yes,
  yesNoRules,
} from "./progress.testing";
import { type CountryInput, plannedCount } from "./regional-members";
import type { RegionInput } from "./regional-progress";

const brief = (input: RegionInput) => {
  const { assessment } = aggregateRegion(input);
  return [assessment.status, assessment.reason?.code ?? null, assessment.R];
};

describe("percentages of the region", () => {
  const percentage = (unit: string, y: ReturnType<typeof ratio>, b: ReturnType<typeof ratio>, A: number, T: number) =>
    country(unit, { value: approved(y), baseline: baseline(b), targets: targets(null, A, null, T) });
  const region = (...countries: CountryInput[]) => regionInput({ rules: percentageRules, countries });
  const large = percentage("CHN", ratio(60, 300), ratio(1, 10), 30, 50);
  const little = percentage("LAO", ratio(30, 100), ratio(2, 10), 40, 60);

  it("weights b, A and T by current denominators, whatever the baselines' own were", () => {
    // b: (0.1 x 300 + 0.2 x 100) / 400; A: (90 + 40) / 400; T: (150 + 60) / 400.
    expect(aggregateRegion(region(large, little)).assessment).toMatchObject({
      status: "limitedProgress",
      R: "0.500000",
      letters: { y: "9/40", b: "1/8", A: "13/40", T: "21/40" },
      warnings: [],
    });
  });

  it("lets a country without cases be in, and weigh nothing", () => {
    const idle = percentage("KHM", ratio(0, 0), ratio(9, 10), 90, 90);
    const result = aggregateRegion(region(large, little, idle));
    expect(result.in).toBe(3);
    expect(result.assessment.letters).toEqual(aggregateRegion(region(large, little)).assessment.letters);
    expect(result.assessment.inputs.members.at(-1)?.letters.y).toBeNull();
    expect(brief(region(idle, { ...idle, unit: "LAO" }))).toEqual(["notAssessed", "noCases", null]);
  });

  it("is open with a censored denominator, and evaluates a censored numerator at both ends", () => {
    const open = percentage("KHM", ratio(1, "<5"), ratio(1, 10), 30, 50);
    expect(brief(region(large, little, open))).toEqual(["notAssessed", "censored", null]);
    const openBaseline = percentage("KHM", ratio(1, 9), ratio(1, "<5"), 30, 50);
    expect(brief(region(large, little, openBaseline))).toEqual(["notAssessed", "censored", null]);
    const small = percentage("KHM", ratio("<5", 10), ratio(1, 10), 30, 50);
    // 90 or 94 of 410, from 51 to 133: 0.476 or 0.524.
    expect(brief(region(large, little, small))).toEqual(["limitedProgress", null, null]);
    const decisive = percentage("KHM", ratio("<40", 40), ratio(1, 10), 30, 50);
    expect(brief(region(large, little, decisive))).toEqual(["notAssessed", "censored", null]);
  });

  it("equals the ratio of sums for y and the weighted share of each country's own for the rest", () => {
    const share = fc.nat(100);
    const part = fc.record({ n: fc.nat(50), more: fc.nat(50), b: share, A: share, T: share });
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 6 }), (parts) => {
        const countries = parts.map(({ n, more, b, A, T }, index) =>
          percentage(units[index] ?? "", ratio(n, n + more), ratio(b, 100), A, T),
        );
        const total = parts.reduce((sum, { n, more }) => sum + n + more, 0);
        const { letters } = aggregateRegion(region(...countries)).assessment;
        if (total === 0) {
          expect(letters.y).toBeNull();
          return;
        }
        const over = (pick: (one: (typeof parts)[number]) => number, of: number) =>
          formatFraction(rational(parts.reduce((sum, one) => sum + pick(one), 0)).div(of));
        const weighted = (letter: "b" | "A" | "T") => over((one) => one[letter] * (one.n + one.more), 100 * total);
        expect(letters).toEqual({ y: over(({ n }) => n, total), b: weighted("b"), A: weighted("A"), T: weighted("T") });
      }),
    );
  });
});

describe("counts of countries", () => {
  type Answers = [y: Value | null, b: typeof yes | null, path: (TargetValue | null)[]];
  const region = (rules: typeof yesNoRules, answers: Answers[], changed: Partial<RegionInput> = {}) =>
    regionInput({
      rules,
      countries: answers.map(([y, b, path], index) =>
        country(units[index] ?? "", {
          value: y && approved(y),
          baseline: b && baseline(b),
          targets: targets(...path),
        }),
      ),
      ...changed,
    });

  it("counts yes, and goes through the path where a country alone would be pending", () => {
    const soon = [null, yes, null, yes];
    const input = region(yesNoRules, [
      [yes, yes, soon],
      [yes, no, soon],
      [no, no, soon],
      [no, no, soon],
    ]);
    // Planned by 2016: all four, up from one. There: two. 1 of 3.
    expect(aggregateRegion(input).assessment).toMatchObject({
      status: "limitedProgress",
      step: "7",
      R: "0.333333",
      letters: { y: "2/1", b: "1/1", A: "4/1", T: "4/1" },
    });
  });

  describe("plans, where the period has no target,", () => {
    it("for the baseline before any: nobody lags two years before the only target", () => {
      const path = [null, null, null, yes];
      const waiting = region(yesNoRules, [
        [no, no, path],
        [no, no, path],
      ]);
      expect(aggregateRegion(waiting).assessment).toMatchObject({
        status: "onTrack",
        step: "6",
        R: null,
        letters: { y: "0/1", b: "0/1", A: "0/1", T: "2/1" },
      });
    });

    it("for the last target so far", () => {
      const since2015 = [yes, null, null, yes];
      const input = region(yesNoRules, [
        [yes, no, since2015],
        [no, no, since2015],
      ]);
      expect(aggregateRegion(input).assessment).toMatchObject({
        status: "limitedProgress",
        step: "7",
        R: "0.500000",
        letters: { y: "1/1", b: "0/1", A: "2/1", T: "2/1" },
      });
    });

    it("country by country, each by its own way", () => {
      const mixed = region(yesNoRules, [
        [no, no, [null, null, null, yes]], // before any target: no
        [yes, yes, [null, null, yes, yes]], // before any target: yes from the start
        [yes, no, [yes, null, null, yes]], // since 2015: yes
        [no, no, [null, yes, null, yes]], // its own target for 2016: yes
        [no, yes, [no, null, null, yes]], // since 2015: no
      ]);
      expect(aggregateRegion(mixed).assessment.letters).toEqual({ y: "2/1", b: "2/1", A: "3/1", T: "5/1" });
    });

    it("for the baseline, where that was measured after the last target so far", () => {
      const path = { targets: targets(yes, null, null, yes), baseline: baseline(no, "2015-12-31") };
      const input = region(yesNoRules, []);
      const countries = [country("KHM", { value: approved(no), ...path })];
      expect(aggregateRegion({ ...input, countries }).assessment.letters.A).toBe("0/1");
    });
  });

  it("never takes a missing answer for a no", () => {
    const path = [null, null, null, yes];
    const answered = region(yesNoRules, [
      [yes, no, path],
      [yes, no, path],
      [null, yes, path],
    ]);
    expect(aggregateRegion(answered)).toMatchObject({
      in: 2,
      of: 3,
      assessment: { status: "achieved", letters: { y: "2/1", b: "0/1", T: "2/1" } },
    });
  });

  it("counts fewer yeses as better where the direction is decrease", () => {
    const path = [null, null, null, no];
    const input = region({ ...yesNoRules, direction: "decrease" }, [
      [no, yes, path],
      [yes, yes, path],
    ]);
    expect(aggregateRegion(input).assessment).toMatchObject({
      status: "onTrack",
      R: null,
      letters: { y: "1/1", b: "2/1", A: "2/1", T: "0/1" },
    });
  });

  it("counts milestones at or above step n, planned by target or by path", () => {
    const input = region(milestoneRules, [
      [step(3), step(1), [null, null, null, step(4)]], // planned: half-way from 1 to 4, step 2: not yet
      [step(4), step(2), [null, step(3), null, step(4)]], // planned: step 3
      [step(2), step(3), [null, null, null, step(4)]], // planned: half-way from 3 to 4, step 3
    ]);
    expect(aggregateRegion(input).assessment).toMatchObject({
      status: "onTrack",
      R: "1.000000",
      letters: { y: "2/1", b: "1/1", A: "2/1", T: "3/1" },
    });
    expect(aggregateRegion(input).assessment.inputs.members[0]?.letters).toEqual({
      y: "3/1",
      b: "1/1",
      A: "2/1",
      T: "4/1",
    });
  });

  it("is maintained while every country keeps its step", () => {
    const path = [step(3), step(3), step(3), step(3)];
    const kept = (last: number) =>
      region(milestoneRules, [
        [step(3), step(3), path],
        [step(last), step(4), path],
      ]);
    expect(brief(kept(3))[0]).toBe("maintained");
    expect(brief(kept(2))[0]).toBe("movingAway");
  });

  it("plan at a period's end what the plan of every month comes to then", () => {
    const asked = fc.constantFrom(yesNoRules, milestoneRules).chain((rules) => {
      const answer = rules === yesNoRules ? fc.constantFrom(yes, no) : fc.nat(4).map(step);
      const path = fc.tuple(fc.option(answer), fc.option(answer), fc.option(answer), answer);
      return fc.tuple(fc.constant(rules), fc.array(fc.tuple(answer, path), { minLength: 1, maxLength: 6 }));
    });
    fc.assert(
      fc.property(asked, ([rules, plans]) => {
        const answers = plans.map(([b, path]): Answers => [b, b, path]);
        const input = region(rules, answers);
        const { letters, inputs } = aggregateRegion(input).assessment;
        expect(letters.A).toBe(`${plannedCount(rules, inputs.members, monthNumber(input.period.endsOn))}/1`);
      }),
    );
  });
});
