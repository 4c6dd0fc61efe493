import { expect, test } from "../support/fixtures";
import { main, mustBeAccessible, mustFit } from "../support/look";

// A member has the report made as files, and everybody downloads those of a public one.

const here = "/en/spaiv/work/civil-society/THA/2016";

test("a member has the files of a public report made, and everybody downloads them", async ({
  playwright,
  signInAs,
  page,
  baseURL,
}) => {
  test.setTimeout(240_000);
  const visitor = await playwright.request.newContext({ baseURL: baseURL! });
  const pdf = "/api/civil-society/spaiv/CSO-THA-2016/files/en/pdf";
  expect((await visitor.get(pdf)).status()).toBe(404);
  await signInAs("cso.thailand");
  await page.goto(here);
  await expect(main(page)).toContainText("No file of it was made yet.");
  await page.getByRole("button", { name: "Make the file" }).click();
  await expect(page.getByText("The file is being made. It stands on this page in a moment.")).toBeVisible();
  await expect(async () => {
    await page.goto(here);
    await expect(main(page).getByRole("link", { name: /PDF/ })).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 120_000 });

  const answer = await visitor.get(pdf);
  expect(answer.status()).toBe(200);
  expect(answer.headers()["content-disposition"]).toContain("spaiv-cso-tha-2016-en.pdf");
  expect((await answer.body()).subarray(0, 5).toString()).toBe("%PDF-");
  expect((await visitor.get(pdf.replace("pdf", "docx"))).status()).toBe(200);
  for (const path of ["CSO-THA-2016/files/km/pdf", "CSO-THA-2016/files/en/html", "CSO-REGION-2017/files/en/pdf"])
    expect((await visitor.get(`/api/civil-society/spaiv/${path}`)).status(), path).toBe(404);
  for (const path of [here, "/en/spaiv/civil-society/CSO-THA-2016", "/th/spaiv/civil-society/CSO-THA-2016"]) {
    await page.setViewportSize({ width: 360, height: 740 });
    await page.goto(path);
    await expect(main(page).getByRole("link", { name: /PDF/ })).toBeVisible();
    await mustFit(page);
    await mustBeAccessible(page);
  }
});
