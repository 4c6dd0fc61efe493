import type { Locator } from "@playwright/test";
import { axeOf } from "../accessible/faults";
import { expect, test } from "../support/fixtures";

const list = "/en/spaiv/review/KHM/2017?tab=all";
const words = "Made up: ask them about the second half.";

test("a reviewer's note is theirs alone, and found among their notes", async ({ page, signInAs, anotherBrowser }) => {
  const second = await anotherBrowser();
  await signInAs("secretariat");
  await page.goto(list);
  const item = page.locator("article.item").nth(3);
  const code = (await item.getAttribute("id"))!;
  await item.getByText("Note for yourself").click();
  await item.getByLabel(`Your note on ${code}`).fill("Made up: write to a.name@example.org");
  await item.getByRole("button", { name: "Keep the note" }).click();
  await expect(item.getByText(/^Error:/)).toBeVisible();
  await item.getByLabel(`Your note on ${code}`).fill(words);
  await item.getByRole("button", { name: "Keep the note" }).click();
  await expect(item.getByText("Kept.")).toBeVisible();
  await expect(page.getByRole("link", { name: "My notes 1" })).toHaveCount(1);
  await expect(item.getByText(/^Error:/)).toHaveCount(0);
  const faults = await axeOf(page).include(`article[id="${code}"]`).analyze();
  expect(faults.violations.map(({ id }) => id)).toEqual([]);
  await page.setViewportSize({ width: 360, height: 740 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);

  // There an indicator with nothing to look at is one line.
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.getByRole("link", { name: /^My notes/ }).click();
  await expect(page.locator("article.item")).toHaveCount(1);
  const goal = code.split(".", 1)[0]!;
  await page.getByRole("link", { name: goal === "G2" ? "G3 0" : "G2 0" }).click();
  await expect(
    page.getByRole("heading", { name: `You noted nothing for yourself (${goal === "G2" ? "G3" : "G2"})` }),
  ).toBeVisible();
  await page.getByRole("link", { name: `${goal} 1` }).click();
  await page.locator("article.item").getByText("Your note").click();
  await expect(page.getByLabel(`Your note on ${code}`)).toHaveValue(words);

  await signInAs("secretariat.second", second);
  await second.goto("/en/spaiv/review/KHM/2017?tab=noted");
  await expect(second.locator("article.item")).toHaveCount(0);
  // Of an empty list of what one chose, nothing follows for the report.
  await expect(second.getByRole("heading", { name: "You noted nothing for yourself", exact: true })).toBeVisible();
  await expect(second.getByText("Nothing is left to look at")).toHaveCount(0);
  expect(await second.content()).not.toContain(words);

  await page.getByLabel(`Your note on ${code}`).fill("");
  await page.getByRole("button", { name: "Keep the note" }).click();
  await expect(page.getByText("Forgotten.")).toBeVisible();
  await expect(page.getByRole("link", { name: "My notes 0" })).toHaveCount(1);
});

test("words of a note outlive the page, and replace another window's only once that was shown", async ({
  page,
  signInAs,
  anotherBrowser,
}) => {
  const other = await anotherBrowser();
  await signInAs("secretariat");
  await signInAs("secretariat", other);
  await page.goto(list);
  const code = (await page.locator("article.item").nth(4).getAttribute("id"))!;
  const [here, there] = [page, other].map((window) => ({
    box: window.getByLabel(`Your note on ${code}`),
    item: window.locator(`article[id="${code}"]`),
  })) as [{ box: Locator; item: Locator }, { box: Locator; item: Locator }];
  await here.item.getByText("Note for yourself").click();
  await here.box.fill("Made up: from here.");
  const unsaved = here.item.getByText("Not saved yet. It is kept in this browser.");
  await expect(unsaved).toBeVisible();
  // Nor does a phone, where an indicator with nothing to look at is one line, fold it away.
  await page.setViewportSize({ width: 360, height: 740 });
  await page.reload();
  await expect(here.box).toHaveValue("Made up: from here.");
  await expect(unsaved).toBeVisible();
  await expect(page.locator("article.item.folded .own-note summary").filter({ visible: true })).toHaveCount(1);
  await page.setViewportSize({ width: 1280, height: 800 });

  await other.goto(list);
  await there.item.getByText("Note for yourself").click();
  await there.box.fill("Made up: from there.");
  await there.item.getByRole("button", { name: "Keep the note" }).click();
  await expect(there.item.getByText("Kept.")).toBeVisible();

  const keep = here.item.getByRole("button", { name: "Keep the note" });
  await keep.click();
  await expect(here.item.getByText("Made up: from there.")).toBeVisible();
  await expect(here.box).toHaveValue("Made up: from here.");
  await keep.click();
  await expect(here.item.getByText("Kept.")).toBeVisible();
  await expect(unsaved).toHaveCount(0);
  await here.box.fill("");
  await keep.click();
  await expect(here.item.getByText("Forgotten.")).toBeVisible();
});
