import { expect, test } from "./fixtures";

// What a reader meets first, in a search engine: what the page is about.

const pages = [
  "/en/spaiv/2016",
  "/th/spaiv/2016",
  "/en/spaiv/indicators/G5.1-a/2016",
  "/en/spaiv/countries/LAO/2016",
  "/en/spaiv/goals/G5/2016",
];

test("each page says in a sentence of its own what it is about", async ({ page }) => {
  const told = new Set<string>();
  const all = [
    ...pages,
    ...["", "/about", "/goals", "/countries", "/indicators", "/2016/changes"].map((path) => `/en/spaiv${path}`),
    "/en/sign-in",
  ];
  for (const path of all) {
    await page.goto(path);
    const description = await page.locator("meta[name=description]").getAttribute("content");
    expect(description, path).toMatch(/^.{40,300}$/);
    told.add(description ?? "");
  }
  // The latest period's overview is the period's own page under another address.
  expect(told.size).toBe(all.length - 1);
});
