import type { Page } from "@playwright/test";
import { expect, plainPhone, test } from "../support/fixtures";

// Another threshold of small counts: what it changes is shown first, then public pages say so; a release says what it said.

const smallCounts = "/en/settings/spaiv/small-counts";
const text = async (page: Page, address: string) => {
  await page.goto(address);
  return (await page.getByRole("main").textContent())!;
};

test("the secretariat raises the threshold to 11 as shown; the older release still says <5", async ({
  page,
  anotherBrowser,
  signInAs,
}) => {
  test.setTimeout(400_000);
  // Each of them signs in for itself, and the reader doesn't.
  const reader = await anotherBrowser({});
  const plain = await anotherBrowser(plainPhone);
  await signInAs("secretariat");
  await page.goto("/en/spaiv/publications");
  await page.getByRole("link", { name: "Name a release" }).click();
  await page.getByRole("textbox", { name: "Name", exact: true }).fill("June 2018");
  await page.getByRole("textbox", { name: "Address" }).fill("june-2018");
  await page.getByRole("button", { name: "Name this release" }).click();
  await expect(page).toHaveURL("/en/spaiv/releases/june-2018");
  const about = "/en/spaiv/about";
  expect(await text(reader, about)).toContain("<5");

  // Without a script too, and what is no threshold is refused with what was typed.
  await signInAs("administrator", plain);
  await plain.goto("/en/settings");
  await plain.getByRole("link", { name: /^Threshold of small counts/ }).click();
  await expect(plain).toHaveURL(smallCounts);
  await plain.getByRole("textbox", { name: "Another threshold" }).fill("2");
  await plain.getByRole("button", { name: "Show what it changes" }).click();
  await expect(plain.getByText("Write a whole number from 3 to 20")).toBeVisible();
  await expect(plain.getByRole("textbox", { name: "Another threshold" })).toHaveValue("2");

  await page.goto("/en/manage");
  await page.getByRole("main").getByRole("link", { name: "Small counts" }).click();
  await page.getByRole("textbox", { name: "Another threshold" }).fill("11");
  await page.getByRole("button", { name: "Show what it changes" }).click();
  const set = page.getByRole("button", { name: "Set the threshold to 11" });
  await expect(set).toBeVisible({ timeout: 180_000 });
  await expect(page.getByText(/values that show now would be hidden/)).toBeVisible();
  await expect(page.getByText(/can’t be protected any more: earlier versions gave them away/)).toBeVisible();
  // An indicator of which something would show as <11, to be found in its file.
  const details = page
    .locator("details")
    .filter({ has: page.locator("table"), hasText: "<11" })
    .first();
  await details.locator("summary").click();
  const [code = ""] = (await details.locator("summary").textContent())!.split(" ");
  const row = details.getByRole("row").filter({ hasText: "<11" }).first();
  await expect(row).toBeVisible();
  const period = (await row.getByRole("cell").first().textContent())!;
  const file = `/indicators/${code}/${period}/csv`;
  await set.click();
  await expect(page.getByText(/^The threshold is 11\./)).toBeVisible({ timeout: 180_000 });

  const now = await text(reader, about);
  expect(now).toContain("<11");
  expect(now).toContain("The threshold was another one before: <5 may stand beside <11");
  const csv = async (root: string) => (await reader.request.get(`${root}${file}`)).text();
  expect(await csv("/en/spaiv")).toContain("<11");
  expect(await csv("/en/spaiv/releases/june-2018")).not.toContain("<11");
  const released = await text(reader, "/en/spaiv/releases/june-2018/about");
  expect(released).toContain("<5");
  expect(released).not.toContain("<11");

  await signInAs("focal.thailand", plain);
  expect((await plain.goto(smallCounts))?.status()).toBe(404);
});
