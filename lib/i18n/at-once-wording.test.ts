import { createTranslator } from "next-intl";
import { expect, it } from "vitest";
import review from "./messages/en/review.json";

const t = createTranslator({ locale: "en", messages: { review }, namespace: "review.atOnce" });
const said = (count: number, notes: number) => t("meaning", { count, notes }).replace(/^.*missing\./, "");

it("what is accepted at once is told with the notes about its parts", () => {
  expect(said(3, 0)).toBe("");
  expect(said(3, 1)).toBe(" One of them has a note about its parts.");
  expect(said(3, 2)).toBe(" 2 of them have a note about their parts.");
  expect(said(1, 1)).toBe(" It has a note about its parts.");
});
