import { describe, expect, it } from "vitest";
import { afterEnd } from "./after-end";
import { assess } from "./progress";
import {
  approved,
  baseline,
  count,
  cumulativeRules,
  milestoneRules,
  no,
  percentageRules,
  ratio,
  step,
  targets,
  unitInput,
  year,
  yes,
  yesNoRules,
} from "./progress.testing";
import { heldTargets, type Target } from "./unit-path";

const later = unitInput({ period: year(2020) });
const brief = (changed: Parameters<typeof unitInput>[0]) => {
  const { status, step, R, letters } = assess({ ...later, ...changed });
  return [status, step, R, letters.A, letters.T];
};

describe("a period after the last target's", () => {
  it("is held to that target, at which the planned value stays", () => {
    expect(brief({ value: approved(count(180)) })).toEqual(["achieved", "3", null, "180/1", "180/1"]);
    expect(brief({ value: approved(count(179)) })).toEqual(["missed", "4", "0.987500", "180/1", "180/1"]);
    expect(brief({ value: approved(count(90)) })).toEqual(["missed", "4", "-0.125000", "180/1", "180/1"]);
  });

  it("is so without a baseline too", () => {
    expect(brief({ baseline: null, value: approved(count(180)) })).toEqual(["achieved", "3", null, "180/1", "180/1"]);
    expect(brief({ baseline: null, value: approved(count(1)) })).toEqual(["missed", "4", null, "180/1", "180/1"]);
  });

  it("knows no other status than achieved and missed, but for a level to keep", () => {
    for (let y = 0; y <= 200; y += 1) {
      expect(["achieved", "missed"]).toContain(brief({ value: approved(count(y)) })[0]);
      const kept = brief({ value: approved(count(y)), baseline: baseline(count(180)) });
      expect(kept[0]).toBe(y >= 180 ? "maintained" : "movingAway");
    }
  });

  it("goes on counting what is counted from the plan's start", () => {
    const since = { rules: cumulativeRules, baseline: null, value: approved(count(180)) };
    // Counted from 0 on the day before the plan began, and not anew from its end.
    expect(brief(since)).toEqual(["achieved", "3", null, "180/1", "180/1"]);
    expect(brief({ ...since, value: approved(count(90)) })).toEqual(["missed", "4", "0.500000", "180/1", "180/1"]);
  });

  it("is the same for percentages, milestones, and yes or no", () => {
    const share = { rules: percentageRules, baseline: baseline(ratio(1, 2)), targets: targets(null, null, null, 80) };
    expect(brief({ ...share, value: approved(ratio(8, 10)) })[0]).toBe("achieved");
    expect(brief({ ...share, value: approved(ratio(7, 10)) }).slice(0, 3)).toEqual(["missed", "4", "0.666667"]);
    const steps = { rules: milestoneRules, baseline: baseline(step(1)), targets: targets(null, null, null, step(4)) };
    expect(brief({ ...steps, value: approved(step(4)) })[0]).toBe("achieved");
    expect(brief({ ...steps, value: approved(step(3)) })[0]).toBe("missed");
    const answer = { rules: yesNoRules, baseline: baseline(no), targets: targets(null, null, null, yes) };
    expect(brief({ ...answer, value: approved(yes) })).toEqual(["achieved", "yesNo", null, "1/1", "1/1"]);
    expect(brief({ ...answer, value: approved(no) })).toEqual(["missed", "yesNo", null, "1/1", "1/1"]);
  });
});

describe("targets adopted for the time after the plan's end", () => {
  const planEndsOn = "2018-12-31";
  const adopted: Target = { endsOn: "2020-12-31", value: { kind: "number", number: "240" }, version: 1 };
  const extended = [...targets(null, null, null, 180), adopted];
  const held = (number: number, y: number) => {
    const period = year(number);
    const { status, R, letters } = assess({
      ...later,
      period,
      value: approved(count(y)),
      targets: heldTargets(extended, period, planEndsOn),
    });
    return [status, R, letters.A, letters.T];
  };

  it("tell nothing of the plan's own years: what was missed stays missed", () => {
    expect(held(2018, 150)).toEqual(["missed", "0.625000", "180/1", "180/1"]);
    expect(held(2017, 160)).toEqual(["onTrack", "1.000000", "160/1", "180/1"]);
  });

  it("carry the path on from the old target", () => {
    expect(held(2019, 210)).toEqual(["onTrack", "1.000000", "210/1", "240/1"]);
    expect(held(2019, 160)).toEqual(["limitedProgress", "0.545455", "210/1", "240/1"]);
    expect(held(2020, 239)).toEqual(["missed", "0.992857", "240/1", "240/1"]);
  });
});

describe("what became of a target since its day", () => {
  it("is told of what was assessed then and is now", () => {
    expect(afterEnd("achieved", "achieved")).toBe("stillAchieved");
    expect(afterEnd("achieved", "missed")).toBe("achievedLater");
    expect(afterEnd("missed", "achieved")).toBe("noLongerAchieved");
    expect(afterEnd("missed", "missed")).toBe("stillMissed");
  });

  it("isn't told where one of them isn't known", () => {
    for (const status of ["achieved", "missed"] as const) {
      expect(afterEnd(status, null)).toBeNull();
      expect(afterEnd(status, "notAssessed")).toBeNull();
    }
    expect(afterEnd("notAssessed", "missed")).toBeNull();
    expect(afterEnd("maintained", "maintained")).toBeNull();
  });
});
