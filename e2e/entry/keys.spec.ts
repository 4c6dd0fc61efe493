import type { Page } from "@playwright/test";
import { entryForm, field, hold, state } from "../support/entry-form";
import { expect, test } from "../support/fixtures";

// Keys that twenty values cost, beside those that the same costs in a spreadsheet with a list in each cell that has one
// (LibreOffice Calc: what is typed and Enter; of a list Alt+Down, an arrow to each further choice, Enter).

/** The cell that is held: what kind of field it is, and the row it stands in. */
const held = (page: Page) =>
  page.evaluate(() => {
    const active = document.activeElement;
    const kind = active instanceof HTMLInputElement ? active.type : (active?.getAttribute("role") ?? active?.tagName);
    const code = active?.closest("tr[id]")?.id ?? "";
    return { code, kind: active?.id.endsWith("|numerator") ? "share" : kind };
  });

test("twenty values, one of them undone and done again, take no more keys than in a spreadsheet, and no mouse", async ({
  page,
  signInAs,
}) => {
  await signInAs("focal.thailand");
  await page.goto(entryForm);
  await hold(field(page, "G1.1.1-a"));
  let [keys, inCalc, values] = [0, 0, 0];
  const press = async (...struck: string[]) => {
    for (const key of struck) await page.keyboard.press(key);
    keys += struck.length;
  };
  const entered: string[] = [];
  while (values < 20) {
    const { code, kind } = await held(page);
    if (kind === "text") {
      await press("1", "Enter");
      inCalc += 2;
    } else if (kind === "share") {
      // Two numbers beside each other, and the next below where the run began, as in a spreadsheet.
      await press("1", "Tab", "2", "Enter");
      inCalc += 4;
    } else if (kind === "radio") {
      await press("Space", "Enter");
      inCalc += 3;
    } else if (kind === "combobox") {
      await press("Enter", "ArrowDown", "Enter");
      inCalc += 4;
    } else {
      // Words aren't among the twenty: over them, in both.
      await press("ArrowDown");
      inCalc++;
      continue;
    }
    entered.push(code);
    values++;
  }
  for (const code of entered) await state(page, code, /^Saved/);
  // The last is undone, and done again.
  await press("Control+z");
  await state(page, entered.at(-1)!, "Not answered");
  await press("Control+y");
  await state(page, entered.at(-1)!, /^Saved/);
  inCalc += 2;
  expect(new Set(entered).size).toBe(20);
  test.info().annotations.push({ type: "keys", description: `${keys} keys; ${inCalc} in a spreadsheet` });
  expect(keys).toBeLessThanOrEqual(inCalc);
});
