import type { Page } from "@playwright/test";
import { keptNames } from "../kept/kept-texts";
import { expect, test } from "../support/fixtures";
import { mustBeAccessible } from "../support/look";
import { submitReport } from "../support/submit-report";

// A submitted report from the first look to the public page: answers, queries, a return, the reply, the approval.

const entryForm = "/en/spaiv/reports/KHM/2017";
const review = "/en/spaiv/review/KHM/2017";
const query = "Please attach the inspection log: not one vessel of 168?";
const reason = "Made up: almost done.\nWe wait for one log.";
const reply = "Made up: the log of the second half was missing.";

const item = (page: Page, code: string) => page.locator(`article[id="${code}"]`);
const decide = (page: Page, code: string, decision: "Accept" | "Query") =>
  page
    .getByRole("group", { name: `Decision on ${code}` })
    .getByRole("radio", { name: decision })
    .check();
const bar = (page: Page) => page.getByRole("region", { name: "Decision on the report" });

async function answerAndReturn(page: Page) {
  await page.goto("/en/spaiv/review");
  await page.getByRole("link", { name: "Cambodia, 2017 report" }).click();
  await page.getByRole("link", { name: /^Warnings/ }).click();
  await expect(bar(page)).toContainText("0 accepted, 0 queries, 92 without a decision");
  await decide(page, "G4.1.2-a", "Accept");
  await decide(page, "G4.2.2-b", "Query");
  await expect(item(page, "G4.2.2-b")).toContainText("Write what you ask");
  await page.getByLabel("Query to Cambodia on G4.2.2-b").fill(query);
  await expect(item(page, "G4.2.2-b").getByText("Saved", { exact: true })).toBeVisible();
  await expect(bar(page)).toContainText("1 accepted, 1 query, 90 without a decision");
  await mustBeAccessible(page);

  // What was answered is there when somebody comes back, and approving says what speaks against it.
  await page.goto(`${review}?tab=all`);
  await expect(page.getByLabel("Query to Cambodia on G4.2.2-b")).toHaveValue(query);
  await page.getByRole("button", { name: "Approve report" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText("One indicator is queried.");
  await expect(dialog.getByRole("button", { name: "Approve report" })).toHaveCount(0);
  // An indicator that it names stands on the page behind it.
  await dialog.getByRole("link", { name: "G4.2.2-b" }).click();
  await expect(dialog).toBeHidden();
  await expect(item(page, "G4.2.2-b")).toBeInViewport();
  await page.keyboard.press("Tab");
  await expect(item(page, "G4.2.2-b").locator(":focus")).toHaveCount(1);

  await page.getByRole("button", { name: "Return with 1 query" }).click();
  await expect(dialog).toContainText(query);
  await dialog.getByLabel("Words to go with the queries").fill(reason);
  await dialog.getByRole("button", { name: "Return with 1 query" }).click();
  await expect(page.getByText("The report was returned")).toBeVisible();
  await expect(page.locator("#done")).toBeFocused();
  await expectNoReasonKept(page);
}

/** What was sent doesn't wait in the browser, to be sent again with another decision. */
const expectNoReasonKept = (page: Page) =>
  expect.poll(async () => (await keptNames(page)).filter((key) => /\/(return|reopen)\b/.test(key))).toEqual([]);

/** The reason stands as it was written, not run together. */
async function expectInLines(page: Page) {
  await expect(page.getByText(reason)).toHaveCSS("white-space", "pre-line");
}

async function replyAndSubmit(page: Page) {
  await page.goto("/en/spaiv/work");
  await expectInLines(page);
  await page.goto(entryForm);
  await expectInLines(page);
  await expect(page.getByRole("link", { name: "One query to answer" })).toHaveAttribute("href", /\?show=query$/);
  await page.goto("/en/spaiv/work");
  await expect(page.getByText(query)).toBeVisible();
  await page.goto(`${entryForm}?indicator=G4.2.2-b`);
  await page.getByRole("button", { name: /^Reply and keep/ }).press("Enter");
  await expect(page.getByLabel("Your reply")).toBeFocused();
  await page.goto(`${entryForm}/indicators/G4.2.2-b`);
  await page.getByLabel("Your reply").fill(reply);
  await page.getByRole("button", { name: "Store the reply" }).click();
  await expect(page.getByText(`Your reply: ${reply}`)).toBeVisible();
  await page.locator('[id="total|numerator"]').fill("97");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("Saved.")).toBeVisible();
  await submitReport(page, entryForm);
}

test("what stands behind an indicator is read when it is opened, and the page itself is light", async ({
  page,
  context,
  signInAs,
  anotherBrowser,
}) => {
  await signInAs("secretariat");
  await page.goto(review);
  // Each indicator says what an approval would change of it, once that is worked out.
  await expect(page.getByRole("complementary").getByText(/^Statuses of Cambodia/)).toBeVisible({
    timeout: 60_000,
  });
  for (const tab of ["changed", "warnings", "empty", "all", "narrative"]) {
    const body = await (await page.request.get(`${review}?tab=${tab}`)).body();
    expect(body.byteLength, `bytes of the tab "${tab}"`).toBeLessThanOrEqual(190 * 1024);
  }
  await page.goto(`${review}?tab=all`);
  const opened = item(page, "G3.2.2-a");
  const parts = opened.getByRole("table", { name: /^Parts of/ });
  await context.setOffline(true);
  await opened.getByText("19 parts").click();
  await expect(opened.getByRole("link", { name: "Try again" })).toBeVisible();
  await context.setOffline(false);
  await opened.getByText("19 parts").click();
  await opened.getByText("19 parts").press("Enter");
  await expect(parts.getByRole("row")).toHaveCount(20);
  await opened.getByText("Entered once").click();
  await expect(opened.getByRole("listitem")).toContainText(
    "30,593 21 March 2018 at 07:00 UTC+7, Focal point, Cambodia",
  );
  const consequences = page.getByRole("complementary");
  await consequences.getByText("66 more", { exact: true }).click();
  await expect(consequences.getByRole("link", { name: "G8.2.3-a" })).toBeVisible();
  await mustBeAccessible(page);

  // Without a script everything is one link away.
  const plain = await anotherBrowser({ javaScriptEnabled: false });
  await plain.goto(`${review}?tab=all`);
  await plain.getByRole("link", { name: "Show all parts" }).click();
  await expect(item(plain, "G3.2.2-a").getByRole("row")).toHaveCount(20);
  await expect(item(plain, "G3.2.2-a").getByRole("listitem")).toContainText("30,593 21 March 2018");
  await expect(plain.getByRole("complementary").getByRole("link", { name: "G8.2.3-a" })).toBeVisible();
});

test("a report is answered, returned with a query, put right, approved, and public at once @both", async ({
  page,
  browser,
  signInAs,
  request,
}) => {
  test.setTimeout(300_000);
  await signInAs("secretariat");
  await answerAndReturn(page);

  const focalPoint = await (await browser.newContext()).newPage();
  await signInAs("focal.cambodia", focalPoint);
  await replyAndSubmit(focalPoint);

  const values = async (unit: string) => (await request.get(`/en/spaiv/countries/${unit}/2017`)).text();
  expect(await values("KHM")).not.toContain("57.7");

  await page.goto(review);
  await expect(page.getByRole("link", { name: "Changed or queried before 1" })).toHaveAttribute("aria-current", "page");
  const changed = item(page, "G4.2.2-b");
  await expect(changed.getByText("before: 0 of 168 (0.0%)")).toBeVisible();
  await expect(changed.getByText("now: 97 of 168 (57.7%)")).toBeVisible();
  await expect(changed).toContainText("+57.7 points");
  await expect(changed).toContainText(reply);
  await expect(changed.getByText("Entered 2 times")).toBeVisible();
  // It is worked out first.
  await expect(page.getByRole("complementary")).toContainText("The report is locked", { timeout: 60_000 });
  await page.getByRole("link", { name: /^All/ }).click();
  await expect(item(page, "G4.1.2-a")).toContainText("Accepted in a submission before, unchanged since");
  // What was accepted then is taken back as any other answer.
  const filters = page.getByRole("navigation", { name: "Indicators" });
  await expect(filters.getByRole("link", { name: "Undecided 91", exact: true })).toBeVisible();
  await page.getByRole("button", { name: "Take back on G4.1.2-a" }).click();
  await expect(item(page, "G4.1.2-a").getByText("Saved", { exact: true })).toBeVisible();
  await page.reload();
  await expect(item(page, "G4.1.2-a").getByRole("radio", { checked: true })).toHaveCount(0);
  await decide(page, "G4.1.2-a", "Accept");
  await decide(page, "G4.2.2-b", "Accept");
  // It was queried before, whatever becomes of it.
  await expect(filters.getByRole("link", { name: "Queried now or before 1", exact: true })).toBeVisible();
  await expect(filters.getByRole("link", { name: "Undecided 90", exact: true })).toBeVisible();
  await expect(bar(page)).toContainText("2 accepted, 0 queries, 90 without a decision");

  await page.getByRole("button", { name: "Approve report" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText("90 indicators have no decision yet");
  await dialog.getByRole("button", { name: "Approve report" }).click();
  await expect(page.getByText("The report is approved, and its results are public")).toBeVisible({ timeout: 60_000 });
  await expect(page.locator("#done")).toBeFocused();

  expect(await values("KHM")).toContain("57.7");
  await page.getByRole("link", { name: "Public results: Cambodia, 2017" }).click();
  await expect(page).toHaveURL("/en/spaiv/countries/KHM/2017");
  await expect(page.getByText("57.7").first()).toBeAttached();

  // It can be given back, with a reason; what is public stays.
  await page.goto(review);
  await page.getByRole("link", { name: "Reopen report" }).click();
  await dialog.getByRole("button", { name: "Reopen report" }).click();
  await expect(dialog.getByLabel("Why")).toHaveAccessibleDescription(/Error: Write why/);
  await expect(dialog.getByLabel("What readers are told")).toHaveAccessibleDescription(/Error: Write what readers/);
  await dialog.getByLabel("Why").fill("Made up: a value of the border province is missing.");
  await dialog.getByLabel("What readers are told").fill("Made up: one province reported late.");
  await dialog.getByRole("button", { name: "Reopen report" }).click();
  await expect(page.getByText("The report was reopened")).toBeVisible();
  await expect(page.locator("#done")).toBeFocused();
  expect(await values("KHM")).toContain("57.7");
  await expectNoReasonKept(page);
  // Going back shows the report as it stands.
  await page.goBack();
  await expect(page).toHaveURL(review);
  await expect(page.getByText("reopened on")).toBeVisible();
  await expect(page.getByRole("link", { name: "Reopen report" })).toHaveCount(0);

  // The next decision begins without the words of the last ones.
  await submitReport(focalPoint, entryForm);
  await page.goto(review);
  await page.getByRole("button", { name: "Return report" }).click();
  await expect(dialog.getByLabel("Why")).toHaveValue("");
  await dialog.getByLabel("Why").fill("Made up: half a reason");
  await page.reload();
  await page.getByRole("button", { name: "Return report" }).click();
  await expect(dialog.getByLabel("Why")).toHaveValue("Made up: half a reason");
});
