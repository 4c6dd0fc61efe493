import { expect, it } from "vitest";
import { beginningOf } from "./beginning-of";

it("the beginning of words ends with a word, where words are told apart by spaces", () => {
  expect(beginningOf("Teach us early", 20)).toBe("Teach us early");
  expect(beginningOf("Teach us early at school", 12)).toBe("Teach us …");
  expect(beginningOf("ขอให้สอนในโรงเรียนก่อน", 12)).toBe("ขอให้สอนในโร …");
});
