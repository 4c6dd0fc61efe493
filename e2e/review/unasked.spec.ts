import type { Browser, Page } from "@playwright/test";
import { expect, test } from "../support/fixtures";

// What colleagues decided is replaced by nobody unasked, nothing is told that isn't so, and nothing typed is lost.

const review = "/en/spaiv/review/KHM/2017";
const list = `${review}?tab=all`;
const group = (page: Page, code: string) => page.getByRole("group", { name: `Decision on ${code}` });
const radio = (page: Page, code: string, name: string) => group(page, code).getByRole("radio", { name });
const bar = (page: Page) => page.getByRole("region", { name: "Decision on the report" });
const atOnce = (page: Page) => page.getByRole("region", { name: "Accept at once" });
const item = (page: Page, code: string) => page.locator(`article[id="${code}"]`);
const words = (page: Page, code: string) => page.getByLabel(`Query to Cambodia on ${code}`);
const saved = (page: Page, code: string) => expect(item(page, code).getByText("Saved", { exact: true })).toBeVisible();
const acceptAll = (page: Page) => atOnce(page).getByRole("button", { name: /^Accept \d+ indicators at once/ });
const undo = (page: Page) => atOnce(page).getByRole("button", { name: /^Undo/ });

async function both(browser: Browser, signInAs: (account: string, page?: Page) => Promise<void>) {
  const second = await (await browser.newContext()).newPage();
  await signInAs("secretariat");
  await signInAs("secretariat.second", second);
  return second;
}

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });
  const save = (who: Page) => who.getByRole("button", { name: "Save the decisions" }).click();

  test("a form that was refused puts nothing back that a colleague changed", async ({ page, browser, signInAs }) => {
    const [asked, accepted, mine] = ["G1.2-a", "G1.3-a", "G4.1.2-a"];
    const second = await both(browser, signInAs);
    await second.goto(list);
    await radio(second, asked, "Query").check();
    await words(second, asked).fill("Made up: first words?");
    await radio(second, accepted, "Accept").check();
    await save(second);
    await page.goto(list);
    await second.goto(list);
    await words(second, asked).fill("Made up: other words?");
    await radio(second, accepted, "Query").check();
    await words(second, accepted).fill("Made up: after all?");
    await save(second);
    await expect(second.getByText("Your decisions are saved.")).toBeVisible();

    await radio(page, mine, "Query").check();
    await save(page);
    await expect(words(page, asked)).toHaveValue("Made up: other words?");
    await expect(radio(page, accepted, "Query")).toBeChecked();
    await words(page, mine).fill("Made up: mine?");
    await save(page);
    await expect(page.getByText("Your decisions are saved.")).toBeVisible();
    await expect(words(page, asked)).toHaveValue("Made up: other words?");
    await expect(words(page, accepted)).toHaveValue("Made up: after all?");
    await expect(words(page, mine)).toHaveValue("Made up: mine?");
  });

  test("a refused act of all at once shows what stands, and stores nothing afterwards", async ({
    page,
    browser,
    signInAs,
  }) => {
    const second = await both(browser, signInAs);
    await second.goto(list);
    await acceptAll(second).click();
    await page.goto(list);
    await undo(second).click();
    const counts = await bar(second).locator("b").textContent();
    await undo(page).click();
    await expect(page.getByRole("alert").first()).toContainText("Someone changed this");
    await expect(bar(page).locator("b")).toHaveText(counts!);
    await save(page);
    await expect(page.getByText("Your decisions are saved.")).toBeVisible();
    await expect(bar(page).locator("b")).toHaveText(counts!);
  });
});

