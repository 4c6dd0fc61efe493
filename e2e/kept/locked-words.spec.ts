import { entryForm } from "../support/entry-form";
import { expect, test } from "../support/fixtures";
import { turnPeriod } from "../support/turn-period";

// Words that were being written when the report was closed to changes stay in sight of whoever wrote them.

test("words that a closed period refused are shown on the report, and let go or stored once it is open again", async ({
  page,
  browser,
  signInAs,
}) => {
  const secretariat = await (await browser.newContext()).newPage();
  await signInAs("secretariat", secretariat);
  await signInAs("focal.thailand");
  page.on("dialog", (dialog) => dialog.accept());
  const comment = page.getByLabel("Add a comment");
  const text = page.locator('[id="text|P2|lessons"]');
  await page.goto(`${entryForm}/indicators/G3.2.1-a`);
  await comment.fill("Made up: the register\nof two provinces");
  await page.goto(`${entryForm}/narrative`);
  await expect(text).toBeEditable();
  await turnPeriod(secretariat, "Close");
  await text.fill("Made up: a lesson");
  await text.blur();
  await expect(page.getByText(/Not saved, but kept in this browser/)).toBeVisible();

  const kept = page.getByRole("status").filter({ hasText: "in this browser only" });
  for (const place of [`${entryForm}?goal=G1&rows=comfortable`, `${entryForm}/check`]) {
    await page.goto(place);
    await expect(kept.getByRole("listitem")).toHaveText(["G3.2.1-a: a comment", "Report narrative, P2: Lessons"]);
  }
  await kept.getByRole("link", { name: "Report narrative, P2: Lessons" }).click();
  await expect(kept).toContainText("Made up: a lesson");
  await expect(kept.getByRole("listitem")).toHaveCount(1);
  await page.goto(`${entryForm}/indicators/G3.2.1-a`);
  await expect(kept).toContainText("Made up: the register of two provinces");
  await page.goto(`${entryForm}/indicators/G3.1-a`);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("G3.1-a");
  await expect(kept).toHaveCount(0);

  // Letting go is asked for twice, and whoever does it by key goes on where the words stood.
  const discarded = page.getByRole("status").filter({ hasText: "It was discarded." });
  await page.goto(`${entryForm}/narrative`);
  await kept.getByText("Discard what I wrote … Report narrative, P2: Lessons").press("Enter");
  await expect(kept).toContainText("Made up: a lesson");
  await kept.getByRole("button", { name: "Discard for good Report narrative, P2: Lessons" }).press("Enter");
  await expect(kept).toHaveCount(0);
  await expect(discarded).toBeFocused();
  await turnPeriod(secretariat, "Open");
  await page.reload();
  await expect(text).toHaveValue("");
  await page.goto(`${entryForm}/indicators/G3.2.1-a`);
  await expect(kept).toHaveCount(0);
  await expect(comment).toHaveValue("Made up: the register\nof two provinces");
});

test("words that stand in a field of another window are let go all the same, until somebody goes on writing them there", async ({
  page,
  browser,
  context,
  signInAs,
}) => {
  const secretariat = await (await browser.newContext()).newPage();
  await signInAs("secretariat", secretariat);
  await signInAs("focal.thailand");
  const writing = await context.newPage();
  const text = writing.locator('[id="text|P3|lessons"]');
  await writing.goto(`${entryForm}/narrative`);
  await expect(text).toBeEditable();
  await turnPeriod(secretariat, "Close");
  await text.fill("Made up: another lesson");
  await text.blur();
  await expect(writing.getByText(/Not saved, but kept in this browser/)).toBeVisible();
  const kept = page.getByRole("status").filter({ hasText: "in this browser only" });
  const discard = async () => {
    await kept.getByText(/^Discard what I wrote/).click();
    await kept.getByRole("button", { name: /^Discard for good/ }).click();
  };
  await page.goto(`${entryForm}/narrative`);
  await discard();
  await expect(kept).toHaveCount(0);
  await text.fill("Made up: another lesson, and a second");
  await expect(kept).toContainText("and a second");
  await writing.close();
  await discard();
  await expect(kept).toHaveCount(0);
  await page.reload();
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(kept).toHaveCount(0);
  await turnPeriod(secretariat, "Open");
});
