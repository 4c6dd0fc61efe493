import type { Browser, Locator, Page } from "@playwright/test";
import { expect, test } from "../support/fixtures";
import { mustBeAccessible } from "../support/look";

// Two review the same report at once: neither replaces or sends on what the other wrote without having seen it.

const review = "/en/spaiv/review/KHM/2017";
const list = `${review}?tab=all`;
const group = (page: Page, code: string) => page.getByRole("group", { name: `Decision on ${code}` });
const bar = (page: Page) => page.getByRole("region", { name: "Decision on the report" });
const item = (page: Page, code: string) => page.locator(`article[id="${code}"]`);
const words = (page: Page, code: string) => page.getByLabel(`Query to Cambodia on ${code}`);
const filters = (page: Page) => page.getByRole("navigation", { name: "Indicators" });
const saved = (page: Page, code: string) => expect(item(page, code).getByText("Saved", { exact: true })).toBeVisible();

async function ask(page: Page, code: string, query: string) {
  await group(page, code).getByRole("radio", { name: "Query" }).check();
  await words(page, code).fill(query);
}

async function both(page: Page, browser: Browser, signInAs: (account: string, page?: Page) => Promise<void>) {
  const second = await (await browser.newContext()).newPage();
  await signInAs("secretariat");
  await signInAs("secretariat.second", second);
  for (const each of [page, second]) await each.goto(list);
  return second;
}

test("an approval that another reviewer's query forbids names the indicator and the reviewer", async ({
  page,
  browser,
  signInAs,
}) => {
  const code = "G1.2-a";
  const second = await both(page, browser, signInAs);
  await bar(page).getByRole("button", { name: "Approve report" }).click();
  await ask(second, code, "Made up: all of them?");
  await saved(second, code);
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Approve report" }).click();
  await expect(dialog.getByRole("alert")).toContainText(`queried by Secretariat, second officer: ${code}`);
  await expect(dialog).not.toContainText("What you typed");
  await second.getByRole("button", { name: `Take back on ${code}` }).click();
  await saved(second, code);
});

test("an approval says what another reviewer took back since its dialog was opened, and shows it in it", async ({
  page,
  browser,
  signInAs,
}) => {
  const code = "G1.2.1-a";
  const second = await both(page, browser, signInAs);
  await group(page, code).getByRole("radio", { name: "Accept" }).check();
  await saved(page, code);
  await second.reload();
  await bar(page).getByRole("button", { name: "Approve report" }).click();
  await second.getByRole("button", { name: `Take back on ${code}` }).click();
  await saved(second, code);
  const dialog = page.getByRole("dialog");
  const undecided = dialog.getByText(/indicators have no decision yet/);
  const before = Number(/\d+/.exec((await undecided.textContent()) ?? "")?.[0]);
  await dialog.getByRole("button", { name: "Approve report" }).click();
  await expect(dialog.getByRole("alert")).toContainText(`the decision on one indicator was taken back: ${code}`);
  await expect(undecided).toContainText(`${before + 1} indicators have no decision yet`);
});

test("another reviewer's words stay until a person says which stand, and nothing typed is lost", async ({
  page,
  browser,
  signInAs,
}) => {
  const code = "G1.3-a";
  const second = await both(page, browser, signInAs);
  await ask(page, code, "Made up: one?");
  await saved(page, code);
  await ask(second, code, "Made up: mine?");
  const told = item(second, code).getByRole("alert");
  await expect(told).toContainText("asked this after you opened the page");
  await expect(told).toContainText("Made up: one?");
  // Words are kept by the browser; a decision without any isn't, and nobody is told that it is.
  await expect(told).toContainText("until you choose.");
  await group(second, code).getByRole("radio", { name: "Accept" }).check();
  await expect(told).toContainText("until you choose or leave this page.");
  await group(second, code).getByRole("radio", { name: "Query" }).check();
  await bar(second)
    .getByRole("button", { name: /^Return with/ })
    .click();
  await expect(bar(second).getByRole("alert")).toContainText("The report isn’t returned yet. Another reviewer decided");
  await expect(bar(second).getByRole("link", { name: `The decision on ${code} isn’t saved` })).toBeFocused();
  await words(second, code).pressSequentially(" Both?");
  await expect(told).toContainText("Made up: one?");
  await expect(words(second, code)).toHaveValue("Made up: mine? Both?");
  await told.getByRole("button", { name: "Put mine in its place" }).click();
  await saved(second, code);
  await expect(group(second, code).getByRole("radio", { name: "Query" })).toBeFocused();

  // The first writes on, and is asked in turn.
  await words(page, code).pressSequentially(" Two?");
  await expect(item(page, code).getByRole("alert")).toContainText("Made up: mine? Both?");
  await item(page, code).getByRole("button", { name: "Keep theirs" }).click();
  await expect(words(page, code)).toHaveValue("Made up: mine? Both?");
  await expect(item(page, code).getByRole("alert")).toHaveCount(0);
  await page.reload();
  await expect(words(page, code)).toHaveValue("Made up: mine? Both?");

  // Whose cursor merely rests in the box reads what the other puts there.
  await words(page, code).focus();
  await words(second, code).fill("Made up: three?");
  await saved(second, code);
  await expect(words(page, code)).toHaveValue("Made up: three?", { timeout: 40_000 });
  await expect(words(page, code)).toBeFocused();
  // Whoever saw it may decide otherwise.
  await group(page, code).getByRole("radio", { name: "Accept" }).check();
  await saved(page, code);
});

