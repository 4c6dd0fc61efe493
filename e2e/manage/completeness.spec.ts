import { expect, plainPhone, test } from "../support/fixtures";
import { mustFit } from "../support/look";

// How far each report is, who is asked to go on, and where each cell leads.

const board = "/en/spaiv/completeness";

test("cells lead to their reports, a period opens goal by goal, and a country is reminded once @quick", async ({
  page,
  signInAs,
}) => {
  await signInAs("secretariat");
  await page.goto(board);
  await page.getByRole("link", { name: "Submitted (Cambodia, 2017)" }).click();
  await expect(page).toHaveURL("/en/spaiv/review/KHM/2017");
  await page.goto(board);
  await page.getByRole("columnheader").getByRole("link", { name: "2017" }).click();
  await expect(page).toHaveURL(`${board}?period=2017`);
  const row = page.getByRole("row", { name: /^Lao PDR/ });
  await expect(row).toContainText("Draft");
  await row.getByRole("button", { name: /^Remind/ }).click();
  await expect(page.getByText("A reminder of the 2017 report of Lao PDR goes out.")).toBeVisible();
  await expect(page).toHaveURL(/period=2017/);
  await expect(row).toContainText("Reminded today");
  await expect(row.getByRole("button", { name: /^Remind/ })).toHaveCount(0);
  // What was submitted waits for the secretariat itself.
  await expect(page.getByRole("row", { name: /^Cambodia/ }).getByRole("button")).toHaveCount(0);
});

test("on a phone without a script the board scrolls inside itself, and reminds", async ({
  anotherBrowser,
  signInAs,
}) => {
  await signInAs("secretariat");
  const phone = await anotherBrowser(plainPhone);
  await phone.goto(board);
  await mustFit(phone);
  await phone.getByRole("button", { name: "Remind (Viet Nam, 2017)" }).click();
  await expect(phone.getByText("A reminder of the 2017 report of Viet Nam goes out.")).toBeVisible();
  await expect(phone.getByRole("button", { name: "Remind (Viet Nam, 2017)" })).toHaveCount(0);
});

test("a focal point sees the own country alone", async ({ page, signInAs }) => {
  await signInAs("focal.thailand");
  await page.goto(board);
  await expect(page.getByRole("rowheader")).toHaveText(["Thailand"]);
  await page.getByRole("cell").getByRole("link").first().click();
  await expect(page).toHaveURL(/\/en\/spaiv\/reports\/THA\/\d{4}$/);
});
