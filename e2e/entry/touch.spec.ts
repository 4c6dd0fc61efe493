import type { Locator, Page } from "@playwright/test";
import { choice, entryForm, field, row, state } from "../support/entry-form";
import { expect, test } from "../support/fixtures";

// Entering on a phone by finger: what is tapped is what takes the tap, in whichever row the hand was.

test.use({ viewport: { width: 360, height: 740 }, hasTouch: true });

/** A finger at the middle of it, with nothing waited for between its going down and its going up. */
async function tap(page: Page, what: Locator) {
  await expect(what).toBeEnabled();
  await what.evaluate((element) => element.scrollIntoView({ block: "center", behavior: "instant" }));
  const { x, y, width, height } = (await what.boundingBox())!;
  await page.touchscreen.tap(x + width / 2, y + height / 2);
}

test("the first tap in a row below the present one is taken, and the rows stay where they are", async ({
  page,
  signInAs,
}) => {
  await signInAs("focal.thailand");
  await page.goto(`${entryForm}?goal=G1&rows=comfortable`);
  const no = row(page, "G1.1.1-b").getByRole("radio", { name: "No" });
  await tap(page, field(page, "G1.1.1-a"));
  await expect(field(page, "G1.1.1-a")).toBeFocused();
  const topOfRow = () => row(page, "G1.1.1-b").evaluate((each) => each.getBoundingClientRect().top + window.scrollY);
  const before = await topOfRow();
  await tap(page, no);
  await expect(no).toBeChecked();
  await state(page, "G1.1.1-b", /^Saved/);
  expect(await topOfRow()).toBe(before);

  await tap(page, choice(page, "G1.2.1-a"));
  await expect(page.getByRole("listbox")).toBeVisible();
  await page.keyboard.press("Escape");
  await tap(page, field(page, "G1.1.1-a"));
  const reason = row(page, "G1.2-a").getByRole("button", { name: /^No value/ });
  await tap(page, reason);
  await expect(row(page, "G1.2-a").getByRole("combobox")).toBeVisible();
});

test("fewer than five can be entered with a keypad that has digits alone @quick", async ({ page, signInAs }) => {
  await signInAs("focal.thailand");
  await page.goto(`${entryForm}?goal=G4&rows=comfortable`);
  const count = field(page, "G4.1.2-b");
  const below = row(page, "G4.1.2-b").getByRole("button", { name: /^Fewer than/ });
  await expect(count).toHaveAttribute("inputmode", "decimal");
  await expect(below).toBeHidden();
  await tap(page, count);
  await expect(below).toBeVisible();
  await count.fill("5");
  await tap(page, below);
  await expect(count).toBeFocused();
  await expect(count).toHaveValue("<5");
  await expect(below).toHaveAttribute("aria-pressed", "true");
  await tap(page, below);
  await expect(count).toHaveValue("5");
  await tap(page, below);
  await count.press("Enter");
  await state(page, "G4.1.2-b", /^Saved/);
  await page.reload();
  await expect(count).toHaveValue("<5");
});

test("each row leads to what its indicator has beside the sheet", async ({ page, signInAs }) => {
  await signInAs("focal.thailand");
  await page.goto(`${entryForm}?goal=G1&rows=comfortable`);
  await tap(page, field(page, "G1.1.1-a"));
  await tap(page, row(page, "G1.2.1-a").getByRole("link", { name: /^Definition, history/ }));
  await expect(page.getByRole("complementary", { name: /About G1\.2\.1-a/ })).toBeInViewport();
});

test("a goal chosen in the list shows its rows alone, and all of them again", async ({ page, signInAs }) => {
  await signInAs("focal.thailand");
  await page.goto(`${entryForm}?goal=G1&rows=comfortable`);
  const list = page.getByLabel("Goal", { exact: true });
  await expect(field(page, "G1.1.1-a")).not.toHaveAttribute("readonly");
  await list.selectOption("G3");
  await expect(page).toHaveURL(/goal=G3/);
  await expect(row(page, "G3.1-a")).toBeVisible();
  await expect(row(page, "G1.1.1-a")).toHaveCount(0);
  await list.selectOption("");
  await expect(row(page, "G1.1.1-a")).toBeVisible();
});

