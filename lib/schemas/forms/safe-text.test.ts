import { describe, expect, it } from "vitest";
import type { z } from "zod";
import { askAgainForm, handBackForm } from "@/lib/schemas/assignments/assignment-forms";
import { unitDueDateForm } from "@/lib/schemas/periods/period-forms";
import { releaseForm } from "@/lib/schemas/releases/release-form";
import {
  commentForm,
  evidenceForm,
  narrativeForm,
  reopenForm,
  replyForm,
  returnForm,
  reviewAnswerForm,
  submitForm,
} from "@/lib/schemas/reports/report-forms";
import { takeDownForm } from "@/lib/schemas/take-downs/take-down-form";
import { fieldProblems } from "./field-problems";
import { unsafeWords } from "./unsafe-words";

const place = { plan: "spaiv", unit: "THA", period: "2016", locale: "en" };
const of = { indicator: "G1.1-a" };
/** Every form that words are written in, filled in, and which of its fields have them. */
const forms: [z.ZodType, Record<string, string>, string[]][] = [
  [narrativeForm, { pillar: "P1", kind: "progress", text: "a", rowVersion: "0" }, ["text"]],
  [commentForm, { ...of, body: "a" }, ["body"]],
  [evidenceForm, { ...of, title: "a", url: "https://example.org/" }, ["title"]],
  [replyForm, { ...of, reply: "a" }, ["reply"]],
  [reviewAnswerForm, { ...of, submission: "1", answer: "query", query: "a" }, ["query"]],
  [returnForm, { rowVersion: "1", reason: "a" }, ["reason"]],
  [reopenForm, { rowVersion: "1", reason: "a", readersReason: "a" }, ["reason", "readersReason"]],
  [
    submitForm,
    { rowVersion: "1", revisions: "0", approver: "Somsri Jaidee", approverFunction: "a" },
    ["approver", "approverFunction"],
  ],
  [handBackForm, { ...place, comment: "a" }, ["comment"]],
  [askAgainForm, { ...place, handBack: "1", reason: "a" }, ["reason"]],
  [unitDueDateForm, { ...place, seen: "", unitDueOn: "2017-03-31", reason: "a" }, ["reason"]],
  [
    releaseForm,
    { ...place, code: "june-2018", version: "1", title: "a", notes: "a", titleTh: "a", notesTh: "a" },
    ["title", "notes", "titleTh", "notesTh"],
  ],
  [takeDownForm, { ...place, part: "P1 progress", reason: "a" }, ["reason"]],
];
const problemsOf = (form: z.ZodType, sent: Record<string, string>) => {
  const { error } = form.safeParse(sent);
  return error ? fieldProblems(error) : [];
};

describe("words that may become public", () => {
  const fields = forms.flatMap(([form, sent, names]) => names.map((name) => ({ form, sent, name })));
  it.each(fields)("in $name of $sent have no telephone number", ({ form, sent, name }) => {
    expect(problemsOf(form, sent)).toEqual([]);
    expect(problemsOf(form, { ...sent, [name]: "Ask ๐๘๑-๒๓๔-๕๖๗๘" })).toEqual([
      { field: name, key: "unsafeWords", args: { kind: "phone", found: "“๐๘๑-๒๓๔-๕๖๗๘”", count: 1, more: 0 } },
    ]);
  });

  it("in a link have no e-mail address, however it is written", () => {
    const url = (url: string) =>
      problemsOf(evidenceForm, { ...of, title: "a", url }).map(({ field, args }) => [field, args?.kind]);
    for (const link of ["https://example.org/?to=anna@example.org", "https://example.org/anna%40example.org"])
      expect(url(link)).toEqual([["url", "email"]]);
    expect(url("https://wa.me/66812345678")).toEqual([["url", "phone"]]);
    expect(url("https://example.org/2016/0812345678.pdf")).toEqual([]);
    expect(url("https://example.org/%E0%A4%A")).toEqual([]);
  });
});

describe("what is said of unsafe words", () => {
  it("quotes what has to go, as it was written, and says how much there is", () => {
    expect(unsafeWords("Write to anna@example.org, or call 081 234 5678, or 02-123-4567.")).toEqual({
      key: "unsafeWords",
      args: { kind: "several", found: "“anna@example.org”, “081 234 5678”, “02-123-4567”", count: 3, more: 0 },
    });
    expect(unsafeWords(`${"a".repeat(64)}@example.org`)?.args?.found).toBe(`“${"a".repeat(40)}”`);
    expect(unsafeWords([1, 2, 3, 4, 5, 6].map((n) => `Call 081 234 567${n}.`).join(" "))?.args).toMatchObject({
      kind: "phone",
      count: 6,
      more: 2,
    });
    expect(unsafeWords("Nothing of the kind in 2016.")).toBeNull();
  });
});
