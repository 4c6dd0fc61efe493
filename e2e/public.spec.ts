import { expect, test } from "./fixtures";

// A visitor reads the results without signing in.

test("every public page says what framework and values it shows", async ({ page, complaints }) => {
  for (const path of ["", "/2016", "/goals", "/countries", "/indicators", "/about"]) {
    await page.goto(`/en/spaiv${path}`);
    const notice = page.getByText("Reference framework, not the adopted text. All values and accounts are made up.");
    await expect(notice, path).toBeVisible();
  }
  expect(complaints).toEqual([]);
});
