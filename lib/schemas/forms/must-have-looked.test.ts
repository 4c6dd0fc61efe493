import { expect, it } from "vitest";
import { InvalidFields } from "./invalid-fields";
import { lookedAtIn, lookedAtNothing } from "./looked-at";
import { mustHaveLooked } from "./must-have-looked";
import { toLookAt } from "./warned-words";

const girls = "Two girls aged 15 were found.";
const problems = (...given: Parameters<typeof mustHaveLooked>) => {
  try {
    mustHaveLooked(...given);
    return null;
  } catch (error) {
    if (!(error instanceof InvalidFields)) throw error;
    return error.problems.map(({ field, key }) => [field, key]);
  }
};

it("brings back what may say of whom it speaks, each at its field, until somebody looked at it", () => {
  const written = [
    ["reason", girls],
    ["evidenceTitle", "A report"],
    ["body", "Mr Dara told it."],
  ] as const;
  expect(problems(lookedAtNothing, written)).toEqual([
    ["reason", "wordsToLookAt"],
    ["body", "wordsToLookAt"],
  ]);
  const ticked = lookedAtIn([String(toLookAt("reason", girls, lookedAtNothing)?.args?.sum)]);
  expect(problems(ticked, written)).toEqual([["body", "wordsToLookAt"]]);
  expect(problems(lookedAtNothing, [["body", "Nothing of the kind."]])).toBeNull();
});
