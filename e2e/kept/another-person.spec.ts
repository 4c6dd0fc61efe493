import { entryForm, hold } from "../support/entry-form";
import { expect, test } from "../support/fixtures";
import { signInByForm } from "../support/sign-in";

// Two tabs of one browser have one session: whoever signs in in one of them is signed in in the other, whose page is
// still the first person's.

const told = /is signed in to this browser now, and this page was opened for somebody else/;

test("what a page of one person sends is never stored as another's, and goes through once they are back @quick", async ({
  page,
  context,
}) => {
  await signInByForm(page, "focal.thailand");
  await page.goto(`${entryForm}?goal=G7&rows=comfortable&indicator=G7.1-c`);
  const narrative = await context.newPage();
  const words = narrative.locator('[id="text|P4|lessons"]');
  await narrative.goto(`${entryForm}/narrative`);
  const other = await context.newPage();
  await signInByForm(other, "prosecution.thailand");

  const row = page.locator('tr[id="G7.1-c"]');
  const field = row.getByRole("textbox").first();
  const before = await field.inputValue();
  await field.fill("41");
  await field.press("Enter");
  await expect(row).toContainText(told);
  await expect(row).toContainText("Contributor, Thailand is signed in");
  const panel = page.getByRole("complementary", { name: /About/ });
  await field.click();
  await panel.getByText("Add a comment", { exact: true }).first().click();
  await panel.getByLabel("Add a comment").fill("Made up: whose words?");
  await panel.getByRole("button", { name: "Add comment" }).click();
  await expect(panel.getByText(told)).toBeVisible();
  await expect(panel.getByLabel("Add a comment")).toHaveValue("Made up: whose words?");
  await words.fill("Made up: mine");
  await words.blur();
  await expect(narrative.getByText(told)).toBeVisible();

  await other.goto(`${entryForm}?goal=G7&rows=comfortable&indicator=G7.1-c`);
  await expect(other.locator('tr[id="G7.1-c"]').getByRole("textbox").first()).toHaveValue(before);
  await expect(other.getByText("Made up: whose words?")).toHaveCount(0);

  await signInByForm(other, "focal.thailand");
  await page.bringToFront();
  await panel.getByRole("button", { name: "Add comment" }).click();
  await expect(panel.getByText("Your comment was added.")).toBeVisible();
  await page.evaluate(() => window.dispatchEvent(new Event("online")));
  await expect(row).toContainText(/Saved \d/);
  await page.reload();
  await expect(field).toHaveValue("41");
});

test("whoever signs out is told first of values that only this browser has @quick", async ({ page }) => {
  await signInByForm(page, "focal.thailand");
  const menu = page.getByRole("banner").locator("details.menu").filter({ hasText: "Sign out" });
  const signOut = async () => {
    await menu.locator("summary").click();
    await menu.getByRole("button", { name: "Sign out" }).click();
  };
  const told = page.locator("#sign-out");
  await page.goto(`${entryForm}?goal=G7&rows=comfortable&indicator=G7.1-c`);
  await page.route("**/api/reports/**", (route) => route.abort());
  const row = page.locator('tr[id="G7.1-c"]');
  await hold(row.getByRole("textbox").first());
  await row.getByRole("textbox").first().fill("42");
  await row.getByRole("textbox").first().press("Enter");
  await expect(row).toContainText("queued");
  for (const here of [null, "/en/spaiv/2016"]) {
    if (here) await page.goto(here);
    await signOut();
    await expect(page).toHaveURL("/en/account#sign-out");
    await expect(told).toContainText("One change in THA 2017. Open the report to send them.");
    await expect(told).toContainText("If you sign out now");
  }
  await page.unrouteAll();
  await expect(told.getByRole("link")).toHaveAttribute("href", entryForm);
  await page.goto(`${entryForm}?goal=G7&rows=comfortable`);
  await expect(row).toContainText(/Saved \d/);
  await signOut();
  await expect(page).toHaveURL("/en/sign-in?signed-out");
});

test("no page of one person signs out another", async ({ page, context }) => {
  const menu = page.getByRole("banner").locator("details.menu").filter({ hasText: "Sign out" });
  await signInByForm(page, "focal.thailand");
  const other = await context.newPage();
  for (const here of ["/en/spaiv/work", "/en/spaiv/2016"]) {
    await page.goto(here);
    await menu.locator("summary").click();
    await signInByForm(other, "prosecution.thailand");
    await menu.getByRole("button", { name: "Sign out" }).click();
    await expect(menu.getByRole("alert")).toContainText(told);
    await expect(menu.getByRole("alert")).toContainText("Contributor, Thailand is signed in");
    await expect(page).toHaveURL(here);
    await other.goto("/en/account");
    await expect(other).toHaveURL("/en/account");

    await signInByForm(other, "focal.thailand");
    await page.bringToFront();
    await menu.getByRole("button", { name: "Sign out" }).click();
    await expect(page).toHaveURL("/en/sign-in?signed-out");
    await signInByForm(page, "focal.thailand");
  }
});

test.describe("without a script", () => {
  test.use({ javaScriptEnabled: false });

  test("signing out from another person's page is refused", async ({ page, context }) => {
    const other = await context.newPage();
    const account = page.getByRole("main");
    const menu = page.getByRole("banner").locator("details.menu").last();
    for (const place of [menu, account]) {
      await signInByForm(page, "focal.thailand");
      await page.goto("/en/account");
      if (place === menu) await menu.locator("summary").click();
      await signInByForm(other, "prosecution.thailand");
      await place.getByRole("button", { name: "Sign out" }).click();
      await expect(place.getByText(told)).toBeVisible();
      await other.goto("/en/account");
      await expect(other).toHaveURL("/en/account");
    }
    await account.getByRole("button", { name: "Sign out" }).click();
    await expect(page).toHaveURL("/en/sign-in?signed-out");
  });

  test("an answer sent from another person's page is refused, and stands in the form", async ({ page, context }) => {
    await signInByForm(page, "focal.thailand");
    const here = `${entryForm}/indicators/G7.1-c`;
    await page.goto(here);
    const other = await context.newPage();
    await signInByForm(other, "prosecution.thailand");
    await page.locator('[id="total|number"]').fill("43");
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await expect(page.getByText(told)).toBeVisible();
    await expect(page.locator('[id="total|number"]')).toHaveValue("43");
    await other.goto(here);
    await expect(other.locator('[id="total|number"]')).not.toHaveValue("43");
  });
});
