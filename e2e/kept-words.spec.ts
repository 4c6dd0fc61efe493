import { room } from "./entry-room";
import { expect, test } from "./fixtures";

// Words that somebody is writing outlive another row, a page that is opened anew, and a session that ended.

test("a half-written comment survives another row and a closed page, and is gone once it is stored", async ({
  page,
  signInAs,
}) => {
  await signInAs("focal.thailand");
  await page.goto(`${room}?goal=G3&indicator=G3.2.1-a`);
  const panel = page.getByRole("complementary", { name: /About/ });
  const comment = panel.getByLabel("Add a comment");
  await panel.getByText("Add a comment", { exact: true }).first().click();
  await comment.fill("Made up: two provinces");
  await panel.getByLabel("Show this comment to the public").check();
  await page.locator('tr[id]:not([id="G3.2.1-a"])').getByRole("textbox").first().click();
  await expect(panel).not.toContainText("G3.2.1-a,");
  await page.locator('tr[id="G3.2.1-a"]').getByRole("textbox").first().click();
  await expect(comment).toBeVisible();
  await expect(comment).toHaveValue("Made up: two provinces");
  await page.goto("about:blank");
  await page.goto(`${room}?goal=G3&indicator=G3.2.1-a`);
  await expect(comment).toHaveValue("Made up: two provinces");
  await expect(panel.getByLabel("Show this comment to the public")).toBeChecked();

  // Signed out meanwhile: nothing is stored, and nothing is lost.
  const cookies = await page.context().cookies();
  await page.context().clearCookies();
  await panel.getByRole("button", { name: "Add comment" }).click();
  await expect(panel.getByText(/You are signed out/)).toBeVisible();
  await page.context().addCookies(cookies);
  await page.goto("about:blank");
  await page.goto(`${room}?goal=G3&indicator=G3.2.1-a`);
  await expect(comment).toHaveValue("Made up: two provinces");
  await panel.getByRole("button", { name: "Add comment" }).click();
  await expect(panel.getByText("Your comment was added.")).toBeVisible();
  await page.reload();
  await panel.getByText("Add a comment", { exact: true }).first().click();
  await expect(comment).toHaveValue("");
});

test("a narrative saves itself while it is written", async ({ page, signInAs }) => {
  await signInAs("focal.thailand");
  const narrative = `${room}/narrative`;
  const text = page.locator('[id="text|P3|lessons"]');
  await page.goto(narrative);
  await text.fill("Made up: half");
  await text.press("Tab");
  await expect(page.getByText(/^Saved \d/)).toBeVisible();
  // Nobody leaves the field: a pause is enough.
  const [answer] = await Promise.all([
    page.waitForResponse("**/api/reports/**/narratives"),
    text.fill("Made up: whole"),
  ]);
  expect(answer.status()).toBe(200);
  await page.getByRole("button", { name: "Save the narrative" }).first().click();
  await expect(page.getByText("Saved.")).toBeVisible();
  await page.goto(narrative);
  await expect(text).toHaveValue("Made up: whole");
});

test("a half-written narrative survives a closed page, and replaces nothing newer unasked", async ({
  page,
  context,
  browser,
  baseURL,
  signInAs,
}) => {
  await signInAs("focal.thailand");
  const narrative = `${room}/narrative`;
  const route = "**/api/reports/**/narratives";
  const text = page.locator('[id="text|P2|lessons"]');
  await page.goto(narrative);
  await page.route(route, (request) => request.abort());
  await text.fill("Mine, half");
  await text.blur();
  await expect(page.getByText(/Not saved yet: the server can’t be reached/)).toBeVisible();
  // Another browser of the same person: signed in, with nothing kept.
  const { cookies } = await context.storageState();
  const other = await (await browser.newContext({ baseURL, storageState: { cookies, origins: [] } })).newPage();
  await other.goto(narrative);
  await other.locator('[id="text|P2|lessons"]').fill("Theirs, whole");
  await other.getByRole("button", { name: "Save the narrative" }).first().click();
  await expect(other.getByText("Saved.")).toBeVisible();

  page.on("dialog", (dialog) => dialog.accept());
  await page.goto("about:blank");
  await page.unroute(route);
  await page.goto(narrative);
  await expect(text).toHaveValue("Mine, half");
  await expect(page.getByRole("alert").getByText("Theirs, whole")).toBeVisible();
  await other.reload();
  await expect(other.locator('[id="text|P2|lessons"]')).toHaveValue("Theirs, whole");
  await page.getByRole("button", { name: "Keep what I wrote" }).click();
  await expect(page.getByText(/^Saved \d/)).toBeVisible();
  await page.goto(narrative);
  await expect(text).toHaveValue("Mine, half");
});
