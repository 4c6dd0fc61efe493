import type { Page } from "@playwright/test";
import { expect, test } from "../support/fixtures";
import { heldScripts } from "../support/held-scripts";
import { expectStill } from "../support/layout-shift";
import { mustFit } from "../support/look";

test.use({ readsAlone: true });

// The list of reviews has two tables, each with its part of the address.

const review = "/en/spaiv/review";
const all = (page: Page) => page.getByRole("table", { name: "All reports" });
const waiting = (page: Page) => page.getByRole("table", { name: "Waiting for a decision" });
const units = (page: Page) => all(page).locator("tbody th").allTextContents();
const awake = (page: Page) => expect(page.getByLabel("Find a report")).toBeVisible();

test("reports of all periods are sorted and found together, and those that wait by themselves", async ({
  page,
  signInAs,
  anotherBrowser,
}) => {
  await signInAs("secretariat");
  await page.goto(review);
  await awake(page);
  // By themselves they stand under their periods, the latest first, and in each what needs somebody stands first.
  await expect(all(page).getByRole("heading", { level: 3 }).first()).toHaveText("2018");
  const own = await units(page);
  const { compare } = new Intl.Collator("en", { numeric: true });
  await all(page).getByRole("button", { name: "Reporting unit" }).click();
  await expect(page).toHaveURL(`${review}?sort=unit`);
  expect(await units(page)).toEqual([...own].sort(compare));
  await expect(all(page).getByRole("heading", { level: 3 })).toHaveCount(0);
  await waiting(page).getByRole("button", { name: "Waiting since" }).click();
  await waiting(page).getByRole("button", { name: "Waiting since" }).click();
  await expect(page).toHaveURL(`${review}?sort=unit&waiting.sort=-since`);
  await page.getByLabel("Find a report").fill("cambodia waiting");
  await expect(all(page).locator("tbody tr")).toHaveCount(1);
  const expectAsked = async (reader: Page) => {
    await awake(reader);
    await expect(all(reader).locator("tbody tr")).toHaveCount(1);
    await expect(all(reader).getByRole("columnheader", { name: "Reporting unit" })).toHaveAttribute(
      "aria-sort",
      "ascending",
    );
    await expect(waiting(reader).getByRole("columnheader", { name: "Waiting since" })).toHaveAttribute(
      "aria-sort",
      "descending",
    );
    await expect(waiting(reader).getByRole("link", { name: "Cambodia, 2017 report" })).toBeVisible();
    await expect(reader.getByText(`1 of ${own.length} reports`)).toBeVisible();
  };
  await page.reload();
  await expectAsked(page);
  const other = await anotherBrowser();
  await other.goto(page.url());
  await expectAsked(other);
  const line = await heldScripts(page);
  await page.goto(page.url(), { waitUntil: "commit" });
  await expect(all(page).locator("tbody tr")).toHaveCount(1);
  await line.open();
  await awake(page);
  await expectStill(page, review, 0.01);
});

test("without a script an order asked of one table leaves that of the other", async ({ signInAs, anotherBrowser }) => {
  await signInAs("secretariat");
  const page = await anotherBrowser({ javaScriptEnabled: false });
  await page.goto(`${review}?sort=-unit&find=2017`);
  await waiting(page).getByRole("link", { name: "Answered" }).click();
  await expect(page).toHaveURL(`${review}?find=2017&sort=-unit&waiting.sort=answered`);
  await expect(all(page).getByRole("columnheader", { name: "Reporting unit" })).toHaveAttribute(
    "aria-sort",
    "descending",
  );
  await expect(waiting(page).getByRole("columnheader", { name: "Answered" })).toHaveAttribute("aria-sort", "ascending");
  await expect(
    page.getByRole("region", { name: "2017", exact: true }).getByRole("link", { name: "Lock 2017" }),
  ).toBeVisible();
});

test("on a phone each report is a card that says what each line is", async ({ page, signInAs }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await signInAs("secretariat");
  await page.goto(review);
  await awake(page);
  const named = (card: ReturnType<Page["locator"]>) =>
    card.locator("td").evaluateAll((cells) => cells.map((cell) => getComputedStyle(cell, "::before").content));
  expect(await named(page.locator(".of-waiting tbody tr").first())).toEqual([
    '"Waiting since"',
    '"Submitted"',
    '"Answered"',
  ]);
  expect(await named(page.locator(".of-report tbody tr").filter({ hasText: "Waiting" }))).toEqual([
    '"Period"',
    '"Report"',
    '"Answered"',
    '"Since"',
  ]);
  await mustFit(page);
});