test("nobody is said to have asked what one's own act took back", async ({ page, browser, signInAs }) => {
  const second = await both(browser, signInAs);
  await second.clock.install();
  for (const each of [page, second]) await each.goto(list);
  await acceptAll(page).click();
  await expect(undo(page)).toBeVisible();
  await expect(async () => {
    await second.clock.fastForward(16_000);
    const news = second.getByText("Secretariat accepted it just now").first();
    await expect(news).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await undo(second).click();
  await expect(undo(second)).toHaveCount(0);
  await expect(second.getByText("just now")).toHaveCount(0);
});

test("nobody is told to try again what a colleague did meanwhile", async ({ page, browser, context, signInAs }) => {
  const second = await both(browser, signInAs);
  for (const each of [page, second]) await each.goto(list);
  await expect(acceptAll(page)).toBeVisible();
  await context.setOffline(true);
  await acceptAll(page).click();
  await expect(atOnce(page)).toContainText("it isn’t known whether this was done");
  await acceptAll(second).click();
  await expect(undo(second)).toBeVisible();
  await context.setOffline(false);
  await expect(atOnce(page)).toContainText("accepted at once by Secretariat, second officer");
  await expect(atOnce(page)).toContainText("Somebody else was faster.");
  await expect(atOnce(page)).not.toContainText("try again");
  await undo(second).click();
  await expect(undo(second)).toHaveCount(0);
});

test("words of a query outlive a slip, a reload, and a colleague's query", async ({ page, browser, signInAs }) => {
  const code = "G5.1.1-b";
  const second = await both(browser, signInAs);
  await page.goto(list);
  await radio(page, code, "Query").check();
  await words(page, code).fill("Made up: fewer?");
  await saved(page, code);
  await radio(page, code, "Accept").check();
  await saved(page, code);
  for (const _ of [1, 2]) {
    await page.reload();
    await expect(words(page, code)).toHaveValue("Made up: fewer?");
    await expect(radio(page, code, "Accept")).toBeChecked();
  }
  await radio(page, code, "Query").check();
  await expect(words(page, code)).toHaveValue("Made up: fewer?");
  await saved(page, code);
  await radio(page, code, "Accept").check();
  await saved(page, code);

  // A colleague asks something else: that is asked, and one's own words stand beside.
  await second.goto(list);
  await radio(second, code, "Query").check();
  // The choice alone is stored as well, before there are words.
  const isAsked = second.waitForResponse((response) => /theirs/.test(response.request().postData() ?? ""));
  await words(second, code).fill("Made up: theirs?");
  await isAsked;
  const own = item(page, code).getByRole("status").filter({ hasText: "You had begun a query here" });
  await page.evaluate(() => window.dispatchEvent(new Event("online")));
  await expect(own).toContainText("Made up: fewer?");
  await expect(words(page, code)).toHaveValue("Made up: theirs?");
  await page.reload();
  await expect(own).toContainText("Made up: fewer?");
  await own.getByRole("button", { name: "Ask it all the same" }).click();
  await expect(own).toHaveCount(0);
  await saved(page, code);
  await page.reload();
  await expect(words(page, code)).toHaveValue("Made up: fewer?");
  await radio(page, code, "Accept").check();
  await saved(page, code);
});

test("a step back after the approval sends nothing anew, and offers no act", async ({ page, signInAs }) => {
  test.setTimeout(180_000);
  await signInAs("secretariat");
  await page.goto(list);
  // What the journeys before this one asked.
  for (const code of ["G1.2-a", "G1.3-a", "G4.1.2-a"]) {
    await radio(page, code, "Accept").check();
    await saved(page, code);
  }
  await bar(page).getByRole("button", { name: "Approve report" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Approve report" }).click();
  await expect(page.getByText("The report is approved, and its results are public")).toBeVisible({ timeout: 60_000 });
  const sent: string[] = [];
  page.on("request", (request) => request.method() === "POST" && sent.push(request.url()));
  await page.goBack();
  // The page is read anew: it shows the report as it stands.
  await expect(page).toHaveURL(list);
  await expect(page.getByText("This report is approved", { exact: true })).toBeVisible();
  await expect(acceptAll(page)).toHaveCount(0);
  await expect(bar(page)).not.toContainText("saved");
  expect(sent.filter((url) => url.includes("review-answers"))).toEqual([]);
});
