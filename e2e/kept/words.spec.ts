import { entryForm } from "../support/entry-form";
import { expect, test } from "../support/fixtures";
import { giveReasons } from "../support/submit-report";
import { keptNames } from "./kept-texts";

// Words that somebody is writing outlive another row, a page that is opened anew, and a session that ended.

test("a half-written comment survives another row and a closed page, and is gone once it is stored @quick", async ({
  page,
  signInAs,
}) => {
  await signInAs("focal.thailand");
  await page.goto(`${entryForm}?goal=G3&rows=comfortable&indicator=G3.2.1-a`);
  const panel = page.getByRole("complementary", { name: /About/ });
  const comment = panel.getByLabel("Add a comment");
  await panel.getByText("Add a comment", { exact: true }).first().click();
  await comment.fill("Made up: two provinces");
  await page.locator('tr[id]:not([id="G3.2.1-a"])').getByRole("textbox").first().click();
  await expect(panel).not.toContainText("G3.2.1-a,");
  await page.locator('tr[id="G3.2.1-a"]').getByRole("textbox").first().click();
  await expect(comment).toBeVisible();
  await expect(comment).toHaveValue("Made up: two provinces");
  await page.goto("about:blank");
  await page.goto(`${entryForm}?goal=G3&rows=comfortable&indicator=G3.2.1-a`);
  await expect(comment).toHaveValue("Made up: two provinces");

  // Signed out meanwhile: nothing is stored, and nothing is lost.
  const cookies = await page.context().cookies();
  await page.context().clearCookies();
  await panel.getByRole("button", { name: "Add comment" }).click();
  await expect(panel.getByText(/You are signed out/)).toBeVisible();
  await page.context().addCookies(cookies);
  await page.goto("about:blank");
  await page.goto(`${entryForm}?goal=G3&rows=comfortable&indicator=G3.2.1-a`);
  await expect(comment).toHaveValue("Made up: two provinces");
  await panel.getByRole("button", { name: "Add comment" }).click();
  await expect(panel.getByText("Your comment was added.")).toBeVisible();
  await page.reload();
  await panel.getByText("Add a comment", { exact: true }).first().click();
  await expect(comment).toHaveValue("");
});

test("a narrative saves itself while it is written", async ({ page, signInAs }) => {
  await signInAs("focal.thailand");
  const narrative = `${entryForm}/narrative`;
  const text = page.locator('[id="text|P3|lessons"]');
  await page.goto(narrative);
  await text.fill("Made up: half");
  await text.press("Tab");
  await expect(page.getByText(/^Saved \d/)).toBeVisible();
  // What is written after it isn't saved, and isn't called so.
  await text.pressSequentially(" a");
  await expect(page.getByText(/^Saved \d/)).toHaveCount(0);
  await expect(page.getByText("Not saved yet", { exact: true })).toBeVisible();
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
  signInAs,
  anotherBrowser,
}) => {
  await signInAs("focal.thailand");
  const narrative = `${entryForm}/narrative`;
  const route = "**/api/reports/**/narratives";
  const text = page.locator('[id="text|P2|lessons"]');
  await page.goto(narrative);
  await page.route(route, (request) => request.abort());
  await text.fill("Mine, half");
  await text.blur();
  await expect(page.getByText(/Not saved yet: the server can’t be reached/)).toBeVisible();
  // Another browser of the same person: signed in, with nothing kept.
  const other = await anotherBrowser();
  await other.goto(narrative);
  await other.locator('[id="text|P2|lessons"]').fill("Theirs, whole");
  await other.getByRole("button", { name: "Save the narrative" }).first().click();
  await expect(other.getByText("Saved.")).toBeVisible();

  page.on("dialog", (dialog) => dialog.accept());
  await page.goto("about:blank");
  await page.unroute(route);
  await page.goto(narrative);
  await expect(text).toHaveValue("Mine, half");
  const conflict = page.getByRole("alert").filter({ hasText: "Theirs, whole" });
  await expect(conflict).toContainText("You changed this text in another window");
  await expect(conflict).toContainText(/Stored by .*, \d+ \w+ \d{4} at \d\d:\d\d/);
  await other.reload();
  await expect(other.locator('[id="text|P2|lessons"]')).toHaveValue("Theirs, whole");
  await page.getByRole("button", { name: "Keep what I wrote" }).click();
  await expect(page.getByText(/^Saved \d/)).toBeVisible();
  await page.goto(narrative);
  await expect(text).toHaveValue("Mine, half");
});

