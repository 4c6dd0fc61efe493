import type { Page } from "@playwright/test";
import { expect, test } from "../support/fixtures";

test.use({ readsAlone: true });

// Whoever comes to an address where there is nothing, or nothing for them, reads so and finds a way on, whatever their
// browser runs and however slowly scripts come.

const english = "There is nothing at this address";
const thai = "ไม่พบหน้าที่ต้องการ";

async function saysSo(page: Page, path: string, title = english, language = "en") {
  const answer = await page.goto(path);
  expect(answer?.status(), path).toBe(404);
  await expect(page.getByRole("heading", { level: 1 }), path).toHaveText(title);
  await expect(page, path).toHaveTitle(`${title} – SPAIV Monitor`);
  await expect(page.locator("html"), path).toHaveAttribute("lang", language);
}

for (const javaScriptEnabled of [false, true]) {
  test(`there is a page in words where there is none, ${javaScriptEnabled ? "with" : "without"} scripts`, async ({
    browser,
    baseURL,
    signInAs,
    anotherBrowser,
    complaints,
  }) => {
    const context = await browser.newContext({ baseURL, javaScriptEnabled });
    const page = await context.newPage();
    for (const path of [
      "/en/spaiv/2016.png",
      "/en/spaiv/2099/csv",
      "/en/spaiv/countries/XXX",
      "/en/spaiv/indicators/NOPE",
      "/en/sign-in/nope",
      "/fr/spaiv",
      "/results/2/en/spaiv",
      "/api/nope",
    ])
      await saysSo(page, path);
    for (const path of ["/th/nope", "/th/spaiv/2099"]) await saysSo(page, path, thai, "th");
    await page.getByRole("link", { name: "ไปยังภาพรวมภูมิภาค" }).click();
    await expect(page).toHaveURL("/th/spaiv");
    await context.close();

    await signInAs("focal.thailand");
    const theirs = await anotherBrowser({ javaScriptEnabled });
    for (const path of ["/en/spaiv/reports/KHM/2017", "/en/spaiv/review", "/en/spaiv/publications/nope"])
      await saysSo(theirs, path);
    await theirs.getByRole("link", { name: "Go to the regional overview" }).click();
    await expect(theirs).toHaveURL("/en/spaiv");
    expect(complaints).toEqual([]);
  });
}

test("what leads nowhere is answered to a page's script in the form that it asks for", async ({ request }) => {
  for (const [path, title] of [
    ["/en/spaiv/2099", english],
    ["/th/nope", thai],
    ["/fr/spaiv", english],
  ] as const) {
    const answer = await request.get(path, { headers: { RSC: "1" } });
    expect(answer.headers()["content-type"], path).toBe("text/x-component");
    expect(await answer.text(), path).toContain(`"title":"${title}"`);
  }
});