test("another reviewer's answers arrive without a reload, but not over what somebody is writing", async ({
  page,
  browser,
  signInAs,
}) => {
  const [code, busy] = ["G1.3.1-a", "G1.1.2-a"];
  const second = await both(page, browser, signInAs);
  const queries = (who: Page) => filters(who).getByRole("link", { name: /^Queried now or before / });
  const undecided = (who: Page) => filters(who).getByRole("link", { name: /^Undecided / });
  const count = async (link: Locator) => Number(/\d+$/.exec((await link.textContent())!)![0]);
  const [asked, open] = [await count(queries(page)), await count(undecided(page))];
  await ask(page, code, "Made up: which law?");
  await saved(page, code);
  // The filters count what is answered as it is, here and there.
  await expect(queries(page)).toHaveText(`Queried now or before ${asked + 1}`);
  await expect(undecided(page)).toHaveText(`Undecided ${open - 1}`);
  await expect(item(second, code)).toContainText("Secretariat asked this just now", { timeout: 40_000 });
  await expect(queries(second)).toHaveText(`Queried now or before ${asked + 1}`);
  await expect(words(second, code)).toHaveValue("Made up: which law?");
  await expect(group(second, code).getByRole("radio", { name: "Query" })).toBeChecked();
  // Whoever sees it may decide otherwise, and the first hears of it in turn.
  await group(second, code).getByRole("radio", { name: "Accept" }).check();
  await saved(second, code);
  // Nothing arrives under the hands of whoever is in the field.
  await page.keyboard.press("Escape");
  await expect(item(page, code)).toContainText("second officer accepted it just now", { timeout: 40_000 });
  await expect(group(page, code).getByRole("radio", { name: "Accept" })).toBeChecked();

  await group(second, busy).getByRole("radio", { name: "Query" }).check();
  await words(second, busy).focus();
  await group(page, busy).getByRole("radio", { name: "Accept" }).check();
  await saved(page, busy);
  await second.waitForResponse((response) => response.url().includes("/review-answers?"), { timeout: 40_000 });
  await words(second, busy).fill("Made up: mine?");
  await expect(item(second, busy).getByRole("alert")).toContainText("accepted this after you opened the page");
  await expect(words(second, busy)).toHaveValue("Made up: mine?");

  // Where its row isn't drawn, the bar says so, and nothing is decided without it.
  await second.goto(`${review}?tab=undecided`);
  await expect(item(second, busy)).toHaveCount(0);
  const left = bar(second).getByRole("link", { name: `The decision on ${busy} isn’t saved` });
  await expect(left).toBeVisible();
  await bar(second)
    .getByRole("button", { name: /^Return / })
    .click();
  await expect(bar(second).getByRole("alert")).toContainText("Another reviewer decided meanwhile");
  await expect(second.getByRole("dialog")).toHaveCount(0);
  await left.click();
  await expect(item(second, busy)).toContainText("Made up: mine?");
  await item(second, busy)
    .getByRole("button", { name: `Let it go on ${busy}` })
    .click();
  await expect(left).toHaveCount(0);
});

