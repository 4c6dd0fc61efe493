import { expect, test } from "../support/fixtures";
import { heldScripts } from "../support/held-scripts";

test.use({ readsAlone: true });

// On a slow line a page stands there for a while before its scripts do. What a reader did meanwhile stays done.

test("a country chosen before the scripts came stays chosen, and stands in the address", async ({ page }) => {
  const line = await heldScripts(page);
  await page.goto("/en/spaiv/indicators/G6.2-a/2016", { waitUntil: "commit" });
  const choice = page.locator(".panel").getByRole("combobox");
  await choice.selectOption("VNM");
  await line.open();
  await expect(page.getByRole("region", { name: "Viet Nam, 2016" })).toBeVisible();
  await expect(choice).toHaveValue("VNM");
  await expect(page).toHaveURL("/en/spaiv/indicators/G6.2-a/2016?country=VNM");
});

test("status words asked for before the scripts came are shown", async ({ page }) => {
  const line = await heldScripts(page);
  await page.goto("/en/spaiv/2016", { waitUntil: "commit" });
  const words = page.getByLabel("Show status words");
  await words.check();
  await line.open();
  await expect(page.locator(".heat.with-words")).toBeVisible();
  await expect(words).toBeChecked();
});

test("on a phone the menu opens before the scripts came, and stays open", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  const line = await heldScripts(page);
  await page.goto("/en/spaiv/2016", { waitUntil: "commit" });
  const goals = page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Goals" });
  await expect(goals).toBeHidden();
  await page.getByRole("navigation", { name: "Main" }).getByText("Menu").click();
  await expect(goals).toBeVisible();
  await line.open();
  // Awake, it closes as every menu does.
  await expect(async () => {
    await page.keyboard.press("Escape");
    await expect(goals).toBeHidden({ timeout: 500 });
  }).toPass();
});

test("a field that only scripts can serve keeps its place, but takes no words before they came", async ({ page }) => {
  const line = await heldScripts(page);
  await page.goto("/en/spaiv/indicators", { waitUntil: "commit" });
  await expect(page.getByRole("heading", { name: /^G8/ })).toBeVisible();
  const find = page.locator("#find-indicator");
  await expect(find).toBeHidden();
  const { y } = (await find.boundingBox())!;
  await line.open();
  await find.fill("guardian");
  await expect(page.locator("main tbody tr:has(> th)")).toHaveCount(1);
  expect((await find.boundingBox())!.y).toBe(y);
});
