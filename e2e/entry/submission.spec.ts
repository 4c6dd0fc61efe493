import type { Page } from "@playwright/test";
import { keptNames } from "../kept/kept-texts";
import { expect, test } from "../support/fixtures";
import { declare, explainWarnings, giveReasons, submitReport, withdrawReport } from "../support/submit-report";

// From a report with blanks to one that is submitted by somebody's word, and back while nobody has begun to review it.

const check = "/en/spaiv/reports/THA/2016/check";

/** Raises a value of the report by one in another window. @returns the value as it stands then */
async function changeByOne(window: Page): Promise<string> {
  await window.goto("/en/spaiv/reports/THA/2016?goal=G3&rows=comfortable");
  const value = window.locator('tr[id="G3.2.1-a"]').getByRole("textbox").first();
  await expect(value).toBeEnabled();
  const raised = `${Number((await value.inputValue()).replace(/\D/g, "")) + 1}`;
  await value.fill(raised);
  await value.press("Enter");
  await expect(window.locator('tr[id="G3.2.1-a"] .state')).toContainText(/^Saved/);
  const shown = await value.inputValue();
  await window.close();
  return shown;
}

test("a report with blanks isn't submitted: each gets a reason, alone or with others, and somebody's name @both", async ({
  page,
  signInAs,
  anotherBrowser,
}) => {
  await signInAs("focal.thailand");
  await page.goto(check);
  const blanks = page.locator("#blanks");
  const rows = blanks.getByRole("listitem");
  const count = await rows.count();
  expect(count).toBeGreaterThan(3);
  await expect(page.getByRole("button", { name: "Submit the report" })).toHaveCount(0);
  await expect(page.getByRole("link", { name: new RegExp(`reason why there is none, for ${count}`) })).toBeVisible();
  await expect(page.locator("#texts").getByRole("link", { name: "Lessons" }).first()).toBeVisible();

  // Nothing chosen, a reason for nobody, and nobody's reason are each said.
  await blanks.getByRole("button", { name: "Store the reasons" }).click();
  await expect(page.locator("main").getByRole("alert")).toContainText("Choose a reason for at least one indicator");
  await blanks.getByRole("checkbox").nth(1).check();
  await blanks.getByRole("button", { name: "Store the reasons" }).click();
  await expect(page.locator("main").getByRole("alert")).toContainText(
    "Choose the reason for the indicators that you ticked",
  );
  await expect(blanks.getByRole("checkbox").nth(1)).toBeChecked();

  // One of its own, and one that was ticked.
  await blanks.getByRole("combobox").first().selectOption("Not applicable");
  await page.getByLabel("One reason for all that are ticked").selectOption("Not collected");
  await blanks.getByRole("button", { name: "Store the reasons" }).click();
  await expect(page.getByText("2 reasons were stored.")).toBeVisible();
  await expect(rows).toHaveCount(count - 2);
  // The hand goes on with what is left.
  await expect(blanks.locator("#done")).toBeFocused();
  await giveReasons(page);
  await expect(blanks).toHaveCount(0);

  // Comments on warnings are another matter: they are asked for as before.
  for (;;) {
    const asked = page.getByRole("link", { name: /write a comment that explains the warning/ }).first();
    if (!(await asked.isVisible())) break;
    await asked.click();
    await page.getByLabel("Add a comment").fill("Made up: two registers were merged.");
    await page.getByRole("button", { name: "Add comment" }).click();
    await expect(page.getByText("Your comment was added.")).toBeVisible();
    await page.goto(check);
  }
  await expect(page.locator("p.lead")).toContainText(/warnings? \((all )?explained\)/);
  const plain = await anotherBrowser({ javaScriptEnabled: false });
  await plain.goto(check);
  await expect(plain).toHaveTitle(/^Check your answers/);
  await plain.getByRole("button", { name: "Submit the report" }).click();
  await expect(plain).toHaveTitle(/^Error: Check your answers/);
  await expect(plain.locator("title")).toHaveCount(1);

  await page.getByRole("button", { name: "Submit the report" }).click();
  await expect(page.locator("main").getByRole("alert")).toContainText(
    "Write the name of whoever approved these values",
  );
  await expect(page).toHaveTitle(/^Error: Check your answers/);
  await declare(page);
  await page.getByRole("button", { name: "Submit the report" }).click();
  await expect(page.getByRole("status").filter({ hasText: "The report was submitted" })).toBeFocused();
  await expect(
    page.getByText("Approved for submission by Made-up Official, Permanent Secretary (made up)."),
  ).toBeVisible();
  await expect(page).toHaveTitle(/^Check your answers/);
  // Going back shows what is, and not the form as it was.
  await page.goBack();
  await expect(page).toHaveURL(/\/check(?!.*done=submitted)/);
  await expect(page.getByRole("button", { name: "Withdraw the submission" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Submit the report" })).toHaveCount(0);
});

test("what nobody has begun to review can be withdrawn and compared with, and not after the first answer", async ({
  page,
  context,
  browser,
  baseURL,
  signInAs,
  anotherBrowser,
}) => {
  test.setTimeout(240_000);
  await signInAs("focal.thailand");
  await page.goto(check);
  const withdraw = page.getByRole("button", { name: "Withdraw the submission" });
  await withdrawReport(page);
  await expect(page.getByRole("status").filter({ hasText: "You can change the report again." })).toBeFocused();
  await declare(page);
  // A value comes from another browser: the page says which, and what was declared outlives the way to look at it.
  await changeByOne(await anotherBrowser());
  await page.getByRole("button", { name: "Submit the report" }).click();
  const refused = page.locator("#submit").getByRole("alert");
  await expect(refused).toContainText("You changed G3.2.1-a in another window after this page was opened");
  await page.getByRole("link", { name: "Reload the page" }).click();
  await expect(refused).toHaveCount(0);
  await explainWarnings(page, "/en/spaiv/reports/THA/2016");
  await expect(page.getByLabel("Who approved it")).toHaveValue("Made-up Official");
  await page.getByLabel("In which function").focus();
  // Another window of the same browser changes a value, and this one reads the report anew under the same hands.
  const value = await changeByOne(await context.newPage());
  await expect(page.locator('tr[id="G3.2.1-a"]')).toContainText(value);
  await expect(page.getByLabel("Who approved it")).toHaveValue("Made-up Official");
  await expect(page.getByLabel("In which function")).toHaveValue("Permanent Secretary (made up)");
  await expect(page.getByLabel("In which function")).toBeFocused();
  await submitReport(page, "/en/spaiv/reports/THA/2016");
  await expect.poll(async () => (await keptNames(page)).filter((key) => key.includes("declaration"))).toEqual([]);
  await expect(withdraw).toBeVisible();
  // It says once where the report stands, and neither asks for what can't be done now nor offers it.
  const main = page.locator("main");
  await expect(main.getByText("The report waits for its review.")).toBeVisible();
  await expect(main).not.toContainText(/reviews it now|Nobody has begun|can be submitted|once it is withdrawn/);
  await expect(main.getByRole("link", { name: "See G1.1-a" })).toBeVisible();
  await expect(main.getByRole("link", { name: /^Change/ })).toHaveCount(0);

  const secretariat = await (await browser.newContext({ baseURL })).newPage();
  await signInAs("secretariat", secretariat);
  // What was withdrawn was submitted all the same: the reviewer sees what is new since then.
  await secretariat.goto("/en/spaiv/review/THA/2016");
  await expect(secretariat.getByRole("link", { name: "Changed or queried before 1" })).toHaveAttribute(
    "aria-current",
    "page",
  );
  await expect(secretariat.locator('article[id="G3.2.1-a"]')).toContainText(`now: ${value}`);
  await secretariat.goto("/en/spaiv/review/THA/2016?tab=all");
  await expect(secretariat.getByText("Approved for submission by Made-up Official")).toBeVisible();
  await secretariat.getByRole("radio", { name: "Accept" }).first().check();
  await expect(secretariat.getByText("Saved", { exact: true }).first()).toBeVisible();

  // The page that was open is told and shows how the report stands now, and so does the next one, each saying it once.
  await withdrawReport(page);
  await expect(main.getByRole("alert")).toContainText("has begun to review");
  const told = main.getByText("has begun to review this report, so it can’t be withdrawn any more");
  for (const open of [async () => {}, () => page.goto(check)]) {
    await open();
    await expect(told).toHaveCount(1);
    await expect(withdraw).toHaveCount(0);
    await expect(main).not.toContainText(/waits for its review|once it is withdrawn/);
  }
});

test("without a script, blanks get their reasons all the same", async ({ page, signInAs, anotherBrowser }) => {
  await signInAs("focal.laopdr");
  const form = await anotherBrowser({ javaScriptEnabled: false });
  await form.goto("/en/spaiv/reports/LAO/2017/check");
  const rows = form.locator("#blanks").getByRole("listitem");
  const count = await rows.count();
  await form.locator("#blanks").getByRole("checkbox").first().check();
  await form.locator("#blanks").getByRole("checkbox").nth(1).check();
  await form.getByLabel("One reason for all that are ticked").selectOption("Not reported");
  await form.getByRole("button", { name: "Store the reasons" }).click();
  await expect(form.getByText("2 reasons were stored.")).toBeVisible();
  await expect(rows).toHaveCount(count - 2);
  await page.close();
});

test("a value that only the browser has is named, and submitting waits until the report has it", async ({
  page,
  signInAs,
}) => {
  const values = "**/api/reports/**/values";
  await signInAs("focal.cambodia");
  const entryForm = "/en/spaiv/reports/KHM/2018";
  await page.goto(`${entryForm}?goal=G3&rows=comfortable`);
  await page.route(values, (route) => route.abort());
  const officials = page.locator('tr[id="G3.2.1-a"]').getByRole("textbox").first();
  await officials.fill("788");
  await officials.press("Enter");
  await expect(page.getByText("1 change queued")).toBeVisible();
  await page.getByRole("link", { name: "Check" }).click();
  const unsent = page.locator("#unsent");
  await expect(unsent.getByRole("listitem")).toContainText("G3.2.1-a: 788");
  await expect(unsent.getByRole("link", { name: "G3.2.1-a" })).toHaveAttribute("href", `${entryForm}?goal=G3#G3.2.1-a`);
  await page.unroute(values);
  await page.evaluate(() => window.dispatchEvent(new Event("online")));
  await expect(unsent).toHaveCount(0);
  await expect(page.locator('tr[id="G3.2.1-a"]')).toContainText("788");

  // What the server refuses stays, with the reason.
  await page.goto(`${entryForm}?goal=G3&rows=comfortable`);
  await officials.fill("many");
  await officials.press("Enter");
  await expect(page.getByText(/Error: Enter one number/)).toBeVisible();
  await page.getByRole("link", { name: "Check" }).click();
  await expect(unsent.getByRole("listitem")).toContainText("G3.2.1-a: many. Enter one number");
});

test("whoever comes to submit with something open is one link away from what it is", async ({ page, signInAs }) => {
  await signInAs("focal.thailand");
  await page.goto("/en/spaiv/reports/THA/2017/check#submit");
  const points = page.getByRole("link", { name: "points at the top of this page" });
  await points.click();
  await expect(page.getByRole("heading", { name: "Before the report can be submitted" })).toBeInViewport();
});

test("what was done stands clear of the field below it", async ({ page, signInAs }) => {
  await signInAs("focal.thailand");
  await page.goto("/en/spaiv/reports/THA/2017/indicators/G1.2-a");
  await page.getByLabel("Add a comment").fill("Made up: two registers were merged.");
  await page.getByRole("button", { name: "Add comment" }).click();
  const done = page.locator(".msg").filter({ hasText: "Your comment was added." });
  await expect(done).toBeVisible();
  const [one, other] = [(await done.boundingBox())!, (await page.getByText("Add a comment").last().boundingBox())!];
  expect(other.y - one.y - one.height).toBeGreaterThanOrEqual(12);
});
