import { expect, test } from "../support/fixtures";

test.use({ readsAlone: true });

// What changed since the period before: the overview names as much of what worsened as of what improved, and leads to all.

const changes = "/en/spaiv/2016/changes";

test("from the overview to every change, and to those of one country that worsened", async ({ page, complaints }) => {
  await page.goto("/en/spaiv/2016");
  const summary = page.getByText(/\d+ worsened and \d+ stayed as they were/);
  const [, improved, worsened] = /(\d+) improved, (\d+) worsened/.exec((await summary.textContent()) ?? "") ?? [];
  await page.getByRole("link", { name: /^See all \d+ changes$/ }).click();
  await expect(page).toHaveURL(changes);
  const rows = (name: string) => page.getByRole("table", { name }).getByRole("rowheader");
  await expect(rows("Improved")).toHaveCount(Number(improved));
  await expect(rows("Worsened")).toHaveCount(Number(worsened));

  await page.getByLabel("Change", { exact: true }).selectOption("Worsened");
  await page.getByLabel("Country").selectOption("Viet Nam");
  await page.getByRole("button", { name: "Show", exact: true }).click();
  await expect(page).toHaveURL(`${changes}?direction=worsened&goal=&country=VNM`);
  await expect(page.getByRole("table", { name: "Improved" })).toHaveCount(0);
  await expect(page.getByLabel("Country")).toHaveValue("VNM");
  const chosen = await page.getByRole("table", { name: "Worsened" }).getByRole("row").all();
  expect(chosen.length).toBeGreaterThan(1);
  for (const row of chosen.slice(1)) await expect(row).toContainText("Viet Nam");

  // The choice survives a change of the language.
  await page.getByText("English", { exact: true }).first().click();
  await page.getByRole("link", { name: "ไทย" }).click();
  await expect(page).toHaveURL("/th/spaiv/2016/changes?direction=worsened&country=VNM");
  await expect(page.getByRole("table", { name: "แย่ลง" })).toBeVisible();
  expect(complaints).toEqual([]);
});

test("after going back, the choices are those of the list that is shown", async ({ page }) => {
  await page.goto(changes);
  const all = await page.getByText(/\d+ changes are shown/).textContent();
  await page.getByLabel("Country").selectOption("China");
  await page.getByRole("button", { name: "Show", exact: true }).click();
  await expect(page.getByText(/\d+ changes are shown/)).not.toHaveText(all!);
  await page.goBack();
  await expect(page.getByText(/\d+ changes are shown/)).toHaveText(all!);
  await expect(page.getByLabel("Country")).toHaveValue("");
});

test("says where there is nothing to compare with, and knows no goal that there isn't", async ({ page }) => {
  await page.goto("/en/spaiv/2015/changes");
  await expect(page.getByText("There are no results of a period before 2015 to compare with.")).toBeVisible();
  expect((await page.request.get(`${changes}?goal=G99`)).status()).toBe(404);
});

test.describe("without a script", () => {
  test.use({ javaScriptEnabled: false });

  test("the changes are chosen all the same", async ({ page }) => {
    await page.goto(changes);
    await page.getByLabel("Change", { exact: true }).selectOption("Improved");
    await page.getByLabel("Goal").selectOption({ index: 1 });
    await page.getByRole("button", { name: "Show", exact: true }).click();
    await expect(page).toHaveURL(`${changes}?direction=improved&goal=G1&country=`);
    await expect(page.getByRole("table", { name: "Worsened" })).toHaveCount(0);
    const rows = page.getByRole("table", { name: "Improved" }).getByRole("rowheader");
    expect(await rows.count()).toBeGreaterThan(0);
    for (const row of await rows.all()) await expect(row).toContainText(/^G1\./);
  });
});
