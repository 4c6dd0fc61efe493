import type { Page } from "@playwright/test";
import { room } from "./entry-room";
import { expect, test } from "./fixtures";

// What somebody pastes without a space in it breaks where it stands; it widens neither its list nor the page.

const word = "averylongword".repeat(40);

async function fits(page: Page) {
  for (const width of [1280, 360]) {
    await page.setViewportSize({ width, height: 740 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth), page.url()).toBeLessThanOrEqual(width);
  }
}

test("a comment of one long word and two lines", async ({ page, signInAs }) => {
  await signInAs("focal.thailand");
  await page.goto(`${room}/indicators/G7.1-a`);
  await page.getByLabel("Add a comment").fill(`${word}\nMade up: the second line`);
  await page.getByRole("button", { name: "Add comment" }).click();
  const comment = page.locator(".remarks").getByText("Made up: the second line");
  await expect(comment).toBeVisible();
  await expect(comment).toHaveCSS("white-space-collapse", "preserve-breaks");
  await fits(page);
  await page.setViewportSize({ width: 1280, height: 740 });
  await page.goto(`${room}?goal=G7&indicator=G7.1-a`);
  const panel = page.getByRole("complementary", { name: /About/ });
  await expect(panel.getByText("Made up: the second line")).toBeVisible();
  expect(await panel.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0);
  await fits(page);
});

test("the reason for a report's return", async ({ page, signInAs }) => {
  await signInAs("secretariat");
  await page.goto("/en/spaiv/review/KHM/2017");
  await page.getByRole("button", { name: "Return report" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Why").fill(word);
  await dialog.getByRole("button", { name: "Return report" }).click();
  await expect(page.locator(".decisions .why")).toHaveText(word);
  await fits(page);
});
