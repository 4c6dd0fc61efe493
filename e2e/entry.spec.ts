import AxeBuilder from "@axe-core/playwright";
import type { Browser, BrowserContext, Locator, Page } from "@playwright/test";
import { expect, test } from "./fixtures";

// Entering figures: as one types, offline, against somebody else, without a script. Thailand's 2017 report is empty at
// first; that of 2016 is partly filled in.

const room = "/en/spaiv/reports/THA/2017";
const row = (page: Page, code: string) => page.locator(`tr[id="${code}"]`);
const field = (page: Page, code: string) => row(page, code).getByRole("textbox").first();
const state = (page: Page, code: string, text: string | RegExp) =>
  expect(row(page, code).locator(".state")).toContainText(text);
const valuesRoute = "**/api/reports/**/values";

async function settled(page: Page, code: string, into: Locator, text: string) {
  await into.fill(text);
  await into.press("Enter");
  await state(page, code, /^Saved/);
}

async function sameState(browser: Browser, context: BrowserContext, baseURL: string | undefined): Promise<Page> {
  const other = await browser.newContext({ baseURL, storageState: await context.storageState() });
  return other.newPage();
}

test("every type of value, saved as it is left and there after a reload @both", async ({ page, signInAs }) => {
  await signInAs("focal.thailand");
  await page.goto(`${room}?goal=G5`);
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
  await row(page, "G5.3-a").getByRole("combobox").selectOption({ label: "3 of 5: Adopted" });
  await state(page, "G5.3-a", /^Saved/);
  await field(page, "G5.3-b").fill("Made up: cases were taken up from July.");
  await page.keyboard.press("Tab");
  await state(page, "G5.3-b", /^Saved/);
  await settled(page, "G5.1.1-a", field(page, "G5.1.1-a"), "<5");
  await row(page, "G5.3.1-a")
    .getByRole("button", { name: /^No value/ })
    .click();
  await row(page, "G5.3.1-a").getByRole("combobox").selectOption("Not collected");
  await state(page, "G5.3.1-a", /^Saved/);
  await expect(page.getByRole("region", { name: "Report progress" })).toContainText("7 of 92 answered");
  await expect(page.getByRole("status")).toContainText(/saved/i);

  await page.reload();
  await expect(field(page, "G5.1-a")).toHaveValue("1402");
  await expect(row(page, "G5.2-a").getByText("337 / 402 = 83.8%")).toBeVisible();
  await expect(row(page, "G5.2.1-a").getByRole("radio", { name: "No" })).toBeChecked();
  await expect(row(page, "G5.3-a").getByRole("combobox")).toHaveValue("2");
  await expect(field(page, "G5.3-b")).toHaveValue(/from July/);
  await expect(field(page, "G5.1.1-a")).toHaveValue("<5");
  await expect(row(page, "G5.3.1-a").getByRole("combobox")).toHaveValue("notCollected");
  await row(page, "G5.2.1-a")
    .getByRole("button", { name: /^Clear/ })
    .click();
  await state(page, "G5.2.1-a", "Not answered");
  await row(page, "G5.3.1-a")
    .getByRole("button", { name: /^Enter one/ })
    .click();
  await settled(page, "G5.3.1-a", field(page, "G5.3.1-a"), "0");
});

