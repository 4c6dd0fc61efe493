import { entryForm, field, row, settled, state } from "../support/entry-form";
import { expect, test } from "../support/fixtures";
import { submitReport, withdrawReport } from "../support/submit-report";

// A value that the server refused stays with the person, in its row, and is stored only when that can be done.

const comeBack = () => window.dispatchEvent(new Event("focus"));

test("a value that can't be read is called nothing else after a reload, and turns no words round", async ({
  page,
  signInAs,
}) => {
  await signInAs("focal.thailand");
  await page.goto(`${entryForm}?goal=G3&rows=comfortable`);
  await field(page, "G3.2.1-a").fill("abc\u202e");
  await field(page, "G3.2.1-a").press("Enter");
  await state(page, "G3.2.1-a", "Not saved");
  await page.reload();
  const list = page.locator(".elsewhere");
  await expect(list).toContainText("A value that you typed earlier isn’t stored");
  await expect(list).not.toContainText("line");
  await expect(list.locator("bdi")).toHaveText(/^abc/);
  await field(page, "G3.2.1-a").fill("");
  await field(page, "G3.2.1-a").press("Enter");
  await expect(list).toHaveCount(0);
});

test("a value refused by a locked report is kept in its row, and offered once the report takes it", async ({
  page,
  signInAs,
  anotherBrowser,
}) => {
  test.setTimeout(180_000);
  await signInAs("focal.thailand");
  await page.goto(`${entryForm}?goal=G3&rows=comfortable`);
  const officials = field(page, "G3.2.1-a");
  await settled(page, "G3.2.1-a", officials, "788");
  const other = await anotherBrowser();
  await submitReport(other, entryForm);

  await officials.fill("790");
  await officials.press("Enter");
  await state(page, "G3.2.1-a", "Not saved");
  const here = row(page, "G3.2.1-a");
  const storeNow = here.getByRole("button", { name: "Store it now" });
  const discard = here.getByRole("button", { name: "Discard what I typed" });
  await expect(here).toContainText("This report has been submitted");
  await expect(discard).toBeVisible();
  await expect(storeNow).toHaveCount(0);
  // The rest of the page says so as well, without being asked.
  await expect(row(page, "G3.1.1-a").getByRole("textbox")).toHaveCount(0);
  await state(page, "G3.1.1-a", "Locked: submitted");
  await expect(page.getByRole("link", { name: "Submit", exact: false })).toHaveCount(0);

  // There is no field any more; what was typed stands in the row all the same, beside what is stored.
  await page.reload();
  await expect(here.getByText("Not stored: 790.")).toBeVisible();
  await expect(here).toContainText("This report has been submitted");
  await expect(here.locator(".ro")).toHaveText("788");
  await state(page, "G3.2.1-a", "Not saved");
  await expect(here.getByRole("textbox")).toHaveCount(0);
  await expect(discard).toBeVisible();
  await expect(storeNow).toHaveCount(0);
  await page.evaluate(comeBack);
  await expect(storeNow).toHaveCount(0);

  await withdrawReport(other);
  await expect(other.getByText("You can change the report again.")).toBeVisible();
  await page.evaluate(comeBack);
  await expect(officials).toHaveValue("790");
  await expect(here).toContainText("It can be stored now");
  await expect(here).not.toContainText("has been submitted");
  // Nor is the refusal the last word of what is said aloud.
  const aloud = page.locator("p.vh[role=status]");
  await expect(aloud.filter({ hasText: "G3.2.1-a can be stored now." })).toHaveCount(1);
  await expect(aloud.filter({ hasText: "has been submitted" })).toHaveCount(0);
  await storeNow.click();
  await state(page, "G3.2.1-a", /^Saved/);
  await expect(officials).toHaveValue("790");
  await other.goto(`${entryForm}?goal=G3&rows=comfortable`);
  await expect(field(other, "G3.2.1-a")).toHaveValue("790");
});

test("a window that comes back into view after the report was submitted shows it locked, and keeps what was typed", async ({
  page,
  signInAs,
  anotherBrowser,
}) => {
  test.setTimeout(180_000);
  await signInAs("focal.thailand");
  await page.goto(`${entryForm}?goal=G3&rows=comfortable`);
  const other = await anotherBrowser();
  await submitReport(other, entryForm);
  await field(page, "G3.2.1-a").fill("801");
  await page.evaluate(comeBack);
  const here = row(page, "G3.2.1-a");
  await expect(here.getByText("Not stored: 801.")).toBeVisible();
  await expect(here.getByRole("textbox")).toHaveCount(0);
  await state(page, "G3.2.1-a", "Not saved");
  await here.getByRole("button", { name: "Discard what I typed" }).click();
  await state(page, "G3.2.1-a", "Locked: submitted");
  await expect(here).not.toContainText("801");
});
