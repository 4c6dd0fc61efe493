import { describe, expect, it } from "vitest";
import { assessment, country, indicatorView, missing, shown } from "@/lib/charts/indicator-view.testing";
import { wording } from "@/lib/charts/wording.testing";
import { explainCountry } from "./prepare-explanation";

const scale = indicatorView([]).indicator;
const explain = (...given: Parameters<typeof country>) => explainCountry(country(...given), scale, wording);

describe("explanation of a status", () => {
  it("writes the formula out with the letters and R to two places", () => {
    const { sentence, formula, facts } = explain([shown("206")]);
    expect(formula).toMatchObject({ y: "206", b: "120", A: "230", above: "86", under: "110", R: "0.78" });
    expect(sentence).toMatchObject({ key: "ratio", args: { y: "206", A: "230", b: "120", percent: "78" } });
    expect(facts).toEqual({ y: "206", b: "120", A: "230", T: "280" });
  });

  it("measures a missed target against the target itself", () => {
    const { formula, sentence } = explain([shown("250")], {
      status: "missed",
      ratio: "0.812500",
      assessment: assessment({ status: "missed", step: "4" }, { y: "250/1", A: "270/1" }),
    });
    expect(formula).toMatchObject({ A: "280", above: "130", under: "160", R: "0.81" });
    expect(sentence?.key).toBe("missed");
  });

  it("says why where nothing is assessed, and shows neither formula nor R", () => {
    const reason = { code: "noTarget", args: {} } as const;
    const inputs = { ...assessment().inputs, targets: [], endOfPlan: null };
    const given = assessment({ status: "notAssessed", step: "1", reason, inputs }, { A: null, T: null });
    const told = explain([shown("41")], { status: "notAssessed", ratio: null, assessment: given });
    expect(told).toMatchObject({ sentence: null, formula: null, R: null, reason });
    expect(told.facts.T).toBeNull();
  });

  it("keeps the target where definitions can't be compared, and there is no path to judge by", () => {
    const reason = { code: "incomparableVersions", args: { lowest: 1, highest: 2 } } as const;
    const given = assessment({ status: "notAssessed", step: "1", reason }, { A: null, T: null });
    expect(explain([shown("41")], { status: "notAssessed", assessment: given }).facts).toMatchObject({
      A: null,
      T: "280",
    });
  });

  it("says that a status rests on hidden values without telling any of them", () => {
    const given = assessment({ step: null, withheld: ["y"] }, { y: null });
    const told = explain([{ state: "suppressed" }], { status: "onTrack", ratio: null, assessment: given });
    expect(told.sentence?.key).toBe("sure");
    expect(told.facts.y).toBe("suppressed");
    expect(JSON.stringify(told)).not.toContain("206");
    // As the table beside it has it.
    const small = explain([{ state: "small", below: 5 }], { status: "onTrack", ratio: null, assessment: given });
    expect(small.facts.y).toBe("<5");
  });

  it("says that nothing was approved", () => {
    const told = explain([missing], { status: "noValue", ratio: null, approvedOn: null, assessment: null });
    expect(told.sentence?.key).toBe("noValue");
    expect(told.facts.y).toBe("no value");
  });

  it("tells values apart that aren't the same, in the sentence as in the formula", () => {
    const given = assessment({}, { y: "627/10000", b: "0/1", A: "634/10000", T: "9/10" });
    const told = explainCountry(
      country([shown("0")], { status: "onTrack", ratio: "0.988959", assessment: given }),
      { type: "percentage", decimals: 0, steps: [] },
      wording,
    );
    expect(told.sentence?.args).toMatchObject({ y: "6.27%", A: "6.34%", percent: "99" });
    expect(told.formula).toMatchObject({ y: "6.27", A: "6.34", R: "0.99", isExact: false });
    const lost = assessment({ step: "2", status: "movingAway" }, { y: "7996/10000", b: "4/5", A: "4/5", T: "4/5" });
    const kept = explainCountry(
      country([shown("0")], { status: "movingAway", ratio: null, assessment: lost }),
      { type: "percentage", decimals: 0, steps: [] },
      wording,
    );
    expect(kept.sentence).toMatchObject({ key: "keepLost", args: { y: "79.96%", T: "80.00%" } });
  });

  it("rounds a value as its chart does, and takes more places in the formula alone", () => {
    const given = assessment({}, { y: "6093/10000", b: "4503/10000", A: "5317/10000", T: "9/10" });
    const told = explainCountry(
      country([shown("0")], { status: "onTrack", ratio: "1.953317", assessment: given }),
      { type: "percentage", decimals: 0, steps: [] },
      wording,
    );
    expect(told.facts).toEqual({ y: "60.9%", b: "45.0%", A: "53.2%", T: "90.0%" });
    expect(told.sentence?.args).toMatchObject({ y: "60.9%", A: "53.2%", percent: "195" });
    expect(told.formula).toMatchObject({ y: "60.93", A: "53.17", R: "1.95" });
  });

  it("keeps a percentage's unit where nothing is assessed", () => {
    const reason = { code: "noTarget", args: {} } as const;
    const given = assessment({ status: "notAssessed", step: "1", reason }, { y: null, A: null, T: null });
    const told = explainCountry(
      country(
        [{ state: "shown", value: { kind: "ratio", numerator: { exact: "81" }, denominator: { exact: "250" } } }],
        { status: "notAssessed", ratio: null, assessment: given },
      ),
      { type: "percentage", decimals: 0, steps: [] },
      wording,
    );
    expect(told.facts.y).toBe("32.4%");
  });

  it("writes a percentage in per cent", () => {
    const given = assessment({}, { y: "41/50", b: "1/2", A: "4/5", T: "9/10" });
    const told = explainCountry(
      country(
        [{ state: "shown", value: { kind: "ratio", numerator: { exact: "41" }, denominator: { exact: "50" } } }],
        {
          ratio: "1.066667",
          assessment: given,
        },
      ),
      { type: "percentage", decimals: 0, steps: [] },
      wording,
    );
    expect(told.facts).toEqual({ y: "82.0%", b: "50.0%", A: "80.0%", T: "90.0%" });
    expect(told.formula).toMatchObject({ y: "82", b: "50", A: "80", above: "32", under: "30", R: "1.07" });
    expect(told.parts).toBe("41 of 50");
  });

  it("says of what is to decrease that the plan is the most that there may be", () => {
    const inputs = { ...assessment().inputs, direction: "decrease" as const };
    const given = assessment({ inputs }, { y: "70/1", b: "90/1", A: "60/1", T: "40/1" });
    const told = explain([shown("70")], { ratio: "0.666667", assessment: given });
    expect(told.sentence).toMatchObject({ key: "ratio", args: { y: "70", A: "at most 60", b: "90" } });
    expect(told.facts.A).toBe("60");
    const reached = assessment({ inputs, step: "3" }, { y: "38/1", b: "90/1", A: "60/1", T: "40/1" });
    expect(explain([shown("38")], { status: "achieved", assessment: reached }).sentence).toMatchObject({
      key: "reached",
      args: { y: "38", A: "60", T: "at most 40" },
    });
  });

  it("says so too where the path asks for no progress", () => {
    const inputs = { ...assessment().inputs, direction: "decrease" as const };
    const level = assessment({ inputs, step: "6" }, { y: "2/1", b: "3/1", A: "3/1", T: "0/1" });
    expect(explain([shown("2")], { status: "onTrack", ratio: null, assessment: level }).sentence).toMatchObject({
      key: "level",
      args: { y: "2", A: "at most 3", path: "flat" },
    });
  });

  it("says where the path has come to where it asks for no progress", () => {
    const at = (b: string | null, A: string) => {
      const given = assessment({ step: "6", withheld: [] }, { y: "5/1", b, A, T: "9/1" });
      return explain([shown("5")], { status: "onTrack", ratio: null, assessment: given }).sentence?.args.path;
    };
    expect([at("4/1", "4/1"), at("4/1", "3/1"), at("4/1", "5/1"), at(null, "4/1")]).toEqual([
      "flat",
      "falls",
      "rises",
      "unknown",
    ]);
  });
});
