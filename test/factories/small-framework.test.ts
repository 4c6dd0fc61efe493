import { expect, it } from "vitest";
import { smallFramework } from "./small-framework";

const firstTexts = () => smallFramework().pillars[0]!.children[0]!.children[0]!.indicators[0]!.versions[0]!.texts.en!;

it("is made anew each time, so that a test that changes its own changes no other's", () => {
  firstTexts().title = "Changed";
  expect(firstTexts().title).toBe("Victims identified");
});
