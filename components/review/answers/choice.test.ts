import { describe, expect, it } from "vitest";
import { stored, summaryOf } from "./choice";

describe("answers on the screen", () => {
  it("count a query only once it has words, and keep the framework's order", () => {
    const summary = summaryOf({
      "G1.1-a": { answer: "accept", query: "written, then accepted" },
      "G2.1-a": { answer: "query", query: "Is it all?" },
      "G1.2-a": { answer: "query", query: " \n" },
      "G3.1-a": { answer: null, query: "" },
    });
    expect(summary).toEqual({
      accepted: 1,
      queries: [{ code: "G2.1-a", query: "Is it all?" }],
      undecided: ["G1.2-a", "G3.1-a"],
    });
  });

  it("store no words with an acceptance", () => {
    expect(stored({ answer: "accept", query: "left over" })).toEqual({ answer: "accept", query: "" });
  });

  it("are compared with what the server has as it writes them", () => {
    expect(stored({ answer: "query", query: "Which register? " })).toEqual({
      answer: "query",
      query: "Which register?",
    });
  });
});
