import { expect, it } from "vitest";
import { subjectPath } from "@/lib/i18n/paths";
import { type SubjectView, subjectText } from "./subject-view";

const words = { part: (kind: string) => `part ${kind}`, former: (subject: string) => `${subject} (gone)` };
const thailand = { unit: { code: "THA", level: "country", name: "Thailand" }, period: "2016" } as const;

it("names what the framework has no more by what it was, says so, and leads nowhere", () => {
  const present: [SubjectView, string][] = [
    [{ of: "indicator", code: "G1.1-a", title: "Laws" }, "G1.1-a Laws"],
    [{ of: "node", code: "G1.1", title: "Law", goal: "G1" }, "G1.1 Law"],
    [{ of: "narrative", code: "P1-lessons", title: "P1 Policy", kind: "lessons" }, "P1 Policy: part lessons"],
  ];
  const former: SubjectView[] = [
    { of: "indicator", code: "G1.1-a", title: "Laws", isFormer: true },
    { of: "node", code: "G1.1", title: "Law", goal: null },
    { of: "narrative", code: "P1-lessons", title: "P1 Policy", kind: "lessons", isFormer: true },
  ];
  for (const [index, [subject, text]] of present.entries()) {
    expect(subjectText(subject, null, words)).toBe(text);
    expect(subjectPath("/en/spaiv", subject, thailand)).not.toBeNull();
    expect(subjectText(former[index]!, null, words)).toBe(`${text} (gone)`);
    expect(subjectPath("/en/spaiv", former[index]!, thailand)).toBeNull();
  }
});
