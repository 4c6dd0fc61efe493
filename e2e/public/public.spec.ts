import { expect, test } from "../support/fixtures";

test.use({ readsAlone: true });

// A visitor reads the results without signing in: from the regional picture to one value and how it was judged.

const region = "/en/spaiv/2016";

test("every public page says what framework and values it shows @quick", async ({ page, complaints }) => {
  for (const path of ["", "/2016", "/goals", "/countries", "/indicators", "/about"]) {
    await page.goto(`/en/spaiv${path}`);
    const notice = page.getByText("Reference framework, not the adopted text. All values and accounts are made up.");
    await expect(notice, path).toBeVisible();
  }
  expect(complaints).toEqual([]);
});

test("from the regional picture to how one status was worked out @both @quick", async ({ page, complaints }) => {
  await page.goto("/");
  await expect(page).toHaveURL("/en/spaiv");
  await page.getByRole("navigation", { name: "Reporting period" }).getByRole("link", { name: "2016" }).click();
  await expect(page).toHaveURL(region);
  await expect(page).toHaveTitle("Regional overview, 2016 – SPAIV Monitor");

  // The finding, in a sentence that the statuses below bear out, and what it rests on.
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    /^\d+% of assessed results are achieved or on track, with 2 years left$/,
  );
  const share = page.getByText(/^In 2016, \d+ of \d+ assessed country results/);
  const [, good, assessed] = /In 2016, (\d+) of (\d+)/.exec((await share.textContent()) ?? "") ?? [];
  const statuses = page.getByRole("list", { name: /^Statuses/ }).getByRole("button");
  await expect(statuses.first()).toBeVisible();
  const counts = Object.fromEntries(
    await Promise.all(
      (await statuses.all()).map(async (button) => {
        const [, word, count] = /^(.*?)\s*(\d+)$/s.exec(((await button.textContent()) ?? "").trim()) ?? [];
        return [word, Number(count)] as const;
      }),
    ),
  );
  const sum = (...words: string[]) => words.reduce((total, word) => total + counts[word]!, 0);
  expect(sum("Achieved", "Maintained", "On track")).toBe(Number(good));
  const judged = ["Achieved", "Maintained", "On track", "Acceleration needed", "Limited progress", "Moving away"];
  expect(sum(...judged, "Pending", "Missed")).toBe(Number(assessed));
  await expect(page.getByText("5 of 6 countries reported")).toBeVisible();
  await expect(page.getByText(/^\d+ of \d+ values reported; \d+ don’t apply$/)).toBeVisible();
  await expect(page.getByText("Approved up to 14 June 2017")).toBeVisible();

  // Every indicator by pillar and goal; a goal closes to one bar a country.
  const heat = page.getByRole("table", { name: /^Progress status of each indicator/ });
  for (const pillar of ["P1 Policy and cooperation", "P2 Prevention", "P3 Protection", "P4 Prosecution"])
    await expect(heat.getByText(pillar, { exact: true })).toBeVisible();
  const row = heat.getByRole("row", { name: /^G5\.1-b/ });
  // Thailand has no approved report, which its column says once, instead of in each of its cells.
  await expect(row.getByRole("link")).toHaveCount(7);
  await expect(heat.getByText("no approved report")).toHaveCount(1);
  await expect(heat.getByRole("columnheader", { name: /^Thailand.*no approved report$/ })).toBeVisible();
  const goal = heat.getByRole("button", { name: /^\W*G5/ });
  await goal.click();
  await expect(goal).toHaveAttribute("aria-expanded", "false");
  await expect(row).toHaveCount(0);
  await expect(heat.getByRole("img", { name: /^China: .*not assessed/ }).first()).toBeVisible();
  await goal.click();

  // One stop for the Tab key, arrows from cell to cell, and Enter opens the explanation.
  const cell = row.getByRole("cell").first().getByRole("link");
  await cell.focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("ArrowLeft");
  await expect(cell).toBeFocused();
  const word = ((await cell.textContent()) ?? "").trim();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL("/en/spaiv/indicators/G5.1-b/2016?country=KHM#explanation-KHM");
  const explanation = page.getByRole("region", { name: "Cambodia, 2016" });
  await expect(explanation.getByText(word, { exact: true })).toBeVisible();
  await expect(explanation.getByText(/^R = \S+ \/ \S+ [=≈] \d\.\d+$/)).toBeVisible();
  await expect(explanation.getByRole("img", { name: `${word}.` })).toBeVisible();
  await explanation.getByRole("link", { name: "version 1.0" }).click();
  await expect(page).toHaveURL("/en/spaiv/about#method");
  expect(complaints).toEqual([]);
});

