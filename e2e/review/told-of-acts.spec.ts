import type { Page } from "@playwright/test";
import { expect, test } from "../support/fixtures";

// Without a script the page says what its forms did, and nothing that they didn't.

test.use({ javaScriptEnabled: false });

const list = "/en/spaiv/review/KHM/2017?tab=all";
const query = (page: Page, code: string) =>
  page.getByRole("group", { name: `Decision on ${code}` }).getByRole("radio", { name: "Query" });

test("what was accepted at once and taken back is told as that", async ({ page, signInAs }) => {
  await signInAs("secretariat");
  await page.goto(list);
  const atOnce = page.getByRole("region", { name: "Accept at once" });
  await atOnce.getByRole("button", { name: /^Accept \d+ indicators at once/ }).click();
  const accepted = /^\d+/.exec((await atOnce.getByText(/accepted at once by you/).textContent()) ?? "")?.[0];
  await atOnce.getByRole("button", { name: /^Undo/ }).click();
  await expect(page.getByText(`The acceptances of ${accepted} indicators are taken back.`)).toBeVisible();
});

test("a refused decision doesn't stand under the success of the one before", async ({ page, signInAs }) => {
  const code = "G1.2-a";
  await signInAs("secretariat");
  await page.goto(list);
  await page.getByRole("button", { name: "Save the decisions" }).click();
  await expect(page.getByText("Your decisions are saved.")).toBeVisible();
  await query(page, code).check();
  await page.getByRole("button", { name: "Approve report" }).click();
  await expect(page.getByText("There is a problem")).toBeVisible();
  await expect(page.getByText("Your decisions are saved.")).toHaveCount(0);
  await expect(page.getByText("saved as you write")).toHaveCount(0);
});