test("who looks at which goals is said, seen by the other, and narrows the list", async ({
  page,
  browser,
  signInAs,
}) => {
  const second = await both(page, browser, signInAs);
  await page.goto(`${review}?tab=warnings&goal=G4`);
  await page.getByText("Nobody has taken a part of this review.").click();
  await page.getByRole("checkbox", { name: /^G1 / }).check();
  await page.getByRole("checkbox", { name: /^G2 / }).check();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("You review G1 and G2.")).toBeVisible();
  await expect(page).toHaveURL(`${review}?tab=warnings&goal=G4&done=shared`);
  await second.reload();
  await expect(second.getByText("Secretariat reviews G1 and G2.")).toBeVisible();
  await page.goto(review);
  await page.getByRole("link", { name: /^Mine / }).click();
  await expect(page.locator("article.item").first()).toHaveAttribute("id", /^G1/);
  await expect(page.locator("article.item").last()).toHaveAttribute("id", /^G2/);
  await mustBeAccessible(page);
});

test("filters stand in the address, and are kept over a reload and another language", async ({ page, signInAs }) => {
  await signInAs("secretariat");
  await page.goto(review);
  await filters(page).getByRole("link", { name: "Warnings 7" }).click();
  await expect(page.locator("article.item")).toHaveCount(7);
  await page.getByRole("navigation", { name: "Goals" }).getByRole("link", { name: /^G4/ }).click();
  await expect(page.locator("article.item").first()).toHaveAttribute("id", /^G4/);
  const shown = await page.locator("article.item").evaluateAll((items) => items.map(({ id }) => id));
  expect(shown.length).toBeGreaterThan(0);
  expect(shown.every((code) => code.startsWith("G4"))).toBe(true);
  await expect(page).toHaveURL(`${review}?tab=warnings&goal=G4`);
  await page.reload();
  await expect(page.locator("article.item")).toHaveCount(shown.length);
  const languages = page.locator("details.menu").filter({ hasText: "ไทย" });
  await languages.locator("summary").click();
  await languages.getByRole("link", { name: "ไทย" }).click();
  await expect(page).toHaveURL(`${review.replace("/en/", "/th/")}?tab=warnings&goal=G4`);
  await expect(page.locator("article.item")).toHaveCount(shown.length);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("another reviewer's words are told, and replaced by whoever saves again", async ({
    page,
    browser,
    signInAs,
  }) => {
    const code = "G4.1.2-a";
    const save = (who: Page) => who.getByRole("button", { name: "Save the decisions" }).click();
    const second = await both(page, browser, signInAs);
    // Stored, it is none of those that this page shows.
    await page.goto(`${review}?tab=undecided`);
    await ask(second, code, "Made up: theirs?");
    await save(second);
    await expect(second.getByText("Your decisions are saved.")).toBeVisible();
    await ask(page, code, "Made up: mine?");
    await save(page);
    await expect(page.getByRole("link", { name: /^G4\.1\.2-a: .*asked “Made up: theirs\?” here after/ })).toBeVisible();
    await expect(item(page, code).getByRole("heading")).toContainText("Schools teaching");
    await expect(group(page, code)).toContainText("asked “Made up: theirs?” here after you opened");
    await expect(words(page, code)).toHaveValue("Made up: mine?");
    await save(page);
    await expect(page.getByText("Your decisions are saved.")).toBeVisible();
    await expect(item(page, code)).toHaveCount(0);
    await page.goto(list);
    await expect(words(page, code)).toHaveValue("Made up: mine?");
  });
});

test("a report isn't returned with a query that its reviewer wasn't shown, and is once the dialog shows it", async ({
  page,
  browser,
  signInAs,
}) => {
  const second = await both(page, browser, signInAs);
  await ask(page, "G4.1.2-a", "Made up: shown?");
  await saved(page, "G4.1.2-a");
  await bar(page).getByRole("button", { name: "Return with 1 query" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Words to go with").fill("Made up: see below.");
  await ask(second, "G3.1.1-a", "Made up: not shown?");
  await saved(second, "G3.1.1-a");
  await dialog.getByRole("button", { name: "Return with 1 query" }).click();
  await expect(dialog.getByRole("alert")).toContainText(
    "the query on one indicator was written, changed or taken back: G3.1.1-a",
  );
  await expect(dialog.locator("ul.asked")).toContainText("Made up: not shown?");
  await expect(dialog.getByLabel("Words to go with")).toHaveValue("Made up: see below.");
  // What was refused is told where it was, and not to whoever comes back to it.
  await dialog.getByRole("button", { name: "Cancel" }).click();
  await bar(page).getByRole("button", { name: "Return with 2 queries" }).click();
  await expect(dialog.getByLabel("Words to go with")).toHaveValue("Made up: see below.");
  await expect(dialog.getByRole("alert")).toHaveCount(0);
  await dialog.getByRole("button", { name: "Return with 2 queries" }).click();
  await expect(page.getByText("The report was returned")).toBeVisible();
});
