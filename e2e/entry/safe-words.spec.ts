import { expect, test } from "../support/fixtures";

// Words of people who may be recognised: what says how to reach them is refused, and what may say who they are is looked at.

const entryForm = "/en/spaiv/reports/THA/2017";

test("a comment with a telephone number is refused, and one about few people comes back once to be looked at @both @quick", async ({
  page,
  signInAs,
}) => {
  await signInAs("focal.thailand");
  await page.goto(`${entryForm}/indicators/G5.1-a`);
  const comment = page.getByLabel("Add a comment");
  const add = page.getByRole("button", { name: "Add comment", exact: true });
  const summary = page.getByRole("alert").filter({ hasText: "There is a problem" });
  await comment.fill("Made up: ask at ๐๘๑-๒๓๔-๕๖๗๘.");
  await add.click();
  await expect(summary).toContainText("A telephone number stands here: “๐๘๑-๒๓๔-๕๖๗๘”. Take it out");
  await expect(comment).toHaveValue("Made up: ask at ๐๘๑-๒๓๔-๕๖๗๘.");

  await comment.fill("Made up: two girls aged 15 came.");
  await add.click();
  await expect(summary).toContainText("may be recognised: “two girls”");
  await expect(comment).toHaveValue("Made up: two girls aged 15 came.");
  // Nobody ticked anything: the answer, and none before it, moves the focus there again.
  await expect(summary).toBeFocused();
  await add.click();
  await expect(summary).toBeFocused();
  await expect(summary).toContainText("may be recognised: “two girls”");
  await page.getByRole("checkbox", { name: "I looked at this" }).check();
  await add.click();
  await expect(page.getByText("Your comment was added.")).toBeVisible();
  await expect(page.getByText("Made up: two girls aged 15 came.")).toBeVisible();
});

test("a narrative says beside the text what may say of whom it speaks, and saves it all the same", async ({
  page,
  signInAs,
}) => {
  await signInAs("focal.thailand");
  await page.goto(`${entryForm}/narrative`);
  const text = page.locator('[id="text|P4|lessons"]');
  const field = page.locator(".narrative", { has: text });
  await text.fill("Made up: Mr Dara told it.");
  await expect(field.getByText("This looks like the name of a person: “Mr Dara”.")).toBeVisible();
  await text.blur();
  await expect(field.getByText(/^Saved/)).toBeVisible();
  await text.fill("Made up: write to dara@example.org.");
  await expect(field.locator(".words-told")).toContainText("An e-mail address stands here: “dara@example.org”");
  await text.blur();
  await expect(field.locator(".text-state")).toContainText("An e-mail address stands here");
  await text.fill("Made up: nobody is named.");
  await expect(field.locator(".words-told")).toBeEmpty();
  await text.blur();
  await expect(field.getByText(/^Saved/)).toBeVisible();
});
