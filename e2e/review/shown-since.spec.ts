import { expect, test } from "../support/fixtures";

const list = "/en/spaiv/review/KHM/2017?tab=undecided";

test("what an undoing brings back to a list that was read without it is told, and shown", async ({
  page,
  signInAs,
}) => {
  await signInAs("secretariat");
  await page.goto(list);
  const items = page.locator("article.item");
  const since = page.getByText(/more are undecided by now/);
  const all = await items.count();
  await page.getByRole("button", { name: /^Accept \d+ indicators at once/ }).click();
  const undo = page.getByRole("region", { name: "Accept at once" }).getByRole("button", { name: /^Undo/ });
  await expect(undo).toBeVisible();
  await page.reload();
  await expect(undo).toBeVisible();
  const left = await items.count();
  expect(left).toBeLessThan(all);
  await expect(since).toHaveCount(0);

  // Words that are being written go along.
  const first = items.first();
  const code = (await first.getAttribute("id"))!;
  await first.getByRole("radio", { name: "Query" }).check();
  await undo.click();
  await expect(since).toHaveText(`${all - left} more are undecided by now. Show the whole list`);
  await expect(page.getByRole("link", { name: `Undecided ${all}` })).toHaveCount(1);
  await expect(items).toHaveCount(left);
  await page.getByLabel(`Query to Cambodia on ${code}`).pressSequentially("Made up");
  await page.getByRole("link", { name: "Show the whole list" }).click();
  await expect(since).toHaveCount(0);
  await expect(page).toHaveURL(list);
  expect(await items.count()).toBeGreaterThanOrEqual(all - 1);
  await page.goto("/en/spaiv/review/KHM/2017?tab=all");
  await expect(page.getByLabel(`Query to Cambodia on ${code}`)).toHaveValue("Made up");
});
