import { entryForm, row } from "../support/entry-form";
import { expect, test } from "../support/fixtures";

// What a screen reader hears first after sending a form: the page's title.

test("the title says Error once while any form is refused, and no longer", async ({ page, signInAs }) => {
  await signInAs("focal.thailand");
  await page.goto(`${entryForm}?goal=G5&rows=comfortable`);
  const plain = await page.title();
  await row(page, "G5.1-a").getByRole("textbox").first().click();
  for (const name of ["Add a comment", "Add a link instead"]) {
    const form = page.locator("details", { has: page.locator("summary", { hasText: name }) });
    await form.locator("summary").first().click();
    await form.getByRole("button", { name: /^Add (comment|the link)$/ }).click();
    await expect(page).toHaveTitle(`Error: ${plain}`);
  }
  await expect(page.getByRole("alert").filter({ hasText: "There is a problem" })).toHaveCount(2);
  await page.getByRole("textbox", { name: "Add a comment" }).fill("Made up: a word on it.");
  await page.getByRole("button", { name: "Add comment", exact: true }).click();
  await expect(page.getByRole("alert").filter({ hasText: "There is a problem" })).toHaveCount(1);
  await expect(page).toHaveTitle(`Error: ${plain}`);
  await row(page, "G5.4-a").getByRole("textbox").first().click();
  await expect(page).toHaveTitle(plain);
});

test("whichever form is refused, the title says so", async ({ page, signInAs }) => {
  await signInAs("focal.thailand");
  await page.goto(`${entryForm}/check`);
  await page.getByRole("button", { name: "Store the reasons" }).click();
  await expect(page).toHaveTitle(/^Error: Check your answers/);
  await signInAs("secretariat");
  await page.goto("/en/spaiv/review/KHM/2017/return");
  await page.getByRole("button", { name: "Return report" }).click();
  await expect(page).toHaveTitle(/^Error: (?!Error)/);
});

test("without a script too, the title says that a form was refused, and no longer once one is taken", async ({
  signInAs,
  anotherBrowser,
}) => {
  const page = await anotherBrowser({ javaScriptEnabled: false });
  await signInAs("focal.thailand", page);
  await page.goto(`${entryForm}/indicators/G6.2-a`);
  const plain = await page.title();
  expect(plain).not.toMatch(/^Error/);
  const title = async (expected: string | RegExp) => {
    await expect(page).toHaveTitle(expected);
    await expect(page.locator("title")).toHaveCount(1);
  };
  await page.getByRole("button", { name: "Add comment" }).click();
  await title(`Error: ${plain}`);
  await page.getByLabel("Add a comment").fill("Made up: a word on it.");
  await page.getByRole("button", { name: "Add comment" }).click();
  await expect(page.getByText("Your comment was added.")).toBeVisible();
  await title(plain);
  await page.getByText("Add a link instead").click();
  await page.getByRole("button", { name: "Add the link" }).click();
  await title(`Error: ${plain}`);
  const buffer = Buffer.from("no picture");
  await page.getByLabel("Add files").setInputFiles({ name: "Made up.png", mimeType: "image/png", buffer });
  await page.getByRole("button", { name: "Add the file" }).click();
  await title(`Error: ${plain}`);

  await page.goto(`${entryForm}/check`);
  await page.getByRole("button", { name: "Store the reasons" }).click();
  await title(/^Error: Check your answers/);
  await page.goto(`${entryForm}/import`);
  await page.getByRole("button", { name: "Preview" }).click();
  await title(/^Error: Import a file/);
});
