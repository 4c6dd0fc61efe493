import type { Page } from "@playwright/test";
import { room } from "./entry-room";
import { expect, test } from "./fixtures";

// Two windows of one browser keep what is being written in one place.

test("two windows that write the narrative lose nothing of each other's", async ({ page, context, signInAs }) => {
  await signInAs("focal.thailand");
  const other = await context.newPage();
  const route = "**/api/reports/**/narratives";
  const fieldIn = (window: Page, name: string) => window.locator(`[id="text|P3|${name}"]`);
  const state = /^Saved \d/;
  await page.goto(`${room}/narrative`);
  await other.goto(`${room}/narrative`);
  await expect(fieldIn(other, "progress")).toBeEditable();
  await page.route(route, (request) => request.abort());
  await fieldIn(page, "progress").fill("Of the first window");
  await fieldIn(page, "progress").blur();
  await expect(page.getByText(/Not saved yet: the server can’t be reached/)).toBeVisible();
  // The other window writes the same text and another one, and stores both.
  await fieldIn(other, "progress").fill("Of the second");
  await fieldIn(other, "challenges").fill("Of the second too");
  await fieldIn(other, "challenges").blur();
  await expect(other.getByText(state)).toHaveCount(2);

  page.on("dialog", (dialog) => dialog.accept());
  await page.goto("about:blank");
  await page.unroute(route);
  await page.goto(`${room}/narrative`);
  await expect(fieldIn(page, "progress")).toHaveValue("Of the first window");
  await expect(page.getByRole("alert").filter({ hasText: "Of the second" })).toContainText("Which one stays?");
  await expect(fieldIn(page, "challenges")).toHaveValue("Of the second too");
  await page.getByRole("button", { name: "Take the stored text" }).click();
  // What was let go doesn't come back, and holds up no submission.
  await page.goto(`${room}/check`);
  await expect(page.getByRole("heading", { name: "Check your answers" })).toBeVisible();
  await expect(page.getByText("in this browser only")).toHaveCount(0);
  await page.goto(`${room}/narrative`);
  await expect(fieldIn(page, "progress")).toHaveValue("Of the second");
  await expect(page.getByText("Which one stays?")).toHaveCount(0);
});