test("in Thai: the page's own language, digits that everybody reads, English where nothing is translated @quick", async ({
  page,
  complaints,
}) => {
  await page.goto(region);
  await page.getByRole("banner").locator("summary", { hasText: "English" }).click();
  await page.getByRole("link", { name: "ไทย" }).click();
  await expect(page).toHaveURL("/th/spaiv/2016");
  await expect(page.locator("html")).toHaveAttribute("lang", "th");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/[\u0E00-\u0E7F]/);
  // A year of the Buddhist era, and the plan's code as it stands in addresses.
  await expect(
    page.getByRole("navigation", { name: "รอบการรายงาน" }).getByRole("link", { name: "2559" }),
  ).toHaveAttribute("href", "/th/spaiv/2016");
  await page.getByRole("link", { name: "จังหวัดที่มีคณะกรรมการต่อต้านการค้ามนุษย์ซึ่งจัดประชุม" }).first().click();
  await expect(page).toHaveURL("/th/spaiv/indicators/G1.3-a");
  const definition = page.getByText(/^Provinces, and cities and regions of the same rank/).first();
  await expect(definition).toHaveAttribute("lang", "en");
  await page.goto("/th/spaiv/indicators/G5.1-a/2016");
  await expect(page.locator("#countries")).toContainText("คน");
  await expect(page.locator("#countries")).not.toContainText(/persons/i);
  expect(complaints).toEqual([]);
});

test("without a script everything is there in words and tables @quick", async ({ browser, baseURL }) => {
  const context = await browser.newContext({ baseURL, javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(region);
  const row = page.getByRole("row", { name: /^G5\.1-b/ });
  await row.getByRole("link", { name: "Identified victims who were first found by official screening" }).click();
  await expect(page.getByRole("table", { name: /by country and period$/ })).toBeVisible();
  await expect(page.getByRole("heading", { name: "Viet Nam, 2016" })).toBeVisible();
  // And nothing looks as if it could be chosen.
  const indicator = "/en/spaiv/indicators/G6.2-a/2016";
  for (const address of [region, indicator, "/en/spaiv/goals/G5/2016", "/en/spaiv/countries/KHM/2016"]) {
    await page.goto(address);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    for (const role of ["button", "combobox", "checkbox"] as const)
      await expect(page.getByRole(role), address).toHaveCount(0);
  }
  await page.goto(region);
  const legend = page.getByRole("list", { name: /^Statuses/ });
  await expect(legend.getByRole("listitem").filter({ hasText: /^Achieved \d+$/ })).toBeVisible();
  await expect(page.getByRole("rowheader", { name: /^G5 / })).toBeVisible();
  await context.close();
});

test("an indicator in words says that its answers are internal, and leads to what countries made public", async ({
  page,
}) => {
  await page.goto("/en/spaiv/indicators/G1.3.2-b/2016");
  const value = page.locator("#countries");
  await expect(value.getByText("internal to each country and the secretariat")).toBeVisible();
  await value.getByRole("listitem").getByRole("link", { name: "Cambodia" }).click();
  await expect(page).toHaveURL("/en/spaiv/countries/KHM/2016#narratives-title");
  await expect(page.getByRole("heading", { name: "In the country’s own words" })).toBeInViewport();
});
