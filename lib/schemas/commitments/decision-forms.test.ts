import { describe, expect, it } from "vitest";
import { followUpForm, newDecisionForm } from "./decision-forms";

const seen = { locale: "en", plan: "spaiv", id: "1", rowVersion: "2" };

describe("what is told of decisions", () => {
  it("is read from the fields of each, and left out where no status is chosen", () => {
    const { entries } = followUpForm.parse({
      ...seen,
      status_7: "done",
      words_7: " All did. ",
      status_8: "",
      words_8: "",
      other: "x",
    });
    expect(entries).toEqual([{ textId: 7, status: "done", body: "All did." }]);
  });

  it.each([
    [{ status_7: "", words_7: "All did." }, "status_7", "choiceMissing"],
    [{ status_7: "settled" }, "status_7", "choiceMissing"],
    [{ status_7: "done", words_7: "Ask malee@ministry.example" }, "words_7", "wordsUnsafe"],
  ])("is refused as %o", (form, field, message) => {
    const issues = followUpForm.safeParse({ ...seen, ...form }).error?.issues ?? [];
    expect(issues.map(({ path }) => path.at(-1))).toEqual([field]);
    if (message === "choiceMissing") expect(issues[0]?.message).toBe(message);
  });
});

it("a decision has a kind and words; one country ticked is one", () => {
  expect(newDecisionForm.parse({ ...seen, kind: "task", body: "Do it.", units: "THA" }).units).toEqual(["THA"]);
  const { error } = newDecisionForm.safeParse({ ...seen, body: " " });
  expect(error?.issues.map(({ path }) => path[0])).toEqual(["kind", "body"]);
});