test("what can't be a value stays where it was typed, with what to do, over a reload too", async ({
  page,
  signInAs,
}) => {
  await signInAs("focal.thailand");
  await page.goto(`${room}?goal=G5`);
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

test("hands stay on the keyboard, and a column of a spreadsheet fills the rows below", async ({ page, signInAs }) => {
  await signInAs("focal.thailand");
  await page.goto(`${room}?goal=G7`);
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

test("parts add up as one types, and a difference waits for words", async ({ page, signInAs }) => {
  await signInAs("focal.thailand");
  await page.goto(`${room}?goal=G7`);
  await row(page, "G7.1-a").getByRole("button", { name: /^Open/ }).click();
  const parts = page.getByRole("table", { name: /by sex × age/ });
  const figures = { "Female, 0 to 17 years": "40", "Female, 18 years or over": "60", "Male, 0 to 17 years": "50" };
  for (const [name, text] of Object.entries(figures))
    await parts.getByRole("textbox", { name, exact: true }).fill(text);
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
  await page.keyboard.type("12");
  await page.keyboard.press("Enter");
  await state(page, "G7.1-a", /^Saved/);
  await page.reload();
  await row(page, "G7.1-a").getByRole("button", { name: /^Open/ }).click();
  await expect(page.getByRole("textbox", { name: "Myanmar" })).toHaveValue("12");
  await expect(parts.getByRole("textbox", { name: "Male, 18 years or over", exact: true })).toHaveValue("70");
});

test("what is typed while the server can't be reached waits, outlives a reload, and is sent", async ({
  page,
  signInAs,
}) => {
  await signInAs("focal.thailand");
  await page.goto(`${room}?goal=G3`);
  await page.route(valuesRoute, (route) => route.abort());
  const officials = field(page, "G3.2.1-a");
  await officials.fill("788");
  await officials.press("Enter");
  await state(page, "G3.2.1-a", "Offline, queued");
  await expect(page.getByText("1 change queued")).toBeVisible();
  await page.reload();
  await expect(officials).toHaveValue("788");
  await state(page, "G3.2.1-a", "Offline, queued");
  await page.goto("/en/spaiv/work");
  await expect(page.getByText("Changes on this computer haven’t been sent yet")).toBeVisible();
  await page.unroute(valuesRoute);
  // Another goal of the same report: the change has no row there, and is sent all the same.
  const [answer] = await Promise.all([page.waitForResponse(valuesRoute), page.goto(`${room}?goal=G1`)]);
  expect(answer.status()).toBe(200);
  await page.goto(`${room}?goal=G3`);
  await expect(officials).toHaveValue("788");
  await state(page, "G3.2.1-a", /^Saved/);
});

test("two people and one cell: both figures are shown, and nothing is decided by itself", async ({
  page,
  context,
  browser,
  baseURL,
  signInAs,
}) => {
  await signInAs("focal.thailand");
  await page.goto(`${room}?goal=G4`);
  const other = await sameState(browser, context, baseURL);
  await other.goto(`${room}?goal=G4`);
  await settled(other, "G4.1.2-b", field(other, "G4.1.2-b"), "300");
  await field(page, "G4.1.2-b").fill("310");
  await field(page, "G4.1.2-b").press("Enter");
  await state(page, "G4.1.2-b", "Changed by others");
  const question = page.getByRole("alert").filter({ hasText: "Which figure stays?" });
  await expect(question).toContainText("310");
  await expect(question).toContainText("300");
  await question.getByRole("button", { name: "Keep mine" }).click();
  await state(page, "G4.1.2-b", /^Saved/);
  await field(other, "G4.1.2-b").fill("320");
  await field(other, "G4.1.2-b").press("Enter");
  await other.getByRole("button", { name: "Take the stored one" }).click();
  await expect(field(other, "G4.1.2-b")).toHaveValue("310");
});

test("without a script, each indicator has a plain form", async ({ browser, page, context, baseURL, signInAs }) => {
  await signInAs("focal.thailand");
  const plain = await browser.newContext({
    baseURL,
    storageState: await context.storageState(),
    javaScriptEnabled: false,
  });
  const form = await plain.newPage();
  await form.goto(`${room}?goal=G6`);
  await expect(form.getByText("Your browser runs no scripts")).toBeVisible();
  await form.getByRole("link", { name: "G6.2-a" }).click();
  await form.getByLabel("Value (persons)").fill("twelve");
  await form.getByLabel("Female, 0 to 17 years").fill("7");
  await form.getByRole("button", { name: "Save", exact: true }).click();
  await expect(form.getByRole("alert")).toContainText("Enter one number");
  await expect(form).toHaveTitle(/^Error:/);
  await expect(form.getByLabel("Value (persons)")).toHaveValue("twelve");
  await expect(form.getByLabel("Female, 0 to 17 years")).toHaveValue("7");
  await form.getByLabel("Value (persons)").fill("12");
  await form.getByRole("button", { name: "Save", exact: true }).click();
  await expect(form.getByText("Saved.")).toBeVisible();
  await form.getByLabel("Add a comment").fill("Made up: twelve in all.");
  await form.getByRole("button", { name: "Add comment" }).click();
  await expect(form.getByText("Made up: twelve in all.")).toBeVisible();

  // Somebody else changes one figure meanwhile; only that one is asked about, and the rest is stored.
  await page.goto(`${room}?goal=G6`);
  await settled(page, "G6.2-a", field(page, "G6.2-a"), "13");
  await form.getByLabel("Value (persons)").fill("14");
  await form.getByLabel("Female, 0 to 17 years").fill("8");
  await form.getByRole("button", { name: "Save", exact: true }).click();
  await expect(form.getByRole("alert")).toContainText("Somebody else changed this to 13");
  await expect(form.getByLabel("Value (persons)")).toHaveValue("14");
  await form.getByRole("button", { name: "Save", exact: true }).click();
  await expect(form.getByText("Saved.")).toBeVisible();
  await page.reload();
  await expect(field(page, "G6.2-a")).toHaveValue("14");
});

test("a contributor enters what is assigned and submits nothing; the secretariat reads along", async ({
  page,
  signInAs,
}) => {
  await signInAs("prosecution.thailand");
  await page.goto(room);
  await expect(page.getByRole("heading", { level: 1, name: /^G7 / })).toBeVisible();
  await expect(page.getByRole("navigation", { name: "Goals" }).getByRole("link")).toHaveCount(1);
  await expect(page.getByRole("link", { name: "Submit" })).toHaveCount(0);
  await settled(page, "G7.2.2-a", field(page, "G7.2.2-a"), "61");
  expect((await page.goto(`${room}?goal=G5`))?.status()).toBe(404);
  expect((await page.goto(`${room}/narrative`))?.status()).toBe(404);
  expect((await page.goto("/en/spaiv/reports/KHM/2017"))?.status()).toBe(404);
  await page.context().clearCookies();
  await signInAs("secretariat");
  await page.goto(`${room}?goal=G7`);
  await expect(row(page, "G7.2.2-a").getByRole("textbox")).toHaveCount(0);
  await state(page, "G7.2.2-a", "Entered by the country");
  await page.goto("/en/spaiv/reports/REGION/2017");
  await expect(page.getByRole("textbox").first()).toBeEditable();
});

test("a file fills the report, and the report is checked and submitted @both", async ({ page, signInAs }) => {
  await signInAs("focal.thailand");
  await page.goto("/en/spaiv/reports/THA/2016/fill");
  await page.getByLabel("File (CSV)").setInputFiles("e2e/files/glotip-made-up.csv");
  await page.getByRole("button", { name: "Preview" }).click();
  await expect(page.getByRole("heading", { name: /would fill/ })).toBeVisible();
  // What competes is for a person to decide: nothing is chosen before.
  const conflicts = page.getByRole("group").filter({ has: page.getByRole("radio") });
  await expect(conflicts.first().getByRole("radio", { checked: true })).toHaveCount(0);
  await page.getByRole("button", { name: "Fill the draft" }).click();
  await expect(page.getByText(/^Choose a figure for/).first()).toBeVisible();
  for (const conflict of await conflicts.all()) await conflict.getByRole("radio").first().check();
  await page.getByRole("button", { name: "Fill the draft" }).click();
  await expect(page.getByText(/are filled from/)).toBeVisible();
  await page.goto("/en/spaiv/reports/THA/2016?goal=G5");
  await expect(field(page, "G5.1-a")).toHaveValue("1612");
  await page.getByRole("link", { name: "Submit" }).click();
  for (;;) {
    const asked = page.getByRole("link", { name: /write a comment that explains/ }).first();
    await expect(page.getByRole("heading", { level: 1, name: "Check your answers" })).toBeVisible();
    if (!(await asked.isVisible())) break;
    await asked.click();
    await page.getByLabel("Add a comment").fill("Made up: two registers were merged.");
    await page.getByRole("button", { name: "Add comment" }).click();
    await expect(page.getByText("Your comment was added.")).toBeVisible();
    await page.goto("/en/spaiv/reports/THA/2016/check");
  }
  await page.getByRole("button", { name: "Submit the report" }).click();
  await expect(page.getByText("The report was submitted")).toBeVisible();
  await page.goto("/en/spaiv/reports/THA/2016?goal=G5");
  await state(page, "G5.1-a", "Locked: under review");
  await expect(row(page, "G5.1-a").getByRole("textbox")).toHaveCount(0);
});

test("a row with its parts open is accessible, wide and narrow", async ({ page, signInAs }) => {
  await signInAs("focal.thailand");
  for (const width of [1280, 360]) {
    await page.setViewportSize({ width, height: 900 });
    await page.goto(`${room}?goal=G7`);
    await row(page, "G7.1-a").getByRole("button", { name: /^Open/ }).click();
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${width} ${id}: ${nodes[0]?.html}`)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  }
});
