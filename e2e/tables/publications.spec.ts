import type { Page } from "@playwright/test";
import { expect, test } from "../support/fixtures";
import { chooseCountryReport, make } from "../support/publications";

// The server finds, orders and cuts the list of publications, which may be long.

const list = "/en/spaiv/publications";
const table = (page: Page) => page.getByRole("table", { name: "Made so far" });
const names = (page: Page) => table(page).getByRole("rowheader").allTextContents();
const head = (page: Page, name: string) => table(page).getByRole("columnheader", { name });

test("publications are ordered and found by the server, for every reader of the address", async ({
  page,
  signInAs,
  anotherBrowser,
}) => {
  test.slow();
  await signInAs("secretariat");
  for (const country of ["Cambodia", "Viet Nam", "Cambodia"]) {
    await chooseCountryReport(page, country);
    for (const file of ["PDF", "Word document", "Web page", "Workbook"])
      await page.getByRole("checkbox", { name: file }).uncheck();
    await make(page);
  }
  // A link from before the list was a table: its page is the last where there are fewer.
  await page.goto(`${list}?page=2`);
  await expect(head(page, "Publication").getByRole("button")).toBeVisible();
  const own = await names(page);
  expect(own.length).toBeGreaterThanOrEqual(3);
  expect(own[0]).toBe("Country report: Cambodia, 2016");
  await head(page, "Publication").getByRole("button").click();
  await expect(page).toHaveURL(`${list}?sort=name`);
  await expect(head(page, "Publication")).toHaveAttribute("aria-sort", "ascending");
  const { compare } = new Intl.Collator("en", { numeric: true });
  await expect.poll(() => names(page)).toEqual([...own].sort(compare));
  await page.goto(`${list}?find=2016%20cambodia&sort=-requested`);
  const found = table(page).getByRole("rowheader");
  const expectFound = async (reader: Page, country: string) => {
    await expect(reader.getByLabel("Find a publication")).toBeVisible();
    await expect(table(reader).getByRole("rowheader").filter({ hasNotText: country })).toHaveCount(0);
    const shown = await names(reader);
    expect(shown.length).toBeGreaterThan(0);
    await expect(reader.getByRole("status").first()).toHaveText(new RegExp(`^${shown.length} of \\d+ publications$`));
  };
  await expectFound(page, "Cambodia");
  await page.getByLabel("Find a publication").fill("viet nam");
  await expect(found.filter({ hasText: "Viet Nam" }).first()).toBeVisible();
  await expect(page).toHaveURL(`${list}?find=viet+nam&sort=-requested`);
  await expectFound(page, "Viet Nam");
  await page.reload();
  await expectFound(page, "Viet Nam");
  const other = await anotherBrowser();
  await other.goto(page.url());
  await expectFound(other, "Viet Nam");
  await page.getByLabel("Find a publication").fill("zzzz");
  await expect(page.getByText("No publication has these words.")).toBeVisible();
  await page.getByRole("button", { name: "Show all" }).click();
  await expect(found.filter({ hasText: "Cambodia" }).first()).toBeVisible();
  await expect(page).toHaveURL(`${list}?sort=-requested`);

  const plain = await anotherBrowser({ javaScriptEnabled: false });
  await plain.goto(`${list}?find=cambodia`);
  await head(plain, "Requested").getByRole("link").click();
  await expect(plain).toHaveURL(`${list}?find=cambodia&sort=requested`);
  await expect(head(plain, "Requested")).toHaveAttribute("aria-sort", "ascending");
  for (const name of await names(plain)) expect(name).toContain("Cambodia");
  // What can be done with one stands in its row, and says what it means.
  const row = plain.getByRole("row").filter({ hasText: "Cambodia" }).last();
  await row.locator("summary").click();
  await expect(row.getByRole("button", { name: /^(Make it again|Cancel this publication)$/ })).toBeVisible();
});
