import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { createTranslator } from "next-intl";
import { describe, expect, it } from "vitest";
import type { AuditSaid } from "@/lib/views/site/audit-view";
import { auditWording } from "./audit-wording";
import english from "./messages/en/audit.json";
import thai from "./messages/th/audit.json";

const t = createTranslator({ locale: "en", messages: { audit: english }, namespace: "audit" });
const words = auditWording(t as never);
const did = (action: string, subject: string, subjectName: string | null = null) =>
  words.action({ action, subject, subjectName });

/** What is written as an action of an event: also where it is chosen between two. */
function writtenActions(): string[] {
  const files = ["lib/server", "prisma/seed", "scripts"].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" }).map((name) => path.posix.join(folder, name)),
  );
  const read = files.filter((file) => /\.(ts|mjs)$/.test(file) && !/\.test\.ts$|testing|\/generated\//.test(file));
  const found = new Set(["approved", "returned", "reopened"]);
  // What a choice rests on isn't an action.
  for (const file of read)
    for (const [, written = ""] of readFileSync(file, "utf8").matchAll(/\baction:\s*([^\n]*?)(?:,\s*$|,\s|\}|$)/gm))
      for (const [, action] of written.replace(/[=!]==? "\w+"/g, "").matchAll(/"([A-Za-z]+)"/g)) found.add(action!);
  return [...found].sort();
}

describe("the words of the audit", () => {
  it("are there for every action that is written, in English and in Thai", () => {
    const actions = writtenActions();
    expect(actions).toContain("valueCleared");
    expect(actions.length).toBeGreaterThan(30);
    expect(actions.filter((action) => !(action in english.action))).toEqual([]);
    expect(Object.keys(english.action).filter((action) => !(action in thai.action))).toEqual([]);
  });

  it("say what was done to what, by the names of today where those may be known", () => {
    expect(did("submitted", "report THA 2016")).toBe("Report submitted: THA, 2016");
    expect(did("handedBack", "assignments THA 2016")).toBe("Indicators handed back: THA, 2016");
    expect(did("valueRecorded", "report THA 2016 G1.1-a total")).toBe("Value entered: THA, 2016 (G1.1-a total)");
    expect(did("signedIn", "user 7", "Malee Saetang")).toBe("Signed in: Malee Saetang");
    expect(did("signedIn", "user 7")).toBe("Signed in: person 7");
    expect(did("periodStateSet", "period spaiv 2017")).toBe("State of a reporting period set: 2017");
    // Written by a version that this one doesn't know.
    expect(did("somethingElse", "thing 3")).toBe("somethingElse: thing 3");
  });

  it("say before and after part by part, states by their words, and nothing of what may not be read", () => {
    const said: AuditSaid = {
      before: { state: "draft", isPublic: false },
      after: { state: "submitted", isPublic: true, revisions: [{ indicator: "G1.1-a", revision: 3 }], newThing: null },
    };
    expect(words.details({ before: null, after: { queries: 1, told: 2 } }).map(({ label }) => label)).toEqual([
      "Queries",
      "People told",
    ]);
    expect(words.details(said)).toEqual([
      { label: "State", before: "draft", after: "submitted" },
      { label: "Public", before: "no", after: "yes" },
      { label: "Values", before: null, after: "Indicator G1.1-a, Revision 3" },
      { label: "new thing", before: null, after: "none" },
    ]);
    for (const none of ["nothing", "erased", "withheld"] as const) expect(words.details(none)).toEqual([]);
  });
});