test("a query that nobody could store is asked once the reviewer is back, and never over another decision", async ({
  page,
  browser,
  baseURL,
  signInAs,
}) => {
  const here = "/en/spaiv/review/KHM/2017?tab=all";
  const item = page.locator('article[id="G4.2.2-b"]');
  const asked = page.getByLabel("Query to Cambodia on G4.2.2-b");
  await signInAs("secretariat");
  await page.goto(here);
  // Signed out meanwhile: whatever the page sends on its way out isn't stored either.
  const cookies = await page.context().cookies();
  await page.context().clearCookies();
  await item.getByRole("radio", { name: "Query" }).check();
  await asked.fill("Made up: half");
  await expect(item.getByText(/You are signed out/)).toBeVisible();
  await page.goto("about:blank");
  await page.context().addCookies(cookies);
  await page.goto(here);
  await expect(asked).toHaveValue("Made up: half");
  // Stored by this page, or already by the last one, whose way out may have gone after the reviewer was back.
  await expect.poll(async () => (await page.request.get(here)).text()).toContain("Made up: half");

  await page.context().clearCookies();
  await asked.fill("Made up: whole");
  await expect(item.getByText(/You are signed out/)).toBeVisible();
  await page.goto("about:blank");
  const other = await (await browser.newContext({ baseURL })).newPage();
  await signInAs("secretariat.second", other);
  await other.goto(here);
  const theirs = other.locator('article[id="G4.2.2-b"]');
  await theirs.getByRole("radio", { name: "Accept" }).check();
  await expect(theirs.getByText("Saved", { exact: true })).toBeVisible();
  await page.context().addCookies(cookies);
  await page.goto(here);
  await expect(item.getByText("You had begun a query here")).toBeVisible();
  await expect(item.getByText("Made up: whole")).toBeVisible();
  await expect(item.getByRole("radio", { name: "Accept" })).toBeChecked();
  await item.getByRole("button", { name: "Ask it all the same on G4.2.2-b" }).press("Enter");
  await expect(item.getByRole("radio", { name: "Query" })).toBeFocused();
  await expect(item.getByText("Saved", { exact: true })).toBeVisible();
  await page.reload();
  await expect(asked).toHaveValue("Made up: whole");
  await expect(item.getByText("You had begun a query here")).toHaveCount(0);
});

test("a half-written answer in words survives a closed page, and is gone once it is stored", async ({
  page,
  signInAs,
}) => {
  await signInAs("focal.thailand");
  const here = `${entryForm}/indicators/G5.3-b`;
  const answer = page.locator('[id="total|text"]');
  await page.goto(here);
  await answer.fill("Made up: two of the networks");
  // A page whose script hasn't begun keeps nothing yet.
  await expect.poll(() => keptNames(page)).toContainEqual(expect.stringMatching(/answer G5\.3-b$/));
  await page.goto("about:blank");
  await page.goto(here);
  await expect(answer).toHaveValue("Made up: two of the networks");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("Saved.")).toBeVisible();
  await answer.fill("");
  await page.goto("about:blank");
  await page.goto(here);
  // An answer that was emptied and not saved is a change as well.
  await expect(answer).toHaveValue("");
  await answer.fill("Made up: two of the networks");
  await page.goto(here);
  await expect(answer).toHaveValue("Made up: two of the networks");
});

test("numbers on an indicator's own page outlive a save without a line and a closed page, until they are stored", async ({
  page,
  signInAs,
}) => {
  await signInAs("focal.thailand");
  const here = `${entryForm}/indicators/G5.1-a`;
  const total = page.locator('[id="total|number"]');
  const part = page.locator('[name="sex=female;age=0-17|number"]');
  const before = page.getByText("stands in its fields again");
  await page.goto(here);
  await expect(before).toBeHidden();
  await total.fill("600");
  await part.fill("3");
  await page.context().setOffline(true);
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText(/The server didn’t answer/)).toBeVisible();
  await page.context().setOffline(false);
  await page.goto(`${entryForm}/check`);
  const kept = page.getByRole("status").filter({ hasText: "in this browser only" });
  await kept.getByRole("link", { name: "G5.1-a: the answer" }).click();
  await expect(total).toHaveValue("600");
  await expect(part).toHaveValue("3");
  await expect(before).toBeVisible();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("Saved.")).toBeVisible();
  await expect(before).toBeHidden();
  // Twice on one page, and typed otherwise than it is stored.
  await page.goto(`${entryForm}/indicators/G1.2-a`);
  for (const digit of ["0", "1"]) {
    await total.fill(`7,600,00${digit}`);
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await expect(total).toHaveValue(`760000${digit}`);
    await expect(before).toBeHidden();
  }
  await page.goto(`${entryForm}/check`);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(kept.getByRole("link", { name: /: the answer$/ })).toHaveCount(0);
});

test("the check lists what only this browser has; a text of the report holds up the submission, a comment doesn't", async ({
  page,
  signInAs,
}) => {
  await signInAs("focal.thailand");
  await page.goto(`${entryForm}/check`);
  await giveReasons(page);
  await page.goto(`${entryForm}/indicators/G3.2.1-a`);
  await page.getByLabel("Add a comment").fill("Made up: half a comment");
  await page.goto(`${entryForm}/narrative`);
  const cookies = await page.context().cookies();
  await page.context().clearCookies();
  await page.locator('[id="text|P4|challenges"]').fill("Made up: half a text");
  await page.locator('[id="text|P4|challenges"]').blur();
  await expect(page.getByText(/Not saved, but kept in this browser/)).toBeVisible();
  await page.context().addCookies(cookies);
  page.on("dialog", (dialog) => dialog.accept());
  await page.goto(`${entryForm}/check`);
  const kept = page.getByRole("status").filter({ hasText: "in this browser only" });
  await expect(kept.getByRole("listitem")).toHaveText(["G3.2.1-a: a comment", "Report narrative, P4: Challenges"]);
  await expect(page.getByText("You can submit once the report has what only this browser has.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Submit the report" })).toHaveCount(0);

  await kept.getByRole("link", { name: "Report narrative, P4: Challenges" }).click();
  await expect(page.locator('[id="text|P4|challenges"]')).toHaveValue("Made up: half a text");
  await expect(page.getByText(/^Saved \d/)).toBeVisible();
  await page.goto(`${entryForm}/check`);
  await expect(kept.getByRole("listitem")).toHaveText(["G3.2.1-a: a comment"]);
  await expect(page.getByRole("button", { name: "Submit the report" })).toBeVisible();
  await kept.getByRole("link", { name: "G3.2.1-a: a comment" }).click();
  await expect(page.getByLabel("Add a comment")).toHaveValue("Made up: half a comment");
});
