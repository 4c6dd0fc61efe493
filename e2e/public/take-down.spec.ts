import { expect, test } from "../support/fixtures";
import { mustFit } from "../support/look";
import { chooseCountryReport, isReady, make } from "../support/publications";

// What the secretariat takes down is gone from every page and file, from a release as well, and comes back.

const report = "/en/spaiv/review/KHM/2016";
const root = "/en/spaiv";
const release = `${root}/releases/made-up`;

test("a narrative and a value are taken down without a script, also from a release, and restored", async ({
  page,
  anotherBrowser,
  signInAs,
  request,
}) => {
  test.setTimeout(300_000);
  const plain = await anotherBrowser({ javaScriptEnabled: false });
  await signInAs("secretariat", plain);
  await plain.goto(`${root}/publications/releases`);
  await plain.getByRole("textbox", { name: "Name", exact: true }).fill("Made up");
  await plain.getByRole("textbox", { name: "Address" }).fill("made-up");
  await plain.getByRole("button", { name: "Name this release" }).click();
  await expect(plain).toHaveURL(release);

  const read = async (address: string) => (await request.get(address)).text();
  const country = "/countries/KHM/2016";
  const indicator = "/indicators/G5.1-a/2016";
  const tells = async (place: string, text: string) => (await read(`${place}${country}`)).includes(text);
  /** Cambodia's row of 2016, and the region's. */
  const rowsIn = async (place: string) =>
    (await read(`${place}${indicator}/csv`))
      .split("\n")
      .filter((row) => row.includes(",2016,") && /,(KHM|REGION),/.test(row));
  await plain.goto(`${root}${country}`);
  const words = ((await plain.locator(".narrative .typed").first().textContent()) ?? "").trim();
  expect(words).toContain("Made-up text");
  const before = await rowsIn(root);
  expect(before.length).toBeGreaterThan(1);
  expect(before.join("\n")).not.toContain("takenDown");
  for (const place of [root, release]) expect(await tells(place, words), place).toBe(true);
  expect(await rowsIn(release)).toEqual(before);

  await signInAs("secretariat", page);
  await chooseCountryReport(page, "Cambodia");
  for (const file of ["PDF", "Word document", "Web page", "Workbook"])
    await page.getByRole("checkbox", { name: file }).uncheck();
  const publication = `${root}/publications/${await make(page)}`;
  await isReady(page);
  const warning = page.getByText("It may hold something that was taken down since");
  await expect(warning).toBeHidden();

  await plain.goto(report);
  await plain.getByRole("link", { name: "Take something public down" }).click();
  await expect(plain.getByRole("main")).toContainText("It goes from earlier results and from releases as well.");
  // Whoever only writes a reason takes nothing down.
  await plain.getByRole("textbox", { name: "Reason" }).fill("It names a shelter.");
  await plain.getByRole("button", { name: "Take it down" }).click();
  await expect(plain.getByRole("link", { name: "Choose one of those that are offered" })).toBeVisible();
  expect(await tells(root, words)).toBe(true);
  await plain.getByRole("combobox", { name: "What is taken down" }).selectOption({ index: 1 });
  await plain.getByRole("button", { name: "Take it down" }).click();
  await expect(plain.getByText("It is taken down.")).toBeVisible();
  await expect(plain.getByRole("main")).toContainText("It names a shelter.");
  for (const place of [root, release]) {
    expect(await tells(place, words), place).toBe(false);
    expect(await tells(place, "Taken down by the secretariat on"), place).toBe(true);
    expect(await tells(place, "It names a shelter."), place).toBe(false);
  }

  // The publication is named, and made again without it.
  await page.goto(`${root}/review/take-downs`);
  await page.getByRole("link", { name: "Country report: Cambodia, 2016" }).click();
  await expect(page).toHaveURL(publication);
  await expect(warning).toBeVisible();
  await page.locator("summary", { hasText: "Make again" }).click();
  await expect(page.getByText("without what was taken down since")).toBeVisible();
  await page.getByRole("button", { name: "Make it again" }).click();
  await expect(warning).toBeHidden({ timeout: 60_000 });
  await isReady(page);

  await page.goto(`${report}/take-down`);
  await page.getByRole("combobox", { name: "What is taken down" }).selectOption("G5.1-a");
  await page.getByRole("button", { name: "Take it down" }).click();
  await expect(page.getByText("There is a problem")).toBeVisible();
  // What was chosen isn't lost with the refusal: another part would go.
  await expect(page.getByRole("combobox", { name: "What is taken down" })).toHaveValue("G5.1-a");
  await page.getByRole("textbox", { name: "Reason" }).fill("It counts one family.");
  await page.getByRole("button", { name: "Take it down" }).click();
  await expect(page.getByText("It is taken down.")).toBeVisible({ timeout: 60_000 });
  for (const place of [root, release]) {
    const rows = await rowsIn(place);
    expect(rows.filter((row) => row.includes(",KHM,"))).toHaveLength(1);
    expect(rows.find((row) => row.includes(",KHM,"))).toContain("takenDown");
    expect(rows.join("\n")).not.toBe(before.join("\n"));
  }
  await page.goto(`${root}${country}`);
  await expect(page.getByRole("row", { name: /G5\.1-a/ })).toContainText("taken down");
  await page.setViewportSize({ width: 360, height: 800 });
  await page.goto(`${root}/review/take-downs`);
  await mustFit(page);

  // The latest stands first; each is opened before it can be restored.
  for (const left of [1, 0]) {
    await plain.goto(`${root}/review/take-downs`);
    await plain.locator("summary", { hasText: "Restore it" }).first().click();
    await plain.getByRole("button", { name: "Make it public again" }).first().click();
    await expect(plain.getByText("It is public again.")).toBeVisible({ timeout: 60_000 });
    await expect(plain.locator("summary", { hasText: "Restore it" })).toHaveCount(left);
  }
  expect(await rowsIn(release)).toEqual(before);
  for (const place of [root, release]) expect(await tells(place, words), place).toBe(true);
});

