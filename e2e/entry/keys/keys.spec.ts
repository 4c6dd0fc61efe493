import { readFileSync } from "node:fs";
import path from "node:path";
import type { Page } from "@playwright/test";
import { parse } from "csv-parse/sync";
import { entryForm, field, hold, press, row, state } from "../../support/entry-form";
import { expect, test } from "../../support/fixtures";

// Two goals filled in by keyboard alone, twenty values, beside what the same acts cost in the report's own workbook in
// LibreOffice Calc: `in-calc.mjs` pressed the keys there, counted them, and read the values from the saved file.

interface InCalc {
  keys: number;
  acts: Record<string, number>;
  /** By code. */
  values: Record<string, string>;
}

const inCalc = JSON.parse(readFileSync(path.join(import.meta.dirname, "in-calc.json"), "utf8")) as InCalc;

const share = ["1", "Tab", "2", "Enter"];
const number = ["4", "Enter"];
const acts: Record<string, readonly string[]> = {
  "type a number": number,
  "type over it, and bring it back": ["ArrowUp", "9", "Escape"],
  "fill it down four rows": ["Shift+ArrowDown", "Shift+ArrowDown", "Shift+ArrowDown", "Control+d"],
  "clear the four": ["Delete"],
  "and take that back": ["Control+z"],
  "go below what is filled": ["Control+ArrowDown", "Enter"],
  "four shares": [...share, ...share, ...share, ...share],
  "a number among shares": number,
  "two shares": [...share, ...share],
  "yes or no": ["n", "Enter"],
  "the last number of the goal": number,
  "the next goal": [],
  "its two shares": [...share, ...share],
  "a step of its list": ["2", "Enter"],
  "one more share": share,
  "its two numbers": [...number, ...number],
  "its yes or no": ["n", "Enter"],
};
/** What the first of four rows and the last show after an act. */
const shown: Record<string, [string, string]> = {
  "type over it, and bring it back": ["4", ""],
  "fill it down four rows": ["4", "4"],
  "clear the four": ["", ""],
  "and take that back": ["4", "4"],
};

/** Counts in the page what is struck there; a key with Ctrl or Shift held is one, as it is in Calc. */
const countKeys = (page: Page) =>
  page.evaluate(() => {
    const count = { struck: 0 };
    const hear = ({ key }: KeyboardEvent) => {
      if (!["Control", "Shift", "Alt"].includes(key)) count.struck++;
    };
    window.addEventListener("keydown", hear, { capture: true });
    Object.assign(window, { count });
  });
const struckIn = (page: Page) => page.evaluate(() => (window as unknown as { count: { struck: number } }).count.struck);

/** What is stored of the report, by code, as its CSV file says it. */
async function storedOf(page: Page): Promise<Record<string, string>> {
  const rows = parse(await (await page.request.get(`${entryForm}/csv`)).text(), { bom: true, columns: true });
  return Object.fromEntries(
    (rows as Record<string, string>[])
      .map((each) => [each["Indicator code"]!, each.Value || [each.Numerator, each.Denominator].join(" of ")] as const)
      .filter(([, value]) => value !== " of "),
  );
}

test("twenty values take no more keys than in LibreOffice Calc, and no mouse", async ({ page, signInAs }) => {
  await signInAs("focal.thailand");
  await page.goto(entryForm);
  await row(page, "G7.1-a").scrollIntoViewIfNeeded();
  const [first, last] = [field(page, "G7.1-a"), field(page, "G7.1-d")];
  await hold(first);
  await countKeys(page);
  const keys: Record<string, number> = {};
  let before = 0;
  for (const [act, struck] of Object.entries(acts)) {
    await press(page, ...struck);
    const sum = await struckIn(page);
    keys[act] = sum - before;
    before = sum;
    for (const [at, value] of (shown[act] ?? []).entries()) await expect([first, last][at]!, act).toHaveValue(value);
  }
  const entered = Object.keys(inCalc.values);
  expect(entered).toHaveLength(20);
  for (const code of entered) await state(page, code, /^Saved/);
  expect(await storedOf(page)).toEqual(inCalc.values);
  test.info().annotations.push({ type: "keys", description: `${before} keys; ${inCalc.keys} in Calc` });
  expect(Object.keys(keys)).toEqual(Object.keys(inCalc.acts));
  for (const [act, count] of Object.entries(keys)) expect.soft(count, act).toBeLessThanOrEqual(inCalc.acts[act]!);
  expect(before).toBeLessThanOrEqual(inCalc.keys);
});
