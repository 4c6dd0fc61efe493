import { entryForm, field, hold, row } from "../support/entry-form";
import { expect, test } from "../support/fixtures";
import { mustHoldFocus } from "../support/look";

const matrix = "/en/spaiv/assignments?unit=THA&period=2017";
const next = "/en/spaiv/assignments?unit=THA&period=2018";

test("a focal point assigns by bulk and copies on; the contributor hands back, and is asked again @quick", async ({
  page,
  browser,
  signInAs,
}) => {
  test.setTimeout(180_000);
  await signInAs("focal.thailand");
  await page.goto(matrix);
  await page.getByLabel("Goal").selectOption("G2");
  await page.getByLabel("Assign what is shown to").selectOption({ index: 1 });
  await page.getByRole("button", { name: /^Assign all \d+ shown$/ }).click();
  await expect(page.getByRole("status").filter({ hasText: "changes aren’t saved" })).toBeVisible();
  await page.getByRole("button", { name: "Save assignments" }).click();
  await expect(page.getByText(/assignments were added/)).toBeVisible();
  await expect(page.getByText("Nothing to save")).toBeVisible();

  // One Tab stop, arrows inside.
  const boxes = page.locator(".matrix [data-at]");
  await expect(page.locator('.matrix [tabindex="0"]')).toHaveCount(1);
  await page.locator('.matrix [tabindex="0"]').focus();
  await page.keyboard.press("ArrowDown");
  await expect(page.locator(".matrix input:focus")).toBeChecked();
  expect(await boxes.count()).toBeGreaterThan(50);

  await page.goto(next);
  await page.getByRole("button", { name: "Copy those of 2017" }).click();
  await expect(page.getByText(/assignments of 2017 were copied/)).toBeVisible();

  const context = await browser.newContext();
  const theirs = await context.newPage();
  await signInAs("prosecution.thailand", theirs);
  await theirs.goto("/en/spaiv/reports/THA/2018/check");
  await expect(theirs.getByRole("heading", { name: "Hand back your part" })).toBeVisible();
  expect(await theirs.content()).not.toContain("G5.1-a");
  await theirs.getByRole("button", { name: "Hand back" }).click();
  await expect(theirs.getByRole("alert").first()).toContainText("no answer yet");
  await theirs.getByLabel("Comment").fill("Made up: the courts count in March.");
  await theirs.getByRole("button", { name: "Hand back" }).click();
  await expect(theirs.getByText("You handed your part back. The focal point is told.")).toBeVisible();
  await theirs.goto(matrix);
  await expect(theirs.getByRole("button", { name: "Save assignments" })).toHaveCount(0);

  await page.goto("/en/spaiv/work");
  const contributors = page.getByRole("region", { name: /^Contributors, .*2018/ });
  await expect(
    contributors.getByText(/Attorney General.* handed back on .* left|handed back on .* left/),
  ).toBeVisible();
  await page.getByRole("link", { name: "See what was handed back" }).first().click();
  await page.getByText(/^Not yet \(/).click();
  await page.getByLabel("What is missing").fill("Made up: the appeals.");
  await page.getByRole("button", { name: "Ask again" }).click();
  await expect(page.getByText("The contributor is asked again.")).toBeVisible();
  await theirs.goto("/en/spaiv/reports/THA/2018/check");
  await expect(theirs.getByText("Made up: the appeals.")).toBeVisible();
  await context.close();
});

test("the matrix is narrowed before its script comes, and what was chosen by then holds when it does", async ({
  page,
  signInAs,
}) => {
  await signInAs("focal.thailand");
  const scripts = /_next\/static\/.*\.js/;
  await page.route(scripts, (route) => route.abort());
  await page.goto(matrix);
  await page.getByLabel("Goal").selectOption("G3");
  await page.getByRole("button", { name: "Show", exact: true }).click();
  await expect(page).toHaveURL(/goal=G3/);
  const goals = page.locator(".matrix tr.goal:not([hidden])");
  await expect(goals).toHaveCount(1);

  await page.unroute(scripts);
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(scripts, async (route) => {
    await released;
    await route.continue();
  });
  await page.goto(matrix, { waitUntil: "commit" });
  await page.getByLabel("Goal").selectOption("G2");
  release();
  await expect(goals).toHaveCount(1);
  await expect(goals).toContainText("G2");
  await expect(page.getByLabel("Goal")).toHaveValue("G2");
  await expect(page.getByRole("button", { name: "Show", exact: true })).toHaveCount(0);
});

test("a focal point takes an indicator over, which its contributor then no longer has", async ({
  page,
  signInAs,
  anotherBrowser,
}) => {
  const theirs = await anotherBrowser();
  await signInAs("prosecution.thailand", theirs);
  await theirs.goto(entryForm);
  await hold(field(theirs, "G7.2.2-a"));
  await signInAs("focal.thailand");
  await page.goto(`${entryForm}?goal=G7&indicator=G7.2.2-a`);
  const about = page.locator("#about-indicator");
  await expect(about.getByText("Contributor, Thailand", { exact: true })).toBeVisible();
  await about.getByText("Take it over", { exact: true }).click();
  await about.getByRole("button", { name: "Take over", exact: true }).press("Enter");
  await expect(about.getByText("Focal points alone.")).toBeVisible();
  await mustHoldFocus(page);
  await expect(field(page, "G7.2.2-a")).toBeEditable();
  // Whoever is typing in it meanwhile is told why it isn't stored, and whom to ask.
  const why = /isn’t assigned to you, or isn’t any more.*Ask the focal point/;
  await field(theirs, "G7.2.2-a").fill("77");
  await field(theirs, "G7.2.2-a").press("Enter");
  await expect(row(theirs, "G7.2.2-a")).toContainText(why);
  await theirs.goto(entryForm);
  await expect(row(theirs, "G7.1-a")).toBeVisible();
  await expect(row(theirs, "G7.2.2-a")).toHaveCount(0);
  await theirs.goto("/en/spaiv/work");
  const kept = theirs.getByText("was refused and isn’t sent again");
  await expect(theirs.getByText("Open the report to send")).toHaveCount(0);
  await kept.getByRole("link").click();
  const left = theirs.locator(".elsewhere");
  await expect(left).toContainText(why);
  await expect(left).toContainText("77");
  // It has no row that a link could lead to.
  await expect(left.getByRole("link")).toHaveCount(0);
  await left.getByRole("button", { name: /^Discard it/ }).press("Enter");
  await expect(left).toHaveCount(0);
  await mustHoldFocus(theirs);
  await theirs.goto("/en/spaiv/work");
  await expect(kept).toHaveCount(0);
  const told = theirs.getByRole("region", { name: "Addressed to you" });
  await expect(told).toContainText("Taken from you by");
  // They can't read it there any more.
  await expect(told.getByRole("link")).toHaveCount(0);
  await told.getByRole("button", { name: "Seen: taking over of G7.2.2-a" }).press("Enter");
  await expect(told).toHaveCount(0);
  await mustHoldFocus(theirs);
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });
  test("the matrix is a plain form", async ({ page, signInAs }) => {
    await signInAs("focal.thailand");
    await page.goto(`${matrix}&goal=G3`);
    const box = page.locator('.matrix tr:not([hidden]) input[name="assigned"]').first();
    await box.check();
    await page.getByRole("button", { name: "Save assignments" }).click();
    await expect(page.getByText("One assignment was added.")).toBeVisible();
    await expect(page.locator('.matrix tr:not([hidden]) input[name="assigned"]').first()).toBeChecked();
  });
});
