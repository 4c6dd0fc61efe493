import { describe, expect, it } from "vitest";
import { reviewAnswersForm } from "./review-forms";

const page = { plan: "spaiv", unit: "THA", period: "2016", locale: "en", submission: "1", seen: "G1.1-a:" };
const named = (fields: Record<string, unknown>) =>
  reviewAnswersForm.parse({ ...page, "answer:G1.1-a": "query", "query:G1.1-a": "All?", ...fields }).named;

describe("a colleague who is chosen without a script", () => {
  it("is read with the query that names them", () => {
    expect(named({ "colleague:G1.1-a": "12" })).toEqual([{ indicator: "G1.1-a", person: 12 }]);
  });

  it("is nobody where none is chosen, the indicator is no query, or no browser sends such a choice", () => {
    expect(named({ "colleague:G1.1-a": "" })).toEqual([]);
    expect(named({ "colleague:G1.1-a": "12", "answer:G1.1-a": "accept" })).toEqual([]);
    expect(named({ "colleague:G1.1-b": "12" })).toEqual([]);
    for (const odd of ["-1", "0", "1.5", "9999999999", "__proto__", ["12", "13"], null])
      expect(named({ "colleague:G1.1-a": odd })).toEqual([]);
    expect(named({ "colleague:__proto__ x": "12", "answer:__proto__ x": "query" })).toEqual([]);
  });
});
