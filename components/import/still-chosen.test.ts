import { expect, it } from "vitest";
import type { ImportView } from "@/lib/views/import-view";
import { stillChosen } from "./still-chosen";

const place = (at: string) => ({ file: null, sheet: null, at });
const number = (text: string) => ({ kind: "number" as const, number: text });
const cleared = (indicator: string, present: string, revision = 1) => ({
  indicator,
  cell: "total",
  revision,
  present: number(present),
  place: place("3"),
});
const viewOf = (sha256: string, ...cells: ReturnType<typeof cleared>[]) =>
  ({ sha256, conflicts: [], cleared: cells }) as unknown as ImportView;

it("keeps what was chosen where a file that is looked at anew asks the same, and there alone", () => {
  const before = { view: viewOf("a", cleared("A", "1"), cleared("B", "2")), chosen: () => "clear" };
  const chosen = stillChosen(before, viewOf("a", cleared("A", "1"), cleared("B", "3", 2), cleared("C", "4")));
  expect(["A", "B", "C"].map((code) => chosen(`clear|${code}|total`))).toEqual(["clear", undefined, undefined]);
  expect(stillChosen(before, viewOf("b", cleared("A", "1")))("clear|A|total")).toBeUndefined();
  expect(stillChosen(null, viewOf("a", cleared("A", "1")))("clear|A|total")).toBeUndefined();
});
