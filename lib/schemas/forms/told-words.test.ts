import { expect, it } from "vitest";
import { toldWords } from "./told-words";

it("tells beside a field what will be refused and what is to be looked at", () => {
  const keys = (written: string) => toldWords(written).map(({ key }) => key);
  expect(keys("Call 081 234 5678 about two girls aged 15.")).toEqual(["unsafeWords", "wordsToLookAt"]);
  expect(keys("Two girls aged 15 came.")).toEqual(["wordsToLookAt"]);
  expect(keys("1,127 victims were identified.")).toEqual([]);
});
