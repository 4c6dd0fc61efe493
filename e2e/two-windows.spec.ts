import type { Page } from "@playwright/test";
import { room } from "./entry-room";
import { expect, test } from "./fixtures";

// Two windows of one browser keep what is being written in one place.

const narrative = `${room}/narrative`;
const textIn = (window: Page, name: string) => window.locator(`[id="text|${name}"]`);
const unreachable = (page: Page) => page.getByText(/Not saved yet: the server can’t be reached/);
const cutOff = (page: Page) => page.route("**/api/reports/**/narratives", (request) => request.abort());
const leaving = (page: Page) => page.on("dialog", (dialog) => dialog.accept());

async function store(other: Page, name: string, text: string) {
  await other.goto(narrative);
  await textIn(other, name).fill(text);
  await textIn(other, name).blur();
  await expect(other.getByText(/^Saved \d/)).toBeVisible();
}

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

test("a window that is refused over one text keeps another that a closed window wrote", async ({
  page,
  context,
  signInAs,
  anotherBrowser,
}) => {
  await signInAs("focal.thailand");
  const [first, colleague] = [await context.newPage(), await anotherBrowser()];
  leaving(page);
  await page.goto(narrative);
  await store(colleague, "P2|lessons", "Theirs");
  await first.goto(narrative);
  await cutOff(first);
  await textIn(first, "P1|lessons").fill("Of the first window");
  await textIn(first, "P1|lessons").blur();
  await expect(unreachable(first)).toBeVisible();
  await first.close();

  await textIn(page, "P2|lessons").fill("Of the second");
  await textIn(page, "P2|lessons").blur();
  await expect(page.getByText("Which one stays?")).toBeVisible();
  await page.getByRole("button", { name: "Save the narrative" }).first().click();
  await expect(page.getByText(/bring the two together, then save again/).first()).toBeVisible();
  await page.goto("about:blank");
  await page.goto(narrative);
  await expect(textIn(page, "P1|lessons")).toHaveValue("Of the first window");
  await expect(page.getByText(/^Saved \d/)).toBeVisible();
  await expect(textIn(page, "P2|lessons")).toHaveValue("Of the second");
});

test("a text rests on what its window saw, though another window that saw more changes who may read it", async ({
  page,
  context,
  signInAs,
  anotherBrowser,
}) => {
  await signInAs("focal.thailand");
  const [first, colleague] = [await context.newPage(), await anotherBrowser()];
  leaving(first);
  await first.goto(narrative);
  await store(colleague, "P4|lessons", "Theirs");
  await page.goto(narrative);
  await expect(textIn(page, "P4|lessons")).toHaveValue("Theirs");
  await cutOff(page);
  await cutOff(first);
  await textIn(first, "P4|lessons").fill("Mine");
  await textIn(first, "P4|lessons").blur();
  await expect(unreachable(first)).toBeVisible();
  await page.locator('[name="isPublic|P4|lessons"]').check();
  await expect(unreachable(page)).toBeVisible();
  await first.goto("about:blank");
  await first.unroute("**/api/reports/**/narratives");
  await first.goto(narrative);
  await expect(textIn(first, "P4|lessons")).toHaveValue("Mine");
  await expect(first.getByRole("alert").filter({ hasText: "Theirs" })).toContainText("Which one stays?");
  await colleague.goto(narrative);
  await expect(textIn(colleague, "P4|lessons")).toHaveValue("Theirs");
});

test("what one window stores takes away nothing that another one is writing", async ({ page, context, signInAs }) => {
  await signInAs("focal.thailand");
  const here = `${room}/indicators/G5.3-b`;
  const other = await context.newPage();
  const commentIn = (window: Page) => window.getByLabel("Add a comment");
  const answerIn = (window: Page) => window.locator('[id="total|text"]');
  const comment = (window: Page) => window.getByRole("button", { name: "Add comment" }).click();
  await page.goto(here);
  await other.goto(here);
  await commentIn(page).fill("Of the first window");
  await page.getByLabel("Show this comment to the public").check();
  await commentIn(other).fill("Of the second");
  await other.getByLabel("Show this comment to the public").check();
  await comment(other);
  await expect(other.getByText("Your comment was added.")).toBeVisible();
  await answerIn(page).fill("Of the first window");
  await answerIn(other).fill("Of the second");
  await other.getByRole("button", { name: "Save", exact: true }).click();
  await expect(other.getByText("Saved.")).toBeVisible();
  await page.reload();
  await expect(commentIn(page)).toHaveValue("Of the first window");
  await expect(page.getByLabel("Show this comment to the public")).toBeChecked();
  await expect(answerIn(page)).toHaveValue("Of the first window");

  // The other window now shows the same words. What it stores of them isn't written a second time.
  await other.reload();
  await expect(commentIn(other)).toHaveValue("Of the first window");
  await comment(other);
  await expect(other.getByText("Your comment was added.")).toBeVisible();
  await page.reload();
  await expect(page.getByRole("listitem").filter({ hasText: "Of the first window" })).toBeVisible();
  await expect(commentIn(page)).toHaveValue("");
});
