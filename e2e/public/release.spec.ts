import { expect, test } from "../support/fixtures";

// A results version gets a name; what is read under it says the same, whatever is approved afterwards.

const review = "/en/spaiv/review/KHM/2017";

test("a release is named without a script, cited, and unmoved by a later approval", async ({
  page,
  anotherBrowser,
  signInAs,
  request,
}) => {
  test.setTimeout(240_000);
  const plain = await anotherBrowser({ javaScriptEnabled: false });
  await signInAs("secretariat", plain);
  await plain.goto("/en/spaiv/publications");
  await plain.getByRole("link", { name: "Name a release" }).click();
  await plain.getByRole("textbox", { name: "Notes for readers" }).fill("Made up, for the meeting of senior officials.");
  await plain.getByRole("textbox", { name: "Address" }).fill("June 2018");
  await plain.getByRole("button", { name: "Name this release" }).click();
  // Nothing typed is lost where two fields are at fault.
  await expect(plain.getByRole("link", { name: /such as june-2018/ })).toBeVisible();
  await expect(plain.getByRole("textbox", { name: "Notes for readers" })).toHaveValue(/senior officials/);
  await plain.getByRole("textbox", { name: "Name", exact: true }).fill("SPAIV results, June 2018");
  await plain.getByRole("textbox", { name: "Address" }).fill("june-2018");
  await plain.getByRole("button", { name: "Name this release" }).click();
  await expect(plain).toHaveURL("/en/spaiv/releases/june-2018");
  await expect(plain.getByRole("main")).toContainText("SPAIV results, June 2018: results as they stood");
  await expect(plain.getByRole("main")).toContainText("This is the latest release.");

  const root = "/en/spaiv/releases/june-2018";
  const addresses = [`${root}/2016`, `${root}/countries/THA/2016`, `${root}/indicators/G5.1-a/2016/csv`];
  const read = () => Promise.all(addresses.map(async (address) => (await request.get(address)).text()));
  const before = await read();
  expect((await request.get(`${root}/2017`)).status()).toBe(404);
  expect((await request.get(`${root}/2016/charts/status/png`)).status()).toBe(200);

  await signInAs("secretariat");
  await page.goto(review);
  await page.getByRole("button", { name: "Approve report" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Approve report" }).click({ timeout: 120_000 });
  await expect(page.getByText("The report is approved, and its results are public")).toBeVisible({ timeout: 60_000 });
  expect((await request.get("/en/spaiv/2017")).status()).toBe(200);
  expect((await request.get(`${root}/2017`)).status()).toBe(404);
  const withoutScripts = (texts: string[]) => texts.map((text) => text.replace(/<script[\s\S]*?<\/script>/g, ""));
  expect(withoutScripts(await read())).toEqual(withoutScripts(before));

  // Whoever reads a release stays in it, changes the language in it, and finds the present results.
  await page.goto(`${root}/2016`);
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Goals" }).click();
  await expect(page).toHaveURL(`${root}/goals`);
  await page
    .getByRole("main")
    .getByRole("link", { name: /^National law/ })
    .click();
  await expect(page).toHaveURL(new RegExp(`${root}/goals/G1/`));
  await page.getByRole("link", { name: "See this page as it is now" }).click();
  await expect(page).toHaveURL(/\/en\/spaiv\/goals\/G1\//);
  await expect(page.getByText("results as they stood")).toHaveCount(0);

  await page.goto("/en/spaiv/publications/releases");
  await page.getByRole("textbox", { name: "Name", exact: true }).fill("SPAIV results, July 2018");
  await page.getByRole("textbox", { name: "Address" }).fill("june-2018");
  await page.getByRole("button", { name: "Name this release" }).click();
  await expect(page.getByRole("link", { name: /Another release has this address/ })).toBeVisible();
  await page.getByRole("textbox", { name: "Address" }).fill("july-2018");
  await page.getByRole("button", { name: "Name this release" }).click();
  await expect(page).toHaveURL("/en/spaiv/releases/july-2018");
  await page.goto(root);
  await page.getByRole("link", { name: "SPAIV results, July 2018" }).click();
  await expect(page).toHaveURL("/en/spaiv/releases/july-2018");
  await page.getByRole("contentinfo").getByRole("link", { name: "Releases" }).click();
  await expect(page.getByRole("main").getByRole("listitem")).toHaveCount(2);
  expect((await request.get("/en/spaiv/releases/nothing")).status()).toBe(404);
});
