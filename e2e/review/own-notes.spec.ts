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
  await expect(item.getByText(/^Error:/)).toHaveCount(0);
  const faults = await axeOf(page).include(`article[id="${code}"]`).analyze();
  expect(faults.violations.map(({ id }) => id)).toEqual([]);
  await page.setViewportSize({ width: 360, height: 740 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);

  // There an indicator with nothing to look at is one line.
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.getByRole("link", { name: /^My notes/ }).click();
  await expect(page.locator("article.item")).toHaveCount(1);
  await page.locator("article.item").getByText("Your note").click();
  await expect(page.getByLabel(`Your note on ${code}`)).toHaveValue(words);

  await signInAs("secretariat.second", second);
  await second.goto("/en/spaiv/review/KHM/2017?tab=noted");
  await expect(second.locator("article.item")).toHaveCount(0);
  expect(await second.content()).not.toContain(words);

  await page.getByLabel(`Your note on ${code}`).fill("");
  await page.getByRole("button", { name: "Keep the note" }).click();
  await expect(page.getByText("Forgotten.")).toBeVisible();
});
