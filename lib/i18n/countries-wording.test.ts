import { describe, expect, it } from "vitest";
import { assessment, country, indicatorView, missing, shown } from "@/lib/charts/indicator-view.testing";
import type { CountryLine } from "@/lib/views/indicator-view";
import type { PublicValue } from "@/lib/views/public-value";
import type { ShownStatus } from "@/lib/views/shown-status";
import { publicationWords } from "./publication-words";
import type { Locale } from "./routing";

const silent: PublicValue = { state: "missing", reason: "noApprovedReport" };
const applies: PublicValue = { state: "missing", reason: "notApplicable" };
const of = (name: string, status: ShownStatus, value: PublicValue = shown("1")) =>
  country([shown("1"), shown("1"), value], { code: name, name, status });
const at = (name: string) => ({
  ...of(name, "onTrack"),
  assessment: assessment({}, { y: "0/1", b: "0/1", A: "0/1", T: "3/1" }),
});
const saidIn = async (language: Locale, ...countries: CountryLine[]) =>
  (await publicationWords(language)).findingOfCountries(indicatorView(countries), "2017");
const said = (...countries: CountryLine[]) => saidIn("en", ...countries);
const good = "on track for it";

describe("the finding about countries", () => {
  it("counts those assessed, and names who isn't and who has no value", async () => {
    const four = [of("Cambodia", "onTrack"), of("China", "missed"), of("Lao PDR", "movingAway")];
    expect(await said(...four, of("Myanmar", "notAssessed"), of("Thailand", "noValue", missing))).toBe(
      `One of the three countries assessed has reached or kept its target, or is ${good}; ` +
        "not assessed: Myanmar; no value: Thailand",
    );
    expect(await said(...four, of("Myanmar", "achieved"))).toBe(
      `Two of the four countries assessed have reached or kept their target, or are ${good}`,
    );
  });

  it("tells who has no approved report from who has no value in one", async () => {
    expect(
      await said(of("China", "onTrack"), of("Lao PDR", "noValue", missing), of("Thailand", "noReport", silent)),
    ).toMatch(/; no value: Lao PDR; no approved report: Thailand$/);
    expect(await said(of("China", "notAssessed"), of("Thailand", "noReport", silent))).toBe(
      "One of two countries reported a value for 2017; no approved report: Thailand",
    );
  });

  it("tells of a value that was taken down as of nobody's failure to report", async () => {
    const down = of("Thailand", "noValue", { state: "missing", reason: "takenDown" });
    expect(await said(of("China", "onTrack"), of("Lao PDR", "noValue", missing), down)).toMatch(
      /; no value: Lao PDR; taken down by the secretariat: Thailand$/,
    );
    expect(await said(of("China", "notAssessed"), down)).toBe(
      "One of one country reported a value for 2017; taken down by the secretariat: Thailand",
    );
  });

  it("names a single country that is assessed", async () => {
    expect(await said(of("China", "missed"), of("Lao PDR", "notAssessed"))).toBe(
      `China, the one country assessed, has not reached or kept its target, and is not ${good}; not assessed: Lao PDR`,
    );
    expect(await said(of("China", "achieved"))).toBe(
      `China, the one country assessed, has reached or kept its target, or is ${good}`,
    );
  });

  it("says both, neither, all and none", async () => {
    expect(await said(of("China", "onTrack"), of("Lao PDR", "achieved"))).toMatch(/^Both countries assessed have /);
    expect(await said(of("China", "missed"), of("Lao PDR", "missed"))).toMatch(/^Neither of the two .* has reached /);
    const bad = ["China", "Lao PDR", "Myanmar"].map((name) => of(name, "limitedProgress"));
    expect(await said(...bad)).toMatch(/^None of the three countries assessed has reached /);
    expect(await said(...bad.map((each) => ({ ...each, status: "achieved" as const })))).toMatch(/^All three /);
  });

  it("doesn't take what doesn't apply for a value that is missing", async () => {
    const named = `Both countries assessed have reached or kept their target, or are ${good}`;
    expect(await said(of("China", "onTrack"), of("Lao PDR", "notApplicable", applies), of("Myanmar", "onTrack"))).toBe(
      `${named}; not applicable: Lao PDR`,
    );
    expect(await said(of("China", "notAssessed"), of("Lao PDR", "notApplicable", applies))).toBe(
      "One of one country reported a value for 2017; not applicable: Lao PDR",
    );
  });

  it("counts values where nothing is assessed, and names who has none", async () => {
    expect(await said(of("China", "notAssessed"), of("Lao PDR", "noValue", missing))).toBe(
      "One of two countries reported a value for 2017; no value: Lao PDR",
    );
  });

  it("says who is on track by still being at the baseline", async () => {
    expect(await said(at("China"), at("Lao PDR"), of("Myanmar", "achieved"), of("Thailand", "missed"))).toBe(
      `Three of the four countries assessed have reached or kept their target, or are ${good} ` +
        "(two of them still at their baseline, as planned)",
    );
    expect(await said(at("China"), of("Lao PDR", "achieved"))).toMatch(/ \(one of them still at its baseline, /);
    expect(await said(at("China"), at("Lao PDR"))).toMatch(/ \(both still at their baseline, as planned\)$/);
    expect(await said(at("China"))).toMatch(/ \(still at its baseline, as planned\)$/);
  });

  it.each(["en", "th", "zh", "vi", "km", "lo", "my"] as Locale[])("leaves no argument open in %s", async (language) => {
    for (const status of ["onTrack", "missed"] as const) {
      const one = of("China", status);
      for (const countries of [[one], [one, of("Lao PDR", status)], [one, of("Lao PDR", "achieved"), at("Myanmar")]]) {
        const text = await saidIn(language, ...countries, of("Thailand", "noValue", missing));
        expect(text).not.toMatch(/[{}]|public\./);
        if (countries.length === 1) expect(text).toContain("China");
      }
    }
  });
});
