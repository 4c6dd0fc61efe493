import { describe, expect, it } from "vitest";
import { fieldProblems } from "@/lib/schemas/forms/field-problems";
import { observationReplyForm } from "./observation-forms";
import { recommendationResponseForm } from "./recommendation-forms";

const seen = { locale: "en", plan: "spaiv", id: "7", rowVersion: "2" };
const reply = { ...seen, kind: "explains", body: "Counted twice." };
const answer = { ...seen, unit: "THA", answer: "accepted" };
const evidence = { evidenceTitle: "List of cases", evidenceUrl: "https://gov.example/list" };

const wrongWith = (
  sent: Record<string, string>,
  form: typeof observationReplyForm | typeof recommendationResponseForm,
) => {
  const { error } = form.safeParse(sent);
  return error ? fieldProblems(error).map(({ field, key }) => [field, key]) : [];
};

describe("evidence of a reply", () => {
  it("is a title and a link, or neither", () => {
    expect(observationReplyForm.parse(reply)).toMatchObject({ evidenceTitle: "", evidenceUrl: "" });
    expect(observationReplyForm.parse({ ...reply, ...evidence })).toMatchObject(evidence);
    expect(recommendationResponseForm.parse({ ...answer, ...evidence })).toMatchObject(evidence);
  });

  it.each([
    [{ evidenceTitle: "" }, "evidenceTitle", "titleMissing"],
    [{ evidenceUrl: "" }, "evidenceUrl", "urlInvalid"],
    [{ evidenceUrl: "javascript:alert(1)" }, "evidenceUrl", "urlInvalid"],
    [{ evidenceUrl: "https://malee:word@gov.example/" }, "evidenceUrl", "urlWithPassword"],
    [{ evidenceTitle: "Ask malee@gov.example" }, "evidenceTitle", "unsafeWords"],
  ])("is refused as %o, at its field", (wrong, field, key) => {
    expect(wrongWith({ ...reply, ...evidence, ...wrong }, observationReplyForm)).toEqual([[field, key]]);
    expect(wrongWith({ ...answer, ...evidence, ...wrong }, recommendationResponseForm)).toEqual([[field, key]]);
  });

  it("names no young person where young people are answered", () => {
    const named = { ...evidence, evidenceTitle: "Letter of Malee, a 15-year-old" };
    expect(wrongWith({ ...answer, ...named }, recommendationResponseForm)).toEqual([
      ["evidenceTitle", "youngPersonNamed"],
    ]);
    expect(wrongWith({ ...reply, ...named }, observationReplyForm)).toEqual([]);
  });
});
