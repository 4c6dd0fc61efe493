import type { Page } from "@playwright/test";
import { entryForm, field, row, settled, state } from "../support/entry-form";
import { expect, test } from "../support/fixtures";

// The bar, the list of goals and the check count by one rule: what the server has, wherever it is looked at from.

const warningsIn = (text: string | null) =>
  Number(/(\d+) warning/.exec((text ?? "").replace("one warning", "1 warning"))?.[1] ?? 0);

async function inBar(page: Page, goal: string) {
  await page.goto(`${entryForm}?goal=${goal}&rows=comfortable`);
  await expect(field(page, goal === "G5" ? "G5.4-a" : "G6.2-a")).toBeEnabled();
  return warningsIn(await page.getByRole("region", { name: "Report progress" }).textContent());
}

test("a value that the browser alone has changes no count, on no page", async ({ page, signInAs }) => {
  await signInAs("focal.thailand");
  await page.goto(`${entryForm}?goal=G5&rows=comfortable`);
  await settled(page, "G5.4-a", field(page, "G5.4-a"), "1000");
  const bar = page.getByRole("region", { name: "Report progress" });
  await expect(bar).toContainText(/\d+ warning|one warning/i);
  const stored = warningsIn(await bar.textContent());
  await field(page, "G5.4-a").fill("many");
  await field(page, "G5.4-a").press("Enter");
  await state(page, "G5.4-a", "Not saved");
  expect(warningsIn(await bar.textContent())).toBe(stored);
  expect(await inBar(page, "G5")).toBe(stored);
  expect(await inBar(page, "G6")).toBe(stored);
  await page.goto(`${entryForm}/check`);
  expect(warningsIn(await page.locator("p.lead").textContent())).toBe(stored);
});

test("while two values wait for a choice, the stored one counts as an answer", async ({
  page,
  signInAs,
  anotherBrowser,
}) => {
  await signInAs("focal.thailand");
  await page.goto(`${entryForm}?goal=G7&rows=comfortable`);
  const other = await anotherBrowser();
  await other.goto(`${entryForm}?goal=G7&rows=comfortable`);
  await settled(other, "G7.1-c", field(other, "G7.1-c"), "390");
  await field(page, "G7.1-c").fill("400");
  await field(page, "G7.1-c").press("Enter");
  await state(page, "G7.1-c", "Changed elsewhere");
  await expect(row(page, "G7.1-c")).toBeVisible();
  const answered = (of: Page) => of.getByRole("navigation", { name: "Goals" }).getByRole("link", { name: /^G7/ });
  await expect(answered(page)).toHaveText((await answered(other).textContent()) ?? "");
  await expect(answered(page)).toContainText("1 of 13");
});
