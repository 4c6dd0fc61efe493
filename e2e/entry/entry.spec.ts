import AxeBuilder from "@axe-core/playwright";
import type { Locator } from "@playwright/test";
import { choice, choose, entryForm, field, row, settled, state } from "../support/entry-form";
import { expect, test } from "../support/fixtures";
import { mustFit } from "../support/look";

// Entering values as one types.

test("every type of value, saved as it is left and there after a reload @both @quick", async ({ page, signInAs }) => {
  await signInAs("focal.thailand");
  await page.goto(`${entryForm}?goal=G5&rows=comfortable`);
  await settled(page, "G5.1-a", field(page, "G5.1-a"), "1,402");
  await expect(field(page, "G5.1-a")).toHaveValue("1402");
  await field(page, "G5.2-a").fill("337");
  await page.keyboard.press("Tab");
  await page.keyboard.type("402");
  await expect(row(page, "G5.2-a").getByText("337 / 402 = 83.8%")).toBeVisible();
  await page.keyboard.press("Enter");
  await state(page, "G5.2-a", /^Saved/);
  await row(page, "G5.2.1-a").getByRole("radio", { name: "No" }).check();
  await state(page, "G5.2.1-a", /^Saved/);
  await choose(page, "G5.3-a", "3 of 5: Adopted");
  await state(page, "G5.3-a", /^Saved/);
  await field(page, "G5.3-b").fill("Made up: cases were taken up from July.");
  await page.keyboard.press("Tab");
  await state(page, "G5.3-b", /^Saved/);
  await settled(page, "G5.1.1-a", field(page, "G5.1.1-a"), "<5");
  await row(page, "G5.3.1-a")
    .getByRole("button", { name: /^No value/ })
    .click();
  await page.getByRole("option", { name: "Not collected" }).click();
  await state(page, "G5.3.1-a", /^Saved/);
  await expect(page.getByRole("region", { name: "Report progress" })).toContainText("7 of 92 answered");
  await expect(page.getByRole("status").filter({ hasText: /saved/i })).toHaveCount(1);

  await page.reload();
  await expect(field(page, "G5.1-a")).toHaveValue("1402");
  await expect(row(page, "G5.2-a").getByText("337 / 402 = 83.8%")).toBeVisible();
  await expect(row(page, "G5.2.1-a").getByRole("radio", { name: "No" })).toBeChecked();
  await expect(choice(page, "G5.3-a")).toHaveText("3 of 5: Adopted");
  await expect(field(page, "G5.3-b")).toHaveValue(/from July/);
  await expect(field(page, "G5.1.1-a")).toHaveValue("<5");
  await expect(choice(page, "G5.3.1-a")).toHaveText("Not collected");
  await row(page, "G5.2.1-a")
    .getByRole("button", { name: /^Clear/ })
    .click();
  await state(page, "G5.2.1-a", "Not answered");
  await row(page, "G5.3.1-a")
    .getByRole("button", { name: /^Enter one/ })
    .click();
  await settled(page, "G5.3.1-a", field(page, "G5.3.1-a"), "0");
});

test("what can't be a value stays where it was typed, with what to do, over a reload too @quick", async ({
  page,
  signInAs,
}) => {
  await signInAs("focal.thailand");
  await page.goto(`${entryForm}?goal=G5&rows=comfortable`);
  const days = field(page, "G5.4-a");
  await days.fill("3-4");
  await days.press("Enter");
  await state(page, "G5.4-a", "Not saved");
  await expect(row(page, "G5.4-a").getByText("Error: Enter one number, such as 3.5")).toBeVisible();
  await expect(days).toHaveValue("3-4");
  await expect(days).toHaveAttribute("aria-invalid", "true");
  await expect(page.getByRole("link", { name: "1 error" })).toBeVisible();
  await page.reload();
  await expect(days).toHaveValue("3-4");
  await state(page, "G5.4-a", "Not saved");
  await settled(page, "G5.4-a", days, "3.5");
  await expect(page.getByRole("link", { name: "1 error" })).toHaveCount(0);
});

