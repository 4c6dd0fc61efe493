import { describe, expect, it } from "vitest";
import { assessment, country, indicatorView, missing } from "@/lib/charts/indicator-view.testing";
import { explainCountry } from "@/lib/charts/prepare/prepare-explanation";
import type { IndicatorView } from "@/lib/views/indicator-view";
import { publicationWords } from "./publication-words";

const words = await publicationWords("en");
const first = { version: 1, validFrom: null, comparable: true, definition: "" };
const second = { ...first, version: 2, validFrom: "2018-01-01", comparable: false };
const target = (year: string, version: number) => ({
  endsOn: `${year}-12-31`,
  value: { kind: "number" as const, number: "600" },
  version,
});

describe("which definition a target belongs to", () => {
  const said = (history: IndicatorView["history"], end: ReturnType<typeof target>) => {
    const inputs = { ...assessment().inputs, targets: [end], endOfPlan: end.endsOn };
    const line = country([missing], { assessment: assessment({ status: "notAssessed", step: "1", inputs }) });
    const view = indicatorView([line], { history });
    return words.definitionNote(explainCountry(line, view.indicator, words.wording), view);
  };

  it("isn't said where it is the period's, and no other follows before the target", () => {
    expect(said([first], target("2018", 1))).toBeNull();
    expect(said([{ ...second, validFrom: "2017-01-01" }, first], target("2018", 2))).toBeNull();
  });

  it("is said where another follows the last target", () => {
    expect(said([second, first], target("2017", 1))).toBe(
      "Targets after 2017 belong to a later definition of the indicator.",
    );
  });

  it("is said where only that other has a target", () => {
    expect(said([second, first], target("2018", 2))).toBe(
      "The target for 2018 belongs to a later definition of the indicator, which holds from 2018.",
    );
  });
});
