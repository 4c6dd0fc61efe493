import { expect, test } from "../support/fixtures";
import { heldScripts } from "../support/held-scripts";
import { expectStill } from "../support/layout-shift";
import { titles } from "../support/table-rows";

test.use({ readsAlone: true });

// A signed-in page reads on the server what its address asks of a table.

const reports = "/en/spaiv/reports";

test("the reports of a unit are sorted by the server as well, so that a shared order is there at once", async ({
  page,
  signInAs,
}) => {
  await signInAs("focal.thailand");
  await page.goto(reports);
  await expect(page.getByRole("button", { name: "Date" })).toBeVisible();
  const own = await titles(page);
  expect(own.length).toBeGreaterThan(1);
  // There are too few of them to look for one.
  await expect(page.getByLabel("Find a report")).toHaveCount(0);
  await page.getByRole("button", { name: "Date" }).click();
  await expect(page).toHaveURL(`${reports}?sort=day`);
  await expect(page.getByRole("columnheader", { name: "Date" })).toHaveAttribute("aria-sort", "ascending");
  const oldest = await titles(page);
  expect(oldest).toEqual([...own].reverse());
  const line = await heldScripts(page);
  await page.goto(`${reports}?sort=day&page=0&hide=secret`, { waitUntil: "commit" });
  await expect(page.getByRole("table")).toBeVisible();
  expect(await titles(page)).toEqual(oldest);
  await line.open();
  await expect(page.getByRole("button", { name: "Date" })).toBeVisible();
  expect(await titles(page)).toEqual(oldest);
  await expectStill(page, reports, 0.01);
});

test("without a script the heads of a signed-in table are links that sort", async ({ signInAs, anotherBrowser }) => {
  await signInAs("focal.thailand");
  const plain = await anotherBrowser({ javaScriptEnabled: false });
  await plain.goto(reports);
  const own = await titles(plain);
  await plain.getByRole("columnheader", { name: "Date" }).getByRole("link").click();
  await expect(plain).toHaveURL(`${reports}?sort=day`);
  await expect(plain.getByRole("columnheader", { name: "Date" })).toHaveAttribute("aria-sort", "ascending");
  expect(await titles(plain)).toEqual([...own].reverse());
});
