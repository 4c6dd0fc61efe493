import AxeBuilder from "@axe-core/playwright";
import { entryForm } from "../support/entry-form";
import { expect, test } from "../support/fixtures";
import { mustHoldFocus } from "../support/look";

const work = "/en/spaiv/work";
const code = "G7.2.2-a";

test("a focal point tells a contributor of a comment by @; they find it among their work, and answer it", async ({
  page,
  signInAs,
  anotherBrowser,
}) => {
  test.setTimeout(120_000);
  await signInAs("focal.thailand");
  await page.goto(`${entryForm}/indicators/${code}`);
  const box = page.getByRole("textbox", { name: "Add a comment" });
  await box.pressSequentially("Made up: please look at the second half @attor");
  const option = page.getByRole("option", { name: /Attorney/ });
  await expect(option).toHaveCount(1);
  await expect(page.getByRole("status").filter({ hasText: "One person" })).toHaveCount(1);
  expect((await new AxeBuilder({ page }).include(".telling").analyze()).violations).toEqual([]);
  await box.press("ArrowDown");
  await box.press("Enter");
  await expect(option).toHaveCount(0);
  await expect(box).toHaveValue("Made up: please look at the second half ");
  await expect(box).toBeFocused();
  await expect(page.getByRole("group", { name: "Tell" }).getByRole("checkbox", { checked: true })).toHaveCount(1);
  await page.getByRole("button", { name: "Add comment" }).click();
  await expect(page.getByText(/^Told to /)).toBeVisible();

  const theirs = await anotherBrowser();
  await signInAs("prosecution.thailand", theirs);
  await theirs.goto(work);
  const told = theirs.getByRole("region", { name: "Addressed to you" });
  await expect(told).toContainText("please look at the second half");
  await told.getByRole("link", { name: new RegExp(code) }).click();
  await expect(theirs).toHaveURL(/#comments$/);
  await theirs.getByRole("textbox", { name: "Add a comment" }).fill("Made up: looked at, and right.");
  await theirs.getByRole("group", { name: "Tell" }).getByRole("checkbox").first().check();
  await theirs.getByRole("button", { name: "Add comment" }).click();
  await expect(theirs.getByText("Made up: looked at, and right.").first()).toBeVisible();
  await theirs.goto(work);
  await expect(theirs.getByRole("region", { name: "Addressed to you" })).toHaveCount(0);
});

test("without a script people are told by boxes, and say by a button that they saw it", async ({
  page,
  signInAs,
  anotherBrowser,
}) => {
  const plain = await anotherBrowser({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } });
  await signInAs("prosecution.thailand", plain);
  await plain.goto(`${entryForm}/indicators/${code}`);
  // Nothing hears it there.
  await expect(plain.getByText("Type @")).toBeHidden();
  await plain.getByLabel("Add a comment").fill("Made up: the court has no figures.");
  await plain
    .getByRole("group", { name: "Tell" })
    .getByLabel(/Focal point|Social Development/)
    .first()
    .check();
  await plain.getByRole("button", { name: "Add comment" }).click();
  await expect(plain.getByText(/^Told to /).last()).toBeVisible();

  await signInAs("focal.thailand");
  await page.goto(work);
  const told = page.getByRole("region", { name: "Addressed to you" });
  await expect(told).toContainText("the court has no figures");
  await told.getByRole("button", { name: `Seen: comment on ${code}` }).press("Enter");
  await expect(told).toHaveCount(0);
  await mustHoldFocus(page);
});

test("who was chosen in the panel stays chosen, whichever row is looked at meanwhile", async ({ page, signInAs }) => {
  await signInAs("focal.thailand");
  await page.goto(`${entryForm}?indicator=${code}`);
  const panel = page.locator("#about-indicator");
  await panel.getByText("Add a comment", { exact: true }).first().click();
  const box = panel.getByRole("textbox", { name: "Add a comment" });
  await box.pressSequentially("Made up: half a thought @");
  await expect(panel.getByRole("option").first()).toBeVisible();
  // Neither of them chooses anybody yet.
  await box.press("Tab");
  await expect(panel.getByRole("listbox")).toHaveCount(0);
  const ticked = panel.getByRole("group", { name: "Tell" }).getByRole("checkbox", { checked: true });
  await expect(ticked).toHaveCount(0);
  await box.press("End");
  await box.pressSequentially("attor");
  await box.press("Enter");
  await expect(ticked).toHaveCount(1);
  await page.goto(`${entryForm}?indicator=G7.1-a`);
  await expect(panel.getByText("G7.1-a").first()).toBeVisible();
  await page.goto(`${entryForm}?indicator=${code}`);
  await expect(box).toHaveValue("Made up: half a thought ");
  await expect(ticked).toHaveCount(1);
  await panel.getByRole("button", { name: "Add comment" }).click();
  await expect(panel.getByText("Made up: half a thought").first()).toBeVisible();
  await expect(panel.getByText(/^Told to /).first()).toBeVisible();
});

test("the panel of the sheet offers people too, once somebody begins to write", async ({ page, signInAs }) => {
  await signInAs("focal.thailand");
  await page.goto(`${entryForm}?indicator=${code}`);
  const panel = page.locator("#about-indicator");
  await panel.getByText("Add a comment", { exact: true }).first().click();
  const box = panel.getByRole("textbox", { name: "Add a comment" });
  await box.pressSequentially("Made up: from the panel @");
  await expect(panel.getByRole("listbox", { name: "Tell" }).getByRole("option").first()).toBeVisible();
  await box.press("Escape");
  await expect(panel.getByRole("listbox")).toHaveCount(0);
  await expect(box).toHaveValue("Made up: from the panel @");
  await expect(box).toBeFocused();
});
