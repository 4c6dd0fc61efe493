import type { Page } from "@playwright/test";
import { expect, test } from "../support/fixtures";

// A report that a colleague returned while decisions on it were being made, where no script keeps what was typed.

test.use({ javaScriptEnabled: false });

const list = "/en/spaiv/review/KHM/2017?tab=all";
const query = async (page: Page, code: string, words: string) => {
  await page
    .getByRole("group", { name: `Decision on ${code}` })
    .getByRole("radio", { name: "Query" })
    .check();
  await page.getByLabel(`Query to Cambodia on ${code}`).fill(words);
};

test("what was typed is shown where it can't be stored any more", async ({ page, browser, signInAs }) => {
  const second = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await signInAs("secretariat");
  await signInAs("secretariat.second", second);
  for (const who of [page, second]) await who.goto(list);
  await query(second, "G1.2-a", "Made up: who counted?");
  await second.getByRole("button", { name: /^Return/ }).click();
  await second.getByRole("button", { name: "Return with 1 query" }).click();
  await expect(second).toHaveURL(/done=returned/);

  await query(page, "G1.3-a", "Made up: in which year?");
  await page.getByRole("button", { name: "Save the decisions" }).click();
  await expect(page).toHaveTitle(/^Error: Cambodia, 2017 report/);
  await expect(page.getByRole("alert").first()).toContainText("returned");
  await expect(page.getByText("Made up: in which year?")).toBeVisible();
  await expect(page.getByRole("listitem").filter({ hasText: "Made up: in which year?" })).toContainText(
    "G1.3-a: Query",
  );
});
