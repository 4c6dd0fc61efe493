import { expect, test } from "../support/fixtures";
import { main, mustBeAccessible, mustFit } from "../support/look";
import { isReady } from "../support/publications";

test("the papers of a meeting are made by one command, and everybody can download them", async ({
  playwright,
  signInAs,
  page,
  baseURL,
}) => {
  test.setTimeout(240_000);
  await signInAs("secretariat");
  await page.goto("/en/spaiv/publications/releases");
  await page.getByRole("textbox", { name: "Name", exact: true }).fill("Results for papers");
  await page.getByRole("textbox", { name: "Address" }).fill("for-papers");
  await page.getByRole("button", { name: "Name this release" }).click();
  await expect(page).toHaveURL("/en/spaiv/releases/for-papers");
  await page.goto("/en/spaiv/work/meetings/new");
  await page.getByLabel("Title in English").fill("Made-up meeting with papers");
  await page.getByLabel("Code").fill("SOM18");
  await page.getByLabel("Kind").selectOption("som");
  await page.getByLabel("First day").fill("2018-12-03");
  await page.getByRole("button", { name: "Plan the meeting" }).click();
  await expect(main(page)).toContainText("The meeting stands in the calendar.");
  await expect(main(page)).toContainText("It can be made once the papers are out");
  const meeting = new URL(page.url()).pathname;
  await page.getByText("The papers are out …").click();
  await page.getByLabel("Release").selectOption("for-papers");
  await page.getByRole("button", { name: "The papers are out" }).click();
  await expect(main(page)).toContainText("From now on the meeting looks at the results that you chose.");

  const visitor = await playwright.request.newContext({ baseURL: baseURL! });
  const pdf = "/api/meetings/spaiv/SOM18/papers/en/pdf";
  expect((await visitor.get(pdf)).status()).toBe(404);
  await page.getByRole("button", { name: "Make the paper set" }).click();
  await page.waitForURL(/\/publications\/\d+$/);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Papers of meeting SOM18, 2016");
  await isReady(page);
  await mustBeAccessible(page);

  const answer = await visitor.get(pdf);
  expect(answer.status()).toBe(200);
  expect(answer.headers()["content-disposition"]).toContain("spaiv-for-papers-2016-paperset-som18-en.pdf");
  expect((await answer.body()).subarray(0, 5).toString()).toBe("%PDF-");
  for (const path of ["SOM18/papers/km/pdf", "SOM18/papers/en/html", "som18/papers/en/pdf", "SOM99/papers/en/pdf"])
    expect((await visitor.get(`/api/meetings/spaiv/${path}`)).status(), path).toBe(404);
  await page.goto(meeting);
  const sets = page.getByRole("list", { name: "Paper sets so far" });
  await expect(sets).toContainText("Ready");
  await mustBeAccessible(page);
  for (const path of [meeting, "/en/spaiv/meetings/SOM18", "/th/spaiv/meetings/SOM18"]) {
    await page.setViewportSize({ width: 360, height: 780 });
    await page.goto(path);
    await expect(main(page).getByRole("link", { name: /PDF/ }).first()).toBeVisible();
    await mustFit(page);
    await mustBeAccessible(page);
  }
});
