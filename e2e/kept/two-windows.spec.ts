import type { Page } from "@playwright/test";
import { entryForm } from "../support/entry-form";
import { expect, test } from "../support/fixtures";
import { keptTexts } from "./kept-texts";
import { conflictIn, narrative, saveAll, store, textIn, toldIn } from "./narrative-texts";

// Two windows of one browser keep what is being written in one place.

const unreachable = (page: Page) => page.getByText(/Not saved yet: the server can’t be reached/);
const texts = "**/api/reports/**/narratives";
const cutOff = (page: Page) => page.route(texts, (request) => request.abort());
/** A window is told of what another one forgets, and keeps its own again. */
const keeps = (window: Page, form: string, words: string) =>
  expect
    .poll(async () =>
      JSON.stringify(Object.entries(await keptTexts(window)).filter(([key]) => key.endsWith(`/${form}`))),
    )
    .toContain(words);
const leaving = (page: Page) => page.on("dialog", (dialog) => dialog.accept());

test.beforeEach(({ signInAs }) => signInAs("focal.thailand"));

test("two windows that write the narrative lose nothing of each other's", async ({ page, context }) => {
  const other = await context.newPage();
  const state = /^Saved \d/;
  await page.goto(narrative);
  await other.goto(narrative);
  await expect(textIn(other, "P3|progress")).toBeEditable();
  await cutOff(page);
  await textIn(page, "P3|progress").fill("Of the first window");
  await textIn(page, "P3|progress").blur();
  await expect(unreachable(page)).toBeVisible();
  // The other window writes the same text and another one, and stores both.
  await textIn(other, "P3|progress").fill("Of the second");
  await textIn(other, "P3|progress").blur();
  await expect(other.getByText(state)).toHaveCount(1);
  await keeps(page, "narrative", "Of the first window");
  await textIn(other, "P3|challenges").fill("Of the second too");
  await textIn(other, "P3|challenges").blur();
  await expect(other.getByText(state)).toHaveCount(2);
  await keeps(page, "narrative", "Of the first window");
  leaving(page);
  await page.goto("about:blank");
  await page.unroute(texts);
  await page.goto(narrative);
  await expect(textIn(page, "P3|progress")).toHaveValue("Of the first window");
  await expect(conflictIn(page)).toContainText("Of the second");
  await expect(textIn(page, "P3|challenges")).toHaveValue("Of the second too");
  await page.getByRole("button", { name: "Take the stored text" }).click();
  // What was let go doesn't come back, and holds up no submission.
  await page.goto(`${entryForm}/check`);
  await expect(page.getByRole("heading", { name: "Check your answers" })).toBeVisible();
  await expect(page.getByText("in this browser only")).toHaveCount(0);
  await page.goto(narrative);
  await expect(textIn(page, "P3|progress")).toHaveValue("Of the second");
  await expect(page.getByText("Which one stays?")).toHaveCount(0);
});

test("a window that is refused over one text keeps another that a closed window wrote", async ({
  page,
  context,
  anotherBrowser,
}) => {
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
  await expect(conflictIn(page)).toBeVisible();
  await saveAll(page);
  await expect(toldIn(page)).toBeVisible();
  await page.goto("about:blank");
  await page.goto(narrative);
  await expect(textIn(page, "P1|lessons")).toHaveValue("Of the first window");
  await expect(page.getByText(/^Saved \d/)).toBeVisible();
  await expect(textIn(page, "P2|lessons")).toHaveValue("Of the second");
});

test("a text rests on what its window saw, though another window that saw more changes who may read it", async ({
  page,
  context,
  anotherBrowser,
}) => {
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
  await first.unroute(texts);
  await first.goto(narrative);
  await expect(textIn(first, "P4|lessons")).toHaveValue("Mine");
  await expect(conflictIn(first)).toContainText("Theirs");
  await colleague.goto(narrative);
  await expect(textIn(colleague, "P4|lessons")).toHaveValue("Theirs");
});

test("who may read a text is never said of what another window wrote", async ({ page, context, anotherBrowser }) => {
  const [first, colleague] = [await context.newPage(), await anotherBrowser()];
  const shown = (window: Page) => window.locator('[name="isPublic|P2|progress"]');
  leaving(first);
  await page.goto(narrative);
  await first.goto(narrative);
  await cutOff(page);
  await cutOff(first);
  await textIn(first, "P2|progress").fill("For everyone");
  await shown(first).check();
  await expect(unreachable(first)).toBeVisible();
  await textIn(page, "P2|progress").fill("For officials only");
  await textIn(page, "P2|progress").blur();
  await expect(unreachable(page)).toBeVisible();
  await first.goto("about:blank");
  await first.unroute(texts);
  await first.goto(narrative);
  await expect(textIn(first, "P2|progress")).toHaveValue("For officials only");
  await expect(shown(first)).not.toBeChecked();
  await expect(first.getByText(/^Saved \d/)).toBeVisible();

  // Somebody shows another text to the public: what was written before isn't shown with it.
  await colleague.goto(narrative);
  await textIn(colleague, "P2|progress").fill("Theirs, for everyone");
  await shown(colleague).check();
  await expect(colleague.getByText(/^Saved \d/)).toBeVisible();
  await textIn(first, "P2|progress").fill("Still for officials only");
  await textIn(first, "P2|progress").blur();
  await expect(conflictIn(first)).toContainText("It is shown to the public.");
  await first.goto("about:blank");
  await first.goto(narrative);
  await expect(conflictIn(first)).toContainText("Theirs, for everyone");
  await expect(shown(first)).not.toBeChecked();
  await first.getByRole("button", { name: "Keep what I wrote" }).press("Enter");
  await expect(textIn(first, "P2|progress")).toBeFocused();
  await expect(first.getByText(/^Saved \d/)).toBeVisible();
  await colleague.goto(narrative);
  await expect(textIn(colleague, "P2|progress")).toHaveValue("Still for officials only");
  await expect(shown(colleague)).not.toBeChecked();
});

test("what one window stores takes away nothing that another one is writing", async ({ page, context }) => {
  const here = `${entryForm}/indicators/G5.3-b`;
  const other = await context.newPage();
  const commentIn = (window: Page) => window.getByLabel("Add a comment");
  const answerIn = (window: Page) => window.locator('[id="total|text"]');
  const comment = (window: Page) => window.getByRole("button", { name: "Add comment" }).click();
  await page.goto(here);
  await other.goto(here);
  await commentIn(page).fill("Of the first window");
  await commentIn(other).fill("Of the second");
  await comment(other);
  await expect(other.getByText("Your comment was added.")).toBeVisible();
  await keeps(page, "comment G5.3-b", "Of the first window");
  await answerIn(page).fill("Of the first window");
  await answerIn(other).fill("Of the second");
  await other.getByRole("button", { name: "Save", exact: true }).click();
  await expect(other.getByText("Saved.")).toBeVisible();
  await keeps(page, "answer G5.3-b", "Of the first window");
  await page.reload();
  await expect(commentIn(page)).toHaveValue("Of the first window");
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