test("an auditor reads what was taken down and why, and restores nothing", async ({
  page,
  anotherBrowser,
  signInAs,
}) => {
  const secretariat = await anotherBrowser();
  await signInAs("secretariat", secretariat);
  await secretariat.goto(`${root}/review/LAO/2015/take-down`);
  await secretariat.getByRole("combobox", { name: "What is taken down" }).selectOption({ index: 1 });
  await secretariat.getByRole("textbox", { name: "Reason" }).fill("It tells where a house stands.");
  await secretariat.getByRole("button", { name: "Take it down" }).click();
  await expect(secretariat.getByText("It is taken down.")).toBeVisible();
  // Whoever approves the report again knows that this won't bring it back.
  await secretariat.goto(`${root}/review/LAO/2015`);
  await expect(secretariat.getByRole("main")).toContainText("An approval leaves it down");

  await signInAs("auditor", page);
  await page.goto(`${root}/review`);
  await page.getByRole("link", { name: "Taken down from the public site" }).click();
  await expect(page.getByRole("main")).toContainText("It tells where a house stands.");
  await expect(page.getByRole("button", { name: "Make it public again" })).toHaveCount(0);
});

test("a narrative that was taken down is erased for good by the keyboard", async ({ page, signInAs, request }) => {
  const country = `${root}/countries/MMR/2015`;
  await page.goto(country);
  const words = ((await page.locator(".narrative .typed").first().textContent()) ?? "").trim();
  expect(words).toContain("Made-up text");
  await signInAs("secretariat", page);
  await page.goto("/en/spaiv/review/MMR/2015/take-down");
  await page.getByRole("combobox", { name: "What is taken down" }).selectOption({ index: 1 });
  await page.getByRole("textbox", { name: "Reason" }).fill("It tells one family's story.");
  await page.getByRole("button", { name: "Take it down" }).press("Enter");
  await expect(page.getByText("It is taken down.")).toBeVisible();

  const taken = page.getByRole("listitem").filter({ hasText: "It tells one family's story." });
  await taken.locator("summary", { hasText: "Erase its words for good" }).press("Enter");
  await taken.getByRole("button", { name: "Erase it" }).press("Enter");
  // Nothing goes by one press too many.
  await expect(taken.getByRole("link", { name: "Tick that nothing brings it back" })).toBeVisible();
  await taken.getByRole("link", { name: "Tick that nothing brings it back" }).press("Enter");
  await expect(taken.getByRole("checkbox")).toBeFocused();
  await page.keyboard.press("Space");
  await taken.getByRole("button", { name: "Erase it" }).press("Enter");
  await expect(page.getByText("Its words are erased for good.")).toBeVisible();
  await expect(taken).toContainText("It can’t be restored.");
  await expect(taken.locator("summary")).toHaveCount(0);

  expect(await (await request.get(country)).text()).not.toContain(words);
  await page.goto("/en/spaiv/review/MMR/2015");
  await expect(page.getByRole("main")).not.toContainText(words);
});
