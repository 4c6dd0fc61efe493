import { expect, it } from "vitest";
import { localPath } from "./local-path";
import { ownAddress } from "./own-address";

const sheet = "/en/spaiv/reports/THA/2017";

it("keeps what narrows a page, in words of any script, and leads back to it", () => {
  expect(ownAddress(sheet, {})).toBe(sheet);
  expect(ownAddress(sheet, { goal: "G7", show: undefined })).toBe(`${sheet}?goal=G7`);
  const address = ownAddress(sheet, { goal: "G7", find: "a&b=ค้น?#", tab: ["open", "all"] });
  expect(localPath(address)).toBe(address);
  const { searchParams } = new URL(address, "http://spaiv.example");
  expect([...searchParams]).toEqual([
    ["goal", "G7"],
    ["find", "a&b=ค้น?#"],
    ["tab", "open"],
    ["tab", "all"],
  ]);
});

it("drops what was done before", () => {
  expect(ownAddress(sheet, { done: "saved", file: "tooLarge", goal: "G1" })).toBe(`${sheet}?goal=G1`);
});

it("never loses the page for a query that is too long", () => {
  expect(localPath(ownAddress(sheet, { find: "ค".repeat(600) }))).toBe(sheet);
});
