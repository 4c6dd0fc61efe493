import type { Locator } from "@playwright/test";
import { entryForm, field, row, settled, state } from "../support/entry-form";
import { expect, test } from "../support/fixtures";

// What happens around the person doesn't disturb what they are about to do.

test("an error that appears on leaving a field moves nothing before the click is done", async ({ page, signInAs }) => {
  await signInAs("focal.thailand");
  await page.goto(`${entryForm}?goal=G3&rows=comfortable`);
  const fields = page.locator("tr[id] input[type=text]:visible");
  await fields.nth(0).fill("many");
  const target = fields.nth(2);
  const before = (await target.boundingBox())!;
  await page.mouse.move(before.x + before.width / 2, before.y + before.height / 2);
  await page.mouse.down();
  await expect(target).toBeFocused();
  expect((await target.boundingBox())!.y).toBe(before.y);
  await expect(page.getByText(/Error: Enter one number/)).toHaveCount(0);
  await page.mouse.up();
  await expect(page.getByText(/Error: Enter one number/)).toBeVisible();
  await expect(target).toBeFocused();
});

test("what has the focus stays above the bar when something is put in above it", async ({ page, signInAs }) => {
  await page.setViewportSize({ width: 1366, height: 768 });
  await signInAs("focal.thailand");
  await page.goto("/en/spaiv/reports/THA/2016?goal=G1&rows=comfortable&indicator=G1.2-a");
  const panel = page.getByRole("complementary", { name: /About/ });
  const bar = page.getByRole("region", { name: "Report progress" });
  const isAboveBar = async (what: Locator) => {
    const [one, other] = [(await what.boundingBox())!, (await bar.boundingBox())!];
    return one.y + one.height <= other.y;
  };
  await panel.getByText("Add a comment", { exact: true }).first().click();
  await panel.getByLabel("Add a comment").click();
  await page.keyboard.type("Made up: two registers were merged.");
  // Who may be told of it comes once somebody writes.
  const box = panel.getByRole("group", { name: "Tell" }).getByRole("checkbox").first();
  await expect(box).toBeVisible();
  await page.keyboard.press("Tab");
  await expect(box).toBeFocused();
  // As low as it may be, so that whatever comes above it moves it under the bar.
  await box.evaluate((element) => {
    const space = () =>
      document.querySelector(".dock")!.getBoundingClientRect().top - 10 - element.getBoundingClientRect().bottom;
    element.closest(".side")!.scrollBy({ top: -space(), behavior: "instant" });
    window.scrollBy({ top: -space(), behavior: "instant" });
  });
  await page.keyboard.press("Enter");
  await expect(page.getByText("Your comment was added.")).toBeVisible();
  await expect(box).toBeFocused();
  await expect.poll(() => isAboveBar(box)).toBe(true);
});

test("a window that comes back into view shows what others changed, and keeps what is being typed", async ({
  page,
  signInAs,
  anotherBrowser,
}) => {
  await signInAs("focal.thailand");
  await page.goto(`${entryForm}?goal=G4&rows=comfortable`);
  const other = await anotherBrowser();
  await other.goto(`${entryForm}?goal=G4&rows=comfortable`);
  await settled(other, "G4.1.2-b", field(other, "G4.1.2-b"), "300");
  await page.evaluate(() => window.dispatchEvent(new Event("focus")));
  await expect(field(page, "G4.1.2-b")).toHaveValue("300");
  const bar = page.getByRole("region", { name: "Report progress" });
  await expect(bar.getByText("You changed G4.1.2-b in another window")).toBeVisible();
  const aloud = page.getByRole("status").filter({ hasText: "You changed G4.1.2-b" });
  await expect(aloud).toHaveCount(1);

  // The same words again are heard again: a screen reader hears of another node, and of nothing else.
  await aloud.locator("span").evaluate((said) => said.setAttribute("data-heard", ""));
  await settled(other, "G4.1.2-b", field(other, "G4.1.2-b"), "302");
  await page.evaluate(() => window.dispatchEvent(new Event("focus")));
  await expect(field(page, "G4.1.2-b")).toHaveValue("302");
  await expect(aloud.locator("span:not([data-heard])")).toHaveCount(1);

  // Once the person has stored that very value themselves, nothing of it is news any more.
  await settled(page, "G4.1.2-b", field(page, "G4.1.2-b"), "305");
  await expect(page.getByText("You changed G4.1.2-b")).toHaveCount(0);
  await other.reload();

  await settled(other, "G4.1.2-b", field(other, "G4.1.2-b"), "301");
  await field(page, "G4.1.2-b").fill("310");
  const [answer] = await Promise.all([
    page.waitForResponse((response) => response.url().includes("values?since=")),
    page.evaluate(() => window.dispatchEvent(new Event("focus"))),
  ]);
  expect(answer.status()).toBe(200);
  await expect(field(page, "G4.1.2-b")).toHaveValue("310");
  await field(page, "G4.1.2-b").press("Enter");
  await state(page, "G4.1.2-b", "Changed elsewhere");
  const question = page.getByRole("alert").filter({ hasText: "Which value stays?" });
  await expect(question).toContainText("You changed it in another window");
  await expect(question).toContainText("Stored by you");
  await expect(row(page, "G4.1.2-b")).toBeVisible();
});