test("undo and redo stay under the finger, whatever the bar says beside them", async ({ page, signInAs }) => {
  await signInAs("focal.thailand");
  await page.goto(`${entryForm}?goal=G5&rows=comfortable`);
  const bar = page.getByRole("region", { name: "Report progress" });
  const undo = bar.getByRole("button", { name: "Undo" });
  const places = async () =>
    JSON.stringify(await Promise.all(["Undo", "Redo"].map((name) => bar.getByRole("button", { name }).boundingBox())));
  for (const [code, value] of [
    ["G5.1-a", "700"],
    ["G5.1.1-a", "1"],
    ["G5.1.1-b", "2"],
  ] as const) {
    await tap(page, field(page, code));
    await field(page, code).fill(value);
    await field(page, code).press("Enter");
    await state(page, code, /^Saved/);
  }
  const before = await places();
  const { x, y, width, height } = (await undo.boundingBox())!;
  for (const code of ["G5.1.1-b", "G5.1.1-a"]) {
    await page.touchscreen.tap(x + width / 2, y + height / 2);
    await expect(bar.getByText(`Undid: ${code}`, { exact: false }).first()).toBeVisible();
    expect(await places()).toBe(before);
  }
  for (const size of [
    { width: 800, height: 740 },
    { width: 1280, height: 740 },
  ]) {
    await page.setViewportSize(size);
    const wide = await places();
    await undo.click();
    await bar.getByRole("button", { name: "Redo" }).click();
    await expect(bar.getByText(/^Did again|^Redid/).first()).toBeVisible();
    expect(await places()).toBe(wide);
  }
});

test("what is struck after the key for fewer than goes on behind it, and replaces nothing", async ({
  page,
  signInAs,
}) => {
  await signInAs("focal.thailand");
  await page.goto(`${entryForm}?goal=G5&rows=comfortable`);
  const keyOf = (count: Locator) => count.locator("xpath=..").getByRole("button", { name: /^Fewer than/ });
  const count = field(page, "G5.3.1-a");
  await tap(page, count);
  await tap(page, keyOf(count));
  await expect(count).toHaveValue("<");
  await page.keyboard.press("5");
  await expect(count).toHaveValue("<5");
  await expect(count).toBeFocused();
  await count.press("Enter");
  await state(page, "G5.3.1-a", /^Saved/);
  await page.reload();
  await expect(count).toHaveValue("<5");
  // Struck twice it is gone again, and what follows still goes on behind the value.
  await tap(page, count);
  await tap(page, keyOf(count));
  await tap(page, keyOf(count));
  await page.keyboard.insertText("6");
  await expect(count).toHaveValue("<56");
  await page.keyboard.press("Escape");
  await expect(count).toHaveValue("<5");
  await page.keyboard.press("1");
  await tap(page, keyOf(count));
  await page.keyboard.press("2");
  await expect(count).toHaveValue("<12");
  await page.keyboard.press("Escape");

  const numerator = field(page, "G5.2-a");
  await tap(page, numerator);
  await tap(page, keyOf(numerator));
  await page.keyboard.press("3");
  await expect(numerator).toHaveValue("<3");
  await page.keyboard.press("Escape");
  await expect(numerator).toHaveValue("");

  await row(page, "G5.1-a").getByRole("button", { name: /^Open/ }).click();
  const part = page.getByRole("textbox", { name: /Female, 0 to 17 years/ }).first();
  await tap(page, part);
  await tap(page, keyOf(part));
  await page.keyboard.press("4");
  await expect(part).toHaveValue("<4");
  await expect(part).toBeFocused();
});
