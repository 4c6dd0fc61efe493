import type { Page } from "@playwright/test";
import { entryForm } from "../support/entry-form";
import { expect, test } from "../support/fixtures";

// A comment reads its page anew. What is being written in the form beside it goes on resting on what its writer saw.

const cellIn = (window: Page, name: string) => window.locator(`[name="${name}"]`);
const told = (page: Page) => page.getByText(/after you opened the page/).first();

async function save(window: Page) {
  await window.getByRole("button", { name: "Save", exact: true }).click();
}
async function readAnew(page: Page, comment: string) {
  await page.getByLabel("Add a comment").fill(comment);
  await page.getByRole("button", { name: "Add comment" }).click();
  await expect(page.getByText("Your comment was added.")).toBeVisible();
  await expect(page.getByRole("listitem").filter({ hasText: comment })).toBeVisible();
}

for (const { what, indicator, name, mine, theirs, newest } of [
  {
    what: "an answer in words",
    indicator: "G5.3-b",
    name: "total|text",
    mine: "Mine",
    theirs: "Theirs",
    newest: "Theirs, and more",
  },
  {
    what: "a part that was empty",
    indicator: "G5.1-a",
    name: "sex=female;age=0-17|number",
    mine: "7",
    theirs: "9",
    newest: "11",
  },
])
  test(`${what} replaces none that was stored before the page was read anew, until that is told`, async ({
    page,
    signInAs,
    anotherBrowser,
  }) => {
    await signInAs("focal.thailand");
    const here = `${entryForm}/indicators/${indicator}`;
    const other = await anotherBrowser();
    const store = async (text: string) => {
      await other.goto(here);
      await cellIn(other, name).fill(text);
      await save(other);
      await expect(other.getByText("Saved.")).toBeVisible();
    };
    const isStored = async (text: string) => {
      await other.goto(here);
      await expect(cellIn(other, name)).toHaveValue(text);
    };
    await page.goto(here);
    await cellIn(page, name).fill(mine);
    await store(theirs);
    await readAnew(page, "Made up: while something is typed");
    await expect(cellIn(page, name)).toHaveValue(mine);
    await save(page);
    await expect(told(page)).toContainText(theirs);
    await isStored(theirs);
    // What was told holds until the next save, whatever is stored and read since then.
    await store(newest);
    await readAnew(page, "Made up: after something was told");
    await save(page);
    await expect(told(page)).toContainText(newest);
    await isStored(newest);
    await save(page);
    await expect(page.getByText("Saved.")).toBeVisible();
    await isStored(mine);
  });

test("a form in which nobody wrote shows what was stored meanwhile, and saving it changes nothing of that", async ({
  page,
  signInAs,
  anotherBrowser,
}) => {
  await signInAs("focal.thailand");
  const here = `${entryForm}/indicators/G5.1-b`;
  const reason = "total|missingReason";
  const other = await anotherBrowser();
  await page.goto(here);
  await other.goto(here);
  await cellIn(other, reason).selectOption("notCollected");
  await save(other);
  await expect(other.getByText("Saved.")).toBeVisible();
  await readAnew(page, "Made up: while nothing is typed");
  await expect(cellIn(page, reason)).toHaveValue("notCollected");
  await save(page);
  await expect(page.getByText("Saved.")).toBeVisible();
  await other.goto(here);
  await expect(cellIn(other, reason)).toHaveValue("notCollected");
  // Whoever goes on from there is asked nothing.
  await readAnew(page, "Made up: once more");
  await cellIn(page, reason).selectOption("notApplicable");
  await save(page);
  await expect(page.getByText("Saved.")).toBeVisible();
  await other.goto(here);
  await expect(cellIn(other, reason)).toHaveValue("notApplicable");
});
