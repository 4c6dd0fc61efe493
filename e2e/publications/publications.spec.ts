import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { expect, test } from "../support/fixtures";
import { chooseCountryReport, isReady, make } from "../support/publications";
import { signInByForm } from "../support/sign-in";

// A publication from the choices in the builder to files that can be checked.

/** The SHA-256 that the page gives for each file, in its order. */
const sums = (page: Page) => page.getByRole("table", { name: "Files of" }).locator("code").allTextContents();

/** Makes sure that the file behind a link is what the page says it is. */
async function readFile(page: Page, file: string): Promise<Buffer> {
  const row = page.getByRole("row").filter({ has: page.getByRole("link", { name: file, exact: true }) });
  const href = await row.getByRole("link").getAttribute("href");
  const response = await page.request.get(href!);
  expect(response.status()).toBe(200);
  const bytes = await response.body();
  const sum = createHash("sha256").update(bytes).digest("hex");
  await expect(row).toContainText(sum);
  const { etag, "cache-control": kept, "content-disposition": disposition } = response.headers();
  expect(etag).toBe(`"${sum}"`);
  expect(kept).toContain("no-store");
  expect(disposition).toMatch(/^attachment; filename="[\w.-]+"$/);
  expect(response.headers()["x-content-type-options"]).toBe("nosniff");
  return bytes;
}

test("the secretariat previews, makes and checks a country report, and makes it again @both @quick", async ({
  page,
}) => {
  await signInByForm(page, "secretariat");
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Publications" }).click();
  await expect(page.getByRole("heading", { name: "Nothing was made yet" })).toBeVisible();
  await page.getByRole("link", { name: "Make a publication" }).click();

  // Only what a kind has is asked for.
  await expect(page.getByRole("combobox", { name: "Goal" })).toBeHidden();
  await page.getByRole("radio", { name: "Goal report" }).check();
  await expect(page.getByRole("combobox", { name: "Goal" })).toBeVisible();
  await page.getByRole("radio", { name: "Country report" }).check();
  await expect(page.getByRole("checkbox", { name: "Chapters of countries" })).toBeHidden();
  await page.getByRole("checkbox", { name: "Word document" }).uncheck();

  // Nothing of what was chosen is lost.
  await page.getByRole("button", { name: "Make publication" }).click();
  await expect(page.getByRole("alert", { name: "There is a problem" })).toContainText(
    "Choose the country that it is about",
  );
  await expect(page).toHaveTitle(/^Error:/);
  await expect(page.getByRole("radio", { name: "Country report" })).toBeChecked();
  await expect(page.getByRole("checkbox", { name: "Word document" })).not.toBeChecked();
  await page.getByRole("radio", { name: "Thailand" }).check();

  await page.getByRole("button", { name: "Preview" }).click();
  await page.waitForURL(/unit=THA/);
  expect(page.url()).not.toMatch(/ACTION|locale=/);
  const preview = page.getByTitle("Preview: Country report: Thailand, 2016").contentFrame();
  await expect(preview.getByRole("heading", { level: 1 })).toContainText("Thailand");
  await expect(page.getByRole("checkbox", { name: "Word document" })).not.toBeChecked();
  await expect(page.getByRole("radio", { name: "Thailand" })).toBeChecked();

  await make(page);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Country report: Thailand, 2016");
  await expect(page.getByRole("progressbar")).toBeVisible();
  await isReady(page);
  await expect(page.getByRole("status")).toHaveText("The publication is ready.");
  await expect(page.getByRole("progressbar")).toBeHidden();

  expect((await readFile(page, "PDF")).subarray(0, 5).toString()).toBe("%PDF-");
  expect((await readFile(page, "Workbook")).subarray(0, 2).toString()).toBe("PK");
  expect((await readFile(page, "CSV")).subarray(0, 2).toString()).toBe("PK");
  expect((await readFile(page, "Web page")).toString()).toMatch(/^<!doctype html>/);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "PDF", exact: true }).click(),
  ]);
  expect(download.suggestedFilename()).toBe("spaiv-2016-country-tha-en.pdf");
  expect(readFileSync(await download.path(), "latin1")).toMatch(/^%PDF-/);

  const [opened] = await Promise.all([
    page.waitForEvent("popup"),
    page.getByRole("link", { name: "Open as web page" }).click(),
  ]);
  await expect(opened.getByRole("heading", { level: 1 })).toContainText("Thailand");
  await opened.close();

  const before = await sums(page);
  expect(before).toHaveLength(4);
  await page.locator("summary", { hasText: "Make again" }).click();
  await expect(page.getByText(/come out the same, byte for byte/)).toBeVisible();
  await page.getByRole("button", { name: "Make it again" }).click();
  await expect(page.getByRole("progressbar")).toBeVisible();
  await expect(page.getByText("The new ones take their place")).toBeVisible();
  await isReady(page);
  expect(await sums(page)).toEqual(before);
});

