import { entryForm, field, hold, row, settled, state } from "../support/entry-form";
import { expect, test } from "../support/fixtures";
import { submitReport } from "../support/submit-report";

// Entering values under the circumstances that work brings: offline, against somebody else, without a script, by another
// role, from a file.

const valuesRoute = "**/api/reports/**/values";

test("what is typed while the server can't be reached waits, outlives a reload, and is sent @quick", async ({
  page,
  signInAs,
}) => {
  await signInAs("focal.thailand");
  await page.goto(`${entryForm}?goal=G3&rows=comfortable`);
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
  const [answer] = await Promise.all([
    page.waitForResponse(valuesRoute),
    page.goto(`${entryForm}?goal=G1&rows=comfortable`),
  ]);
  expect(answer.status()).toBe(200);
  await page.goto(`${entryForm}?goal=G3&rows=comfortable`);
  await expect(officials).toHaveValue("788");
  await state(page, "G3.2.1-a", /^Saved/);
});

test("Esc restores a value that is still on its way, or that waits for the server", async ({ page, signInAs }) => {
  await signInAs("focal.thailand");
  await page.goto(`${entryForm}?goal=G5&rows=comfortable`);
  const days = field(page, "G5.4-a");
  await hold(days);
  const asked = page.waitForRequest(valuesRoute);
  let answer = () => {};
  const until = new Promise<void>((resolve) => {
    answer = resolve;
  });
  await page.route(valuesRoute, async (route) => {
    await until;
    await route.abort();
  });
  await page.keyboard.type("12.5");
  await page.keyboard.press("Enter");
  await asked;
  for (const step of ["on its way", "waits"]) {
    await days.focus();
    await page.keyboard.type("3");
    await expect(days).toHaveValue("3");
    await page.keyboard.press("Escape");
    await expect(days, step).toHaveValue("12.5");
    answer();
    await state(page, "G5.4-a", "Offline, queued");
  }
  await page.unroute(valuesRoute);
  await page.keyboard.press("Enter");
  await page.reload();
  await state(page, "G5.4-a", /^Saved/);
  await expect(days).toHaveValue("12.5");
});

