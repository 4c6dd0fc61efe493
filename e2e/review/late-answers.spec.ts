import type { Page, Route } from "@playwright/test";
import { expect, test } from "../support/fixtures";

// The answer to "accept at once" comes late, or never; and goes along with what somebody does meanwhile.

const review = "/en/spaiv/review/KHM/2017";
const acts = "**/review-answers/*";
const bar = (page: Page) => page.getByRole("region", { name: "Decision on the report" });
const atOnce = (page: Page) => page.getByRole("region", { name: "Accept at once" });
const group = (page: Page, code: string) => page.getByRole("group", { name: `Decision on ${code}` });
const item = (page: Page, code: string) => page.locator(`article[id="${code}"]`);
const undo = (page: Page) => atOnce(page).getByRole("button", { name: /^Undo/ });

/** Holds what the route asks for until it is let go. */
function held() {
  let letGo = () => {};
  const isLetGo = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  return { letGo: () => letGo(), hold: async (route: Route) => isLetGo.then(() => route.continue()) };
}

/** Keys are heard once the page is awake. */
async function acceptByKey(page: Page) {
  const keys = page.getByRole("dialog", { name: "Keyboard shortcuts" });
  await expect(async () => {
    await page.keyboard.press("?");
    await expect(keys).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await keys.press("Escape");
  await page.keyboard.press("Shift+A");
}

test("a late answer leaves whoever went on where they are, and nothing typed acts as a key", async ({
  page,
  signInAs,
}) => {
  const code = "G4.1.2-a";
  const typed = "Made up: just a quick question, unless you know.";
  await signInAs("secretariat");
  await page.goto(`${review}?tab=all`);
  const { letGo, hold } = held();
  await page.route(acts, hold);
  await acceptByKey(page);
  await expect(atOnce(page).getByRole("button", { name: "Accepting 80 indicators …" })).toBeVisible();
  await expect(atOnce(page).getByRole("status").first()).toHaveText("Accepting 80 indicators …");
  await group(page, code).getByText("Query", { exact: true }).click();
  const words = page.getByLabel(`Query to Cambodia on ${code}`);
  await expect(words).toBeFocused();
  await page.keyboard.type(typed.slice(0, 20));
  letGo();
  await expect(atOnce(page)).toContainText("80 indicators were accepted at once by you");
  await page.keyboard.type(typed.slice(20));
  await expect(words).toBeFocused();
  await expect(words).toHaveValue(typed);
  await expect(bar(page)).toContainText("80 accepted, 1 query, 11 without a decision");

  // What somebody decides by itself isn't part of it any more; another act is, and goes by itself.
  await page.unrouteAll();
  const own = "G1.1-a";
  await page.getByRole("button", { name: `Take back on ${own}` }).click();
  await expect(atOnce(page)).toContainText("79 indicators were accepted at once by you");
  await expect(item(page, own).getByText("Saved", { exact: true })).toBeVisible();
  await atOnce(page).getByRole("button", { name: "Accept one indicator at once" }).press("Enter");
  await expect(atOnce(page)).toContainText("One indicator was accepted at once by you");
  await expect(atOnce(page).locator("#at-once-done")).toBeFocused();
  await undo(page).press("Enter");
  await expect(atOnce(page)).toContainText("79 indicators were accepted at once by you");
  await undo(page).press("Enter");
  await expect(undo(page)).toHaveCount(0);
  await expect(atOnce(page).getByRole("button", { name: "Accept 80 indicators at once" })).toBeFocused();
});

test("where no answer comes, it is said that nobody knows, and what the server has is shown", async ({
  page,
  signInAs,
}) => {
  await page.clock.install();
  await signInAs("secretariat");
  await page.goto(`${review}?tab=all`);
  const accept = atOnce(page).getByRole("button", { name: "Accept 80 indicators at once" });
  const unknown = "it isn’t known whether this was done";
  const news = "**/review-answers?*";

  // It was done, and only the answer was lost.
  const lost = async (route: Route) => {
    await route.fetch();
    await route.abort();
  };
  await page.route(acts, lost);
  await page.route(news, (route) => route.abort());
  await accept.click();
  await expect(atOnce(page)).toContainText(unknown);
  await page.unroute(news);
  // Asked again, it is looked at.
  await accept.click();
  await expect(atOnce(page)).toContainText("80 indicators were accepted at once by you");
  await expect(atOnce(page)).not.toContainText(unknown);
  await expect(bar(page)).toContainText("80 accepted");
  await page.route(news, (route) => route.abort());
  await undo(page).click();
  await expect(atOnce(page)).toContainText(unknown);
  await page.unroute(news);
  // A question that was on its way without an answer is asked again in its turn.
  await expect(async () => {
    await page.clock.fastForward(16_000);
    await expect(undo(page)).toHaveCount(0, { timeout: 1_000 });
  }).toPass();
  await expect(atOnce(page)).not.toContainText(unknown);
  await expect(bar(page)).toContainText("0 accepted");

  // It never arrived.
  await page.unroute(acts);
  await page.route(acts, (route) => route.abort());
  await accept.click();
  await expect(atOnce(page)).toContainText("hasn’t done it so far. You can try again.");
  await page.unroute(acts);
  await accept.click();
  await expect(atOnce(page)).toContainText("80 indicators were accepted at once by you");
  await expect(atOnce(page)).not.toContainText("so far");
  await undo(page).click();
  await expect(accept).toBeVisible();
});

test("what a colleague accepted at once, and took back, is shown", async ({ page, browser, signInAs }) => {
  const second = await (await browser.newContext()).newPage();
  await second.clock.install();
  await signInAs("secretariat");
  await signInAs("secretariat.second", second);
  for (const each of [page, second]) await each.goto(`${review}?tab=all`);
  await acceptByKey(page);
  await expect(atOnce(page)).toContainText("80 indicators were accepted at once by you");
  await expect(async () => {
    await second.clock.fastForward(16_000);
    const accepted = "80 indicators were accepted at once by Secretariat";
    await expect(atOnce(second)).toContainText(accepted, { timeout: 1_000 });
  }).toPass();
  await undo(page).click();
  await expect(undo(page)).toHaveCount(0);
  // Faster than the news of it.
  await undo(second).click();
  await expect(atOnce(second)).toContainText("Somebody else was faster.");
  await expect(undo(second)).toHaveCount(0);
  await expect(atOnce(second).getByRole("button", { name: "Accept 80 indicators at once" })).toBeVisible();
});

test("no more is accepted at once than is shown, and what others look at is left to them", async ({
  page,
  browser,
  signInAs,
}) => {
  const second = await (await browser.newContext()).newPage();
  await signInAs("secretariat");
  await signInAs("secretariat.second", second);
  await page.goto(`${review}?tab=all&goal=G4`);
  const shown = await page.locator("article.item").count();
  const offer = atOnce(page).getByRole("button", { name: /^Accept \d+ shown indicators at once \(G4\)$/ });
  const offered = Number(/\d+/.exec((await offer.textContent())!)![0]);
  expect(offered).toBeLessThanOrEqual(shown);
  await acceptByKey(page);
  await expect(bar(page)).toContainText(`${offered} accepted`);
  await undo(page).click();
  await expect(bar(page)).toContainText("0 accepted");

  // Ticks are kept where they are refused, beside whose the goals are by now.
  await second.goto(review);
  await page.goto(review);
  for (const each of [page, second]) await each.getByText("Nobody has taken a part of this review.").click();
  await second.getByRole("checkbox", { name: /^G4 / }).check();
  await second.getByRole("button", { name: "Save", exact: true }).press("Enter");
  await expect(second.getByText("It is noted which goals you look at.")).toBeVisible();
  await expect(second.locator("#done")).toBeFocused();
  await page.getByRole("checkbox", { name: /^G2 / }).check();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("What you ticked is still here.")).toBeVisible();
  await expect(page.getByRole("checkbox", { name: /^G2 / })).toBeChecked();
  await expect(page.getByRole("checkbox", { name: /^G4 .*\(Secretariat, second officer\)/ })).not.toBeChecked();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("You review G2.")).toBeVisible();
  await expect(atOnce(page)).toContainText(`${offered} more are left to whoever took their goals.`);
  await expect(atOnce(page).getByRole("button", { name: `Accept ${80 - offered} indicators at once` })).toBeVisible();
});

test("a decision is taken back after a reload, and a query that is too long is told and not cut", async ({
  page,
  signInAs,
}) => {
  const code = "G1.3-a";
  const long = "a ".repeat(2_100).trim();
  await signInAs("secretariat");
  await page.goto(`${review}?tab=all`);
  await group(page, code).getByRole("radio", { name: "Query" }).check();
  const words = page.getByLabel(`Query to Cambodia on ${code}`);
  await words.fill(long);
  await expect(item(page, code)).toContainText("Shorten this to 4,000 characters. It has 4,199");
  await expect(words).toHaveValue(long);
  await words.fill("Made up: all?");
  await expect(item(page, code).getByText("Saved", { exact: true })).toBeVisible();
  await page.reload();
  await page.getByRole("button", { name: `Take back on ${code}` }).click();
  await expect(item(page, code).getByText("Saved", { exact: true })).toBeVisible();
  await page.reload();
  await expect(group(page, code).getByRole("radio", { checked: true })).toHaveCount(0);
});
