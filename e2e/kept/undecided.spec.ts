import type { Page } from "@playwright/test";
import { entryForm } from "../support/entry-form";
import { expect, test } from "../support/fixtures";
import { conflictIn, narrative, saveAll, store, textIn, toldIn } from "./narrative-texts";

// Two texts stand against each other until a person says which one stays. Nothing else is a decision.

/** Writes a text over the one that the page was opened with, while another browser stores its own. */
async function overtake(page: Page, other: Page, name: string, text = "Mine") {
  await page.goto(narrative);
  await store(other, name, "Theirs");
  await textIn(page, name).fill(text);
  await textIn(page, name).blur();
  await expect(conflictIn(page)).toContainText("Theirs");
}
async function isStored(other: Page, name: string, text: string) {
  await other.goto(narrative);
  await expect(textIn(other, name)).toHaveValue(text);
}

test.beforeEach(async ({ page, signInAs }) => {
  await signInAs("focal.thailand");
  page.on("dialog", (dialog) => dialog.accept());
});

test("a text that another one overtook asks again after more words, a reload and a way back", async ({
  page,
  anotherBrowser,
}) => {
  const [mine, other] = [textIn(page, "P1|lessons"), await anotherBrowser()];
  await overtake(page, other, "P1|lessons");
  await mine.pressSequentially(", and more");
  await page.reload();
  await expect(mine).toHaveValue("Mine, and more");
  await expect(conflictIn(page)).toContainText("Theirs");
  await mine.pressSequentially(" of it");
  await page.goto(`${entryForm}/check`);
  await page.goBack();
  await expect(mine).toHaveValue("Mine, and more of it");
  await expect(conflictIn(page)).toContainText("Theirs");
  await isStored(other, "P1|lessons", "Theirs");
  await page.getByRole("button", { name: "Keep what I wrote" }).click();
  await expect(page.getByText(/^Saved \d/)).toBeVisible();
  await isStored(other, "P1|lessons", "Mine, and more of it");
});

test("saving the whole narrative replaces a text that overtook another only once that is said", async ({
  page,
  anotherBrowser,
}) => {
  const [mine, other] = [textIn(page, "P2|lessons"), await anotherBrowser()];
  await overtake(page, other, "P2|lessons");
  await saveAll(page);
  await expect(toldIn(page)).toBeVisible();
  await isStored(other, "P2|lessons", "Theirs");
  await page.reload();
  await expect(mine).toHaveValue("Mine");
  await expect(conflictIn(page)).toContainText("Theirs");
  await saveAll(page);
  await expect(toldIn(page)).toBeVisible();
  await mine.fill("Mine and theirs");
  await saveAll(page);
  await expect(page.getByText("Saved.")).toBeVisible();
  await isStored(other, "P2|lessons", "Mine and theirs");
});

test("once two texts were chosen between, the refusal of the whole narrative is told no longer", async ({
  page,
  anotherBrowser,
}) => {
  await overtake(page, await anotherBrowser(), "P2|progress");
  await saveAll(page);
  await expect(toldIn(page)).toBeVisible();
  await expect(page).toHaveTitle(/^Error: /);
  await page.getByRole("button", { name: "Keep what I wrote" }).click();
  await expect(page.getByText(/^Saved \d/)).toBeVisible();
  await expect(toldIn(page)).toHaveCount(0);
  await expect(page).not.toHaveTitle(/^Error: /);
});

test("words that the browser itself puts back don't bring back unasked what was emptied meanwhile", async ({
  page,
  anotherBrowser,
}) => {
  const [mine, other] = [textIn(page, "P3|lessons"), await anotherBrowser()];
  const route = "**/api/reports/**/narratives";
  await store(other, "P3|lessons", "Once");
  await page.goto(narrative);
  await page.route(route, (request) => request.abort());
  await mine.fill("Once, and mine");
  await mine.blur();
  await expect(page.getByText(/Not saved yet: the server can’t be reached/)).toBeVisible();
  await page.goto(`${entryForm}/check`);
  await store(other, "P3|lessons", "");
  await page.unroute(route);
  await page.goBack();
  await expect(mine).toHaveValue("Once, and mine");
  await expect(conflictIn(page)).toBeVisible();
  await isStored(other, "P3|lessons", "");
});

test("a refusal keeps only what isn't stored: what somebody writes elsewhere since then is nobody's to decide", async ({
  page,
  anotherBrowser,
}) => {
  const [mine, untouched, other] = [textIn(page, "P4|lessons"), textIn(page, "P4|progress"), await anotherBrowser()];
  await store(other, "P4|progress", "Once");
  await overtake(page, other, "P4|lessons");
  await saveAll(page);
  await expect(toldIn(page)).toBeVisible();
  await page.getByRole("button", { name: "Take the stored text" }).click();
  await expect(mine).toHaveValue("Theirs");
  await page.goto(`${entryForm}/check`);
  await store(other, "P4|progress", "Once, and theirs");
  await page.reload();
  await expect(page.getByRole("heading", { name: "Check your answers" })).toBeVisible();
  await expect(page.getByText("in this browser only")).toHaveCount(0);
  await page.goto(narrative);
  await expect(mine).toHaveValue("Theirs");
  await expect(untouched).toHaveValue("Once, and theirs");
  await expect(page.getByText("Which one stays?")).toHaveCount(0);
});

test("a text that was emptied and refused stays emptied through a reload", async ({ page, anotherBrowser }) => {
  const [mine, other] = [textIn(page, "P4|challenges"), await anotherBrowser()];
  await store(other, "P4|challenges", "Once");
  await overtake(page, other, "P4|challenges", "");
  await saveAll(page);
  await expect(toldIn(page)).toBeVisible();
  await page.reload();
  await expect(mine).toHaveValue("");
  await expect(conflictIn(page)).toContainText("Theirs");
});

test("an answer in words that another one overtook is told of again after a reload", async ({
  page,
  anotherBrowser,
}) => {
  const here = `${entryForm}/indicators/G5.3-b`;
  const answerIn = (window: Page) => window.locator('[id="total|text"]');
  const saveIn = (window: Page) => window.getByRole("button", { name: "Save", exact: true }).click();
  const told = page.getByText(/changed this to .* after you opened the page/).first();
  const other = await anotherBrowser();
  await page.goto(here);
  await other.goto(here);
  await answerIn(other).fill("Theirs");
  await saveIn(other);
  await expect(other.getByText("Saved.")).toBeVisible();
  await answerIn(page).fill("Mine");
  await saveIn(page);
  await expect(told).toBeVisible();
  await answerIn(page).fill("Mine, and more");
  await page.reload();
  await expect(answerIn(page)).toHaveValue("Mine, and more");
  await saveIn(page);
  await expect(told).toBeVisible();
  await other.goto(here);
  await expect(answerIn(other)).toHaveValue("Theirs");
  await saveIn(page);
  await expect(page.getByText("Saved.")).toBeVisible();
});