test("without a line the sheet stays where it is, and goes on once there is one", async ({
  page,
  context,
  signInAs,
}) => {
  await signInAs("focal.thailand");
  await page.goto(`${entryForm}?goal=G6&rows=comfortable`);
  const persons = field(page, "G6.3-b");
  await expect(persons).toBeEnabled();
  await context.setOffline(true);
  await persons.fill("31");
  await persons.press("Enter");
  await state(page, "G6.3-b", "Offline, queued");
  const bar = page.getByRole("region", { name: "Report progress" });
  await bar.getByRole("link", { name: "Check", exact: true }).click();
  const stays = page.getByText(/isn’t kept in this browser.*so this page stays/);
  await expect(stays).toBeVisible();
  await expect(persons).toHaveValue("31");
  await context.setOffline(false);
  await state(page, "G6.3-b", /^Saved/);
  await expect(stays).toHaveCount(0);
  await bar.getByRole("link", { name: "Check", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Check your answers" })).toBeVisible();
});

test("two people and one cell: both values are shown, and nothing is decided by itself @quick", async ({
  page,
  signInAs,
  anotherBrowser,
}) => {
  await signInAs("focal.thailand");
  await page.goto(`${entryForm}?goal=G4&rows=comfortable`);
  const other = await anotherBrowser();
  await other.goto(`${entryForm}?goal=G4&rows=comfortable`);
  await settled(other, "G4.1.2-b", field(other, "G4.1.2-b"), "300");
  await field(page, "G4.1.2-b").fill("310");
  await field(page, "G4.1.2-b").press("Enter");
  await state(page, "G4.1.2-b", "Changed elsewhere");
  const question = page.getByRole("alert").filter({ hasText: "Which value stays?" });
  await expect(question).toContainText("310");
  await expect(question).toContainText("300");
  await expect(question).toContainText("You changed it in another window");
  await question.getByRole("button", { name: "Keep mine" }).click();
  await expect(field(page, "G4.1.2-b")).toBeFocused();
  await state(page, "G4.1.2-b", /^Saved/);
  await field(other, "G4.1.2-b").fill("320");
  await field(other, "G4.1.2-b").press("Enter");
  await other.getByRole("button", { name: "Take the stored one" }).click();
  await expect(field(other, "G4.1.2-b")).toHaveValue("310");
  await expect(field(other, "G4.1.2-b")).toBeFocused();
  await other.getByText("Add a comment", { exact: true }).first().click();
  await expect(other.getByRole("complementary", { name: /About/ }).getByLabel("Add a comment")).toBeFocused();
});

test("without a script, each indicator has a plain form @quick", async ({ page, signInAs, anotherBrowser }) => {
  await signInAs("focal.thailand");
  const form = await anotherBrowser({ javaScriptEnabled: false });
  await form.goto(`${entryForm}?goal=G6&rows=comfortable`);
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

  // Somebody else changes one value meanwhile; only that one is asked about, and the rest is stored.
  await page.goto(`${entryForm}?goal=G6&rows=comfortable`);
  await settled(page, "G6.2-a", field(page, "G6.2-a"), "13");
  await form.getByLabel("Value (persons)").fill("14");
  await form.getByLabel("Female, 0 to 17 years").fill("8");
  await form.getByRole("button", { name: "Save", exact: true }).click();
  await expect(form.getByRole("alert")).toContainText("You, in another window, changed this to 13");
  await expect(form.getByLabel("Value (persons)")).toHaveValue("14");
  await form.getByRole("button", { name: "Save", exact: true }).click();
  await expect(form.getByText("Saved.")).toBeVisible();
  await page.reload();
  await expect(field(page, "G6.2-a")).toHaveValue("14");
});

test("a contributor enters what is assigned and submits nothing; the secretariat reads along @quick", async ({
  page,
  signInAs,
}) => {
  await signInAs("prosecution.thailand");
  await page.goto(entryForm);
  await expect(page.getByRole("heading", { level: 2, name: /^G\d / })).toHaveText([/^G7 /]);
  await expect(page.getByRole("navigation", { name: "Goals" }).getByRole("link", { name: /^G\d/ })).toHaveCount(1);
  await expect(page.getByRole("link", { name: "Submit" })).toHaveCount(0);
  await settled(page, "G7.2.2-a", field(page, "G7.2.2-a"), "61");
  await page.goto(`${entryForm}?goal=G5`);
  await expect(row(page, "G7.2.2-a")).toBeVisible();
  await expect(row(page, "G5.1-a")).toHaveCount(0);
  expect((await page.goto(`${entryForm}/narrative`))?.status()).toBe(404);
  expect((await page.goto("/en/spaiv/reports/KHM/2017"))?.status()).toBe(404);
  await page.context().clearCookies();
  await signInAs("secretariat");
  await page.goto(`${entryForm}?goal=G7&rows=comfortable`);
  await expect(row(page, "G7.2.2-a").getByRole("textbox")).toHaveCount(0);
  await state(page, "G7.2.2-a", "Entered by the country");
  await page.goto("/en/spaiv/reports/REGION/2017");
  await expect(page.getByRole("textbox").first()).toBeEditable();
});

test("a file is imported into the report, and the report is checked and submitted @both @quick", async ({
  page,
  signInAs,
}) => {
  await signInAs("focal.thailand");
  await page.goto("/en/spaiv/reports/THA/2016/import");
  await page.getByLabel("Files (XLSX or CSV)").setInputFiles("e2e/files/glotip-made-up.csv");
  await page.getByRole("button", { name: "Preview" }).click();
  await expect(page.getByRole("heading", { name: /would be imported/ })).toBeVisible();
  // What competes is for a person to decide: nothing is chosen before.
  const conflicts = page.getByRole("group").filter({ has: page.getByRole("radio") });
  await expect(conflicts.first().getByRole("radio", { checked: true })).toHaveCount(0);
  await page.getByRole("button", { name: "Import into the draft" }).click();
  await expect(page.getByText(/^Choose a value for/).first()).toBeVisible();
  for (const conflict of await conflicts.all()) await conflict.getByRole("radio").first().check();
  await page.getByRole("button", { name: "Import into the draft" }).click();
  await expect(page.getByText(/cells are imported from/)).toBeVisible();
  await page.goto("/en/spaiv/reports/THA/2016?goal=G5&rows=comfortable");
  await expect(field(page, "G5.1-a")).toHaveValue("1612");
  await submitReport(page, "/en/spaiv/reports/THA/2016");
  await page.goto("/en/spaiv/reports/THA/2016?goal=G5&rows=comfortable");
  await state(page, "G5.1-a", "Locked: submitted");
  await expect(row(page, "G5.1-a").getByRole("textbox")).toHaveCount(0);
});