test("one that waits can be cancelled, and a focal point has those of the own country alone @both", async ({
  page,
  browser,
  signInAs,
}) => {
  await signInAs("secretariat");
  // All files of the whole region take long enough for the next to wait.
  await page.goto("/en/spaiv/publications/new");
  const regional = await make(page);
  await chooseCountryReport(page, "Thailand");
  const waiting = await make(page);
  await expect(page.getByRole("progressbar", { name: "Waiting for its turn" })).toBeVisible();
  await page.locator("summary", { hasText: "Cancel" }).click();
  await expect(page.getByText("nothing is lost")).toBeVisible();
  await page.getByRole("button", { name: "Cancel this publication" }).click();
  await expect(page.getByRole("listitem").filter({ hasText: /^Cancelled$/ })).toBeVisible();
  await expect(page.getByRole("status")).toHaveText("The publication was cancelled.");

  await page.goto("/en/spaiv/publications");
  const entries = page.getByRole("main").getByRole("rowheader");
  await expect(entries.first()).toHaveText("Country report: Thailand, 2016");
  await expect(entries.filter({ hasText: "Regional annual report, 2016" })).toHaveCount(1);

  const theirs = await (await browser.newContext()).newPage();
  await signInAs("focal.thailand", theirs);
  await theirs.goto("/en/spaiv/publications");
  await expect(theirs.getByRole("main").getByRole("rowheader")).not.toHaveCount(0);
  for (const heading of await theirs.getByRole("main").getByRole("rowheader").allTextContents())
    expect(heading).toBe("Country report: Thailand, 2016");
  expect((await theirs.request.get(`/en/spaiv/publications/${waiting}`)).status()).toBe(200);
  expect((await theirs.request.get(`/en/spaiv/publications/${regional}`)).status()).toBe(404);
  await theirs.goto("/en/spaiv/publications/new");
  await expect(theirs.getByRole("radio", { name: "Regional annual report" })).toBeHidden();
  await expect(theirs.getByRole("radio", { name: "Cambodia" })).toBeHidden();
  await theirs.context().close();

  await page.goto(`/en/spaiv/publications/${waiting}`);
  await page.getByRole("link", { name: "Delete …" }).click();
  const question = page.getByRole("dialog", { name: "Delete this publication?" });
  await expect(question).toContainText("No file was made of it.");
  await question.getByRole("button", { name: "Cancel" }).click();
  await expect(question).toBeHidden();
  await page.getByRole("link", { name: "Delete …" }).click();
  await question.getByRole("button", { name: "Delete for good" }).click();
  await expect(page.getByText("The publication was deleted.")).toBeVisible();
  expect((await page.request.get(`/en/spaiv/publications/${waiting}`)).status()).toBe(404);
});

test("what waits says so until its turn comes, and then that it is being made", async ({ page, signInAs }) => {
  // Publications of other journeys may stand before it.
  test.slow();
  await signInAs("secretariat");
  await chooseCountryReport(page, "Thailand");
  await make(page);
  await chooseCountryReport(page, "Viet Nam");
  await make(page);
  const state = (words: RegExp) => page.getByRole("listitem").filter({ hasText: words });
  await expect(page.getByRole("progressbar", { name: "Waiting for its turn" })).toBeVisible();
  await expect(state(/^Waiting$/)).toBeVisible();
  await expect(page.getByRole("progressbar", { name: /^Making/ })).toBeVisible({ timeout: 240_000 });
  await expect(state(/^Being made$/)).toBeVisible();
});

test("a preview that takes long can be stopped, and made after all", async ({ page, signInAs }) => {
  await signInAs("secretariat");
  const chosen = "kind=regional&period=2016&countries=VNM&sections=status&language=en&view=public&formats=pdf";
  await page.goto(`/api/publications/spaiv/preview?${chosen}&locale=en&stop=1`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("The preview was stopped");
  await page.getByRole("link", { name: "Make it after all" }).click();
  // Pages that say how far it is follow each other by themselves.
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Progress of the region, 2016", { timeout: 60_000 });
});

test("without a script, a publication is previewed, asked for and read", async ({ signInAs, anotherBrowser }) => {
  // It waits its turn behind the publications of the tests beside it.
  test.slow();
  await signInAs("focal.thailand");
  const page = await anotherBrowser({ javaScriptEnabled: false });
  await page.goto("/en/spaiv/publications/new");
  await page.getByRole("radio", { name: "Data book" }).check();
  for (const file of ["PDF", "Word document", "Web page", "Workbook"])
    await page.getByRole("checkbox", { name: file }).uncheck();
  await page.getByRole("button", { name: "Preview" }).click();
  expect(page.url()).toMatch(/kind=dataBook/);
  expect(page.url()).not.toMatch(/ACTION|locale=/);
  const preview = page.getByTitle("Preview: Data book: Thailand, 2016").contentFrame();
  await expect(preview.getByRole("heading", { level: 1 })).toContainText("Thailand");

  await page.getByRole("checkbox", { name: "CSV" }).uncheck();
  await page.getByRole("button", { name: "Make publication" }).click();
  await expect(page.getByRole("alert", { name: "There is a problem" })).toContainText(
    "Choose at least one kind of file",
  );
  await expect(page.getByRole("radio", { name: "Data book" })).toBeChecked();
  await page.getByRole("checkbox", { name: "CSV" }).check();
  await make(page);
  await expect(async () => {
    await page.reload();
    await expect(page.getByRole("link", { name: "CSV", exact: true })).toBeVisible({ timeout: 100 });
  }).toPass();
  expect((await readFile(page, "CSV")).subarray(0, 2).toString()).toBe("PK");

  const file = await page.getByRole("link", { name: "CSV", exact: true }).getAttribute("href");
  await page.getByRole("link", { name: "Delete …" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Delete this publication?");
  await expect(page.getByRole("main")).toContainText("Its file is gone for good.");
  await page.getByRole("button", { name: "Delete for good" }).click();
  await expect(page.getByText("The publication was deleted.")).toBeVisible();
  expect((await page.request.get(file!)).status()).toBe(404);
  await page.context().close();
});
