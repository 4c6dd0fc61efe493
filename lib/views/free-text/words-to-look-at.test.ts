import { expect, it } from "vitest";
import type { NarrativeView } from "@/lib/views/report-view";
import { wordsToLookAt } from "./words-to-look-at";

const nothing = { values: {}, comments: [], evidence: [], query: null };
const text = (text: string) => ({ text, isPublic: false, rowVersion: 1, savedAt: null });
const narrative = (lessons: string): NarrativeView => ({
  pillar: "P1",
  title: "Policy",
  texts: { progress: text(""), challenges: text("1,127 victims."), lessons: text(lessons), goodPractice: text("") },
});

it("finds words of every kind that a report has, and says where they stand", () => {
  const found = wordsToLookAt(
    [
      { ...nothing, code: "G1.1-a", comments: [{ body: "In 2016." }, { body: "Two girls aged 15." }] },
      { ...nothing, code: "G1.1-b", evidence: [{ title: "Letter of Mr Dara" }] },
      { ...nothing, code: "G1.1-c", values: { total: { kind: "narrative", text: "Call 081 234 5678." } } },
      { ...nothing, code: "G1.1-d", query: { query: "Who?", reply: "Ms Chan." } },
      { ...nothing, code: "G1.1-e", values: { total: { kind: "number", number: "2" } }, comments: [{ body: "Lao" }] },
    ],
    [narrative("Born on 12 March 2001.")],
  );
  expect(found.map(({ place, told }) => [place, told.map(({ args }) => args?.kind)])).toEqual([
    [{ indicator: "G1.1-a" }, ["smallCount"]],
    [{ indicator: "G1.1-b" }, ["personName"]],
    [{ indicator: "G1.1-c" }, ["phone"]],
    [{ indicator: "G1.1-d" }, ["personName"]],
    [{ pillar: "P1", kind: "lessons" }, ["birthDate"]],
  ]);
});

it("puts no words of two texts together", () => {
  expect(
    wordsToLookAt(
      [{ ...nothing, code: "G1.1-a", comments: [{ body: "There were two girls" }, { body: "aged 15-17" }] }],
      [],
    ),
  ).toEqual([]);
});
