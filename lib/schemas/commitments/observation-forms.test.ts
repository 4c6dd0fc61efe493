import { describe, expect, it } from "vitest";
import { fieldProblems } from "@/lib/schemas/forms/field-problems";
import { newObservationForm } from "./observation-forms";

const form = {
  locale: "en",
  plan: "spaiv",
  unit: "THA",
  period: "2016",
  kind: "questions",
  basis: "media",
  body: "How is that counted?",
  language: "en",
  attribution: "named",
  visibility: "public",
};

describe("what a new observation is about", () => {
  it.each([
    [{}, { of: "unit" }],
    [{ indicator: "", node: "" }, { of: "unit" }],
    [{ indicator: "G2.1-a" }, { of: "indicator", code: "G2.1-a" }],
    [{ decision: "SOM11-D3" }, { of: "decision", code: "SOM11-D3" }],
    [{ narrative: "P1-lessons" }, { of: "narrative", code: "P1-lessons" }],
    [{ node: "G2" }, { of: "node", code: "G2" }],
    [
      { indicator: "", node: "G2.1.1" },
      { of: "node", code: "G2.1.1" },
    ],
  ])("is one thing, or the country as a whole: %o", (chosen, about) => {
    expect(newObservationForm.parse({ ...form, ...chosen }).subject.about).toEqual(about);
  });

  it("is refused where it is two, at the second", () => {
    const { error } = newObservationForm.safeParse({ ...form, indicator: "G2.1-a", node: "G2.1.1" });
    expect(fieldProblems(error!)).toMatchObject([{ field: "node", key: "subjectNotOne" }]);
  });
});
