import { approveReport } from "../support/approve-report";
import { expect, test } from "../support/fixtures";
import { mustBeAccessible, mustFit } from "../support/look";
import { submitReport } from "../support/submit-report";

// What a release said and what became of it: a report is approved, released, reopened, corrected, and approved again.

const entryForm = "/en/spaiv/reports/KHM/2017";
const review = "/en/spaiv/review/KHM/2017";
const release = "/en/spaiv/releases/july-2018";
const told = "Made up: the inspections of one province were counted late.";
const internal = "Made up: Sokha forgot the log of the second half.";

test("a release lists what was corrected since, with both values and the reason that was written for readers", async ({
  page,
  browser,
  signInAs,
  anotherBrowser,
  request,
}) => {
  test.setTimeout(300_000);
  await signInAs("secretariat");
  await approveReport(page, review);
  await page.goto("/en/spaiv/publications/releases");
  await page.getByRole("textbox", { name: "Name", exact: true }).fill("Results, July 2018");
  await page.getByRole("textbox", { name: "Address" }).fill("july-2018");
  await page.getByRole("button", { name: "Name this release" }).click();
  await expect(page.getByText("Results, July 2018: results as they stood")).toBeVisible();
  await page.getByRole("link", { name: "What was corrected since" }).click();
  await expect(page).toHaveURL(`${release}/corrections`);
  await expect(page.getByText("No value of the release was corrected since")).toBeVisible();

  await page.goto(`${review}/reopen`);
  await page.getByLabel("Why").fill(internal);
  await page.getByLabel("What readers are told").fill(told);
  await page.getByRole("button", { name: "Reopen report" }).click();
  await expect(page.getByText("The report was reopened")).toBeVisible();
  await expect(page.getByText(`Readers are told: ${told}`)).toBeVisible();
  // Nothing of it is public before the report is approved again.
  expect(await (await request.get(`${release}/corrections`)).text()).not.toContain(told);

  const focalPoint = await (await browser.newContext()).newPage();
  await signInAs("focal.cambodia", focalPoint);
  await focalPoint.goto(`${entryForm}/indicators/G4.2.2-b`);
  await focalPoint.locator('[id="total|numerator"]').fill("97");
  await focalPoint.getByRole("button", { name: "Save", exact: true }).click();
  await expect(focalPoint.getByText("Saved.")).toBeVisible();
  await submitReport(focalPoint, entryForm);
  await approveReport(page, review);

  const reader = await anotherBrowser({ javaScriptEnabled: false });
  await reader.goto(`${release}/countries/KHM/2017`);
  await expect(reader.getByText("One value on this page was corrected since.")).toBeVisible();
  await reader.goto(`${release}/indicators/G4.2.2-b/2017`);
  await reader.getByRole("link", { name: "What was corrected since" }).click();
  const row = reader.getByRole("row", { name: /G4.2.2-b.*Cambodia, 2017: Total/ });
  await expect(row.getByRole("cell").nth(0)).toContainText("0.0% (0 of 168)");
  await expect(row.getByRole("cell").nth(1)).toContainText("57.7% (97 of 168)");
  await expect(row).toContainText("The report of Cambodia for 2017 was reopened, and approved again.");
  await expect(row).toContainText(told);
  await expect(reader.getByRole("main")).not.toContainText("Sokha");
  // Without a script axe can't look: the page is the same for all.
  await page.goto(`${release}/corrections`);
  await mustBeAccessible(page);
  // No such page is of the results as they are now, and the page doesn't lead to itself.
  await expect(page.getByRole("main").getByRole("link", { name: "What was corrected since" })).toHaveCount(0);
  await page.getByRole("link", { name: "See the results as they are now" }).click();
  await expect(page).toHaveURL("/en/spaiv");

  const file = await request.get(`${release}/corrections/csv`);
  expect(file.headers()["content-disposition"]).toContain("spaiv-july-2018-corrections-en.csv");
  expect(await file.text()).toMatch(
    /,G4\.2\.2-b,.*,KHM,Cambodia,2017,total,Total,0\.0,0,168,shown,.*,57\.7,97,168,shown,/,
  );
  expect((await request.get("/en/spaiv/corrections")).status()).toBe(404);

  const [words, value] = [["/en/spaiv/review/KHM/2016", { index: 1 }] as const, [review, "G4.2.2-b"] as const];
  for (const [report, part] of [words, value]) {
    await page.goto(`${report}/take-down`);
    await page.getByRole("combobox", { name: "What is taken down" }).selectOption(part);
    await page.getByRole("textbox", { name: "Reason" }).fill(internal);
    await page.getByRole("button", { name: "Take it down" }).click();
    await expect(page.getByText("It is taken down.")).toBeVisible({ timeout: 60_000 });
  }
  await reader.goto(`${release}/corrections`);
  // The value is no correction any more, and neither side of it is told.
  await expect(reader.getByText("No value of the release was corrected since")).toBeVisible();
  const takenDown = reader.getByRole("region", { name: "Taken down since" });
  await expect(takenDown.getByRole("row", { name: /G4.2.2-b.*Cambodia, 2017: Total/ })).toContainText(
    /taken down.*taken down.*Something was taken down/,
  );
  await expect(takenDown.getByRole("row", { name: /G4.2.2-b.*2017: Total/ })).toHaveCount(2);
  await expect(takenDown.getByRole("listitem")).toContainText(/Cambodia, 2016: Progress \(P1 .*\), taken down on \d/);
  await expect(reader.getByRole("main")).not.toContainText(/Sokha|57\.7|97 of 168/);
  // Where a page shows it as taken down, it says when that was.
  for (const place of ["countries/KHM/2017", "indicators/G4.2.2-b/2017"]) {
    await reader.goto(`${release}/${place}`);
    const notes = reader.getByText(/^Taken down: the secretariat took it off the public site on \d+ \w+ \d{4}\.$/);
    await expect(notes.first()).toBeVisible();
  }
  const since = await (await request.get(`${release}/corrections/csv`)).text();
  expect(since).toMatch(/,G4\.2\.2-b,.*,KHM,Cambodia,2017,total,Total,,,,missing,takenDown,/);
  expect(since).not.toMatch(/Sokha|,97,168,/);
  await page.setViewportSize({ width: 360, height: 800 });
  await page.goto(`${release}/corrections`);
  await mustFit(page);
  await mustBeAccessible(page);
});