test("hands stay on the keyboard, and a column of a spreadsheet fills the rows below @quick", async ({
  page,
  signInAs,
}) => {
  await signInAs("focal.thailand");
  await page.goto(`${entryForm}?goal=G7&rows=comfortable`);
  const [first, second] = ["G7.1-a", "G7.1-b"].map((code) => field(page, code)) as [Locator, Locator];
  await first.focus();
  await page.keyboard.press("ArrowDown");
  await expect(second).toBeFocused();
  await page.keyboard.press("ArrowUp");
  await expect(first).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(second).toBeFocused();
  await first.focus();
  await first.evaluate((target) => {
    const clipboard = new DataTransfer();
    clipboard.setData("text", "211\r\n\r\n98\r\n");
    target.dispatchEvent(new ClipboardEvent("paste", { clipboardData: clipboard, bubbles: true, cancelable: true }));
  });
  await state(page, "G7.1-a", /^Saved/);
  await state(page, "G7.1-c", /^Saved/);
  await expect(first).toHaveValue("211");
  await expect(second).toHaveValue("");
  await expect(field(page, "G7.1-c")).toHaveValue("98");
});

test("parts add up as one types, and a difference waits for words @quick", async ({ page, signInAs }) => {
  await signInAs("focal.thailand");
  await page.goto(`${entryForm}?goal=G7&rows=comfortable`);
  await row(page, "G7.1-a").getByRole("button", { name: /^Open/ }).click();
  const parts = page.getByRole("grid", { name: /by sex × age/ });
  const values = { "Female, 0 to 17 years": "40", "Female, 18 years or over": "60", "Male, 0 to 17 years": "50" };
  for (const [name, text] of Object.entries(values)) await parts.getByRole("textbox", { name, exact: true }).fill(text);
  await parts.getByRole("textbox", { name: "Male, 0 to 17 years", exact: true }).press("ArrowRight");
  await expect(parts.getByRole("textbox", { name: "Male, 18 years or over", exact: true })).toBeFocused();
  await page.keyboard.type("70");
  await expect(parts.getByRole("row", { name: /^Male/ })).toContainText("120");
  await expect(parts.getByRole("row", { name: /^Sum/ })).toContainText("220");
  await page.keyboard.press("Tab");
  await expect(page.getByText("The parts are more than their total")).toBeVisible();
  await state(page, "G7.1-a", /sum differs|large change/);
  await page.getByRole("button", { name: "say why they differ" }).click();
  await page.getByRole("textbox", { name: "Add a comment" }).fill("Made up: nine persons stand in two registers.");
  await page.getByRole("button", { name: "Add comment" }).click();
  await expect(page.getByText("A comment explains it.")).toBeVisible();

  await page.getByLabel("Add a row, citizenship").selectOption({ label: "Myanmar" });
  await page.getByRole("button", { name: "Add", exact: true }).click();
  await expect(page.getByRole("textbox", { name: "Myanmar" })).toBeFocused();
  await page.keyboard.type("12");
  await page.keyboard.press("Enter");
  await state(page, "G7.1-a", /^Saved/);
  await page.reload();
  await row(page, "G7.1-a").getByRole("button", { name: /^Open/ }).click();
  await expect(page.getByRole("textbox", { name: "Myanmar" })).toHaveValue("12");
  await expect(parts.getByRole("textbox", { name: "Male, 18 years or over", exact: true })).toHaveValue("70");
});

test("a row with its parts open is accessible, wide and narrow", async ({ page, signInAs }) => {
  await signInAs("focal.thailand");
  for (const width of [1280, 360]) {
    await page.setViewportSize({ width, height: 900 });
    await page.goto(`${entryForm}?goal=G7&rows=comfortable`);
    await row(page, "G7.1-a").getByRole("button", { name: /^Open/ }).click();
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${width} ${id}: ${nodes[0]?.html}`)).toEqual([]);
    await mustFit(page);
  }
});
