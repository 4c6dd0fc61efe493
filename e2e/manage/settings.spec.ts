import { pngOfOnePixel } from "@/test/factories/one-pixel";
import { expect, test } from "../support/fixtures";

test("the site's logo and clock are set by an administrator, and stand on a visitor's next page", async ({
  anotherBrowser,
  browser,
  page,
  signInAs,
  baseURL,
}) => {
  await signInAs("administrator");
  await page.goto("/en/settings");
  const picture = (name: string, buffer: Uint8Array) => ({ name, mimeType: "image/png", buffer: Buffer.from(buffer) });
  await page.getByLabel("Picture").setInputFiles(picture("logo.png", Buffer.from("no picture at all, but some words")));
  await page.getByRole("button", { name: "Set logo" }).click();
  await expect(page.getByText("This file is no PNG picture that can be read")).toBeVisible();
  await page.getByLabel("Picture").setInputFiles(picture("large.png", Buffer.alloc(300 * 1024)));
  await page.getByRole("button", { name: "Set logo" }).click();
  await expect(page.getByText("The file is larger than 256 KB")).toBeVisible();
  await page.getByLabel("Picture").setInputFiles(picture("logo.png", pngOfOnePixel));
  await page.getByRole("button", { name: "Set logo" }).click();
  await expect(page.getByText("The logo is changed.")).toBeVisible();
  await expect(page.getByAltText("The site’s logo at present")).toBeVisible();

  const visitor = await (await browser.newContext()).newPage();
  await visitor.goto("/th/spaiv");
  const mark = visitor.locator("header .brand img");
  await expect(mark).toBeVisible();
  expect(await mark.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(56);
  const address = (await mark.getAttribute("src"))!;
  const kept = await visitor.request.get(address);
  expect(kept.headers()).toMatchObject({
    "content-type": "image/png",
    "x-content-type-options": "nosniff",
    "cache-control": expect.stringContaining("immutable"),
  });
  expect((await visitor.request.get(`${address.slice(0, -1)}x`)).status()).toBe(404);

  await page.getByLabel("Time zone").selectOption("Asia/Shanghai");
  await page.getByRole("button", { name: "Save settings" }).click();
  await expect(page.getByText("The settings are saved.")).toBeVisible();
  await page.goto("/en/account");
  await expect(page.getByText(/UTC\+8/).first()).toBeVisible();

  await page.goto("/en/settings");
  await page.getByRole("button", { name: "Remove logo" }).click();
  await expect(page.getByText("The logo is changed.")).toBeVisible();
  await visitor.reload();
  await expect(visitor.locator("header .brand svg")).toBeVisible();
  expect((await visitor.request.get(address)).status()).toBe(404);

  const stranger = await anotherBrowser();
  await signInAs("secretariat", stranger);
  const refused = await stranger.request.post("/api/settings/logo?page=en&seen=9", {
    multipart: { file: picture("logo.png", pngOfOnePixel) },
    headers: { origin: baseURL! },
    maxRedirects: 0,
  });
  expect(refused.headers().location).toContain("refused=notAllowed");
  await visitor.reload();
  await expect(visitor.locator("header .brand svg")).toBeVisible();
});

test("a notice of the site is a place that a screen reader can go to", async ({ page, signInAs }) => {
  await signInAs("administrator");
  await page.goto("/en/settings");
  const said = "Made up: closed on 3 May for maintenance.";
  for (const words of [said, ""]) {
    await page.locator("[name=notice_en]").fill(words);
    await page.getByRole("button", { name: "Save settings" }).click();
    await expect(page.getByText("The settings are saved.")).toBeVisible();
    await page.goto("/en/settings");
    const notice = page.getByRole("region", { name: "Notice of this site" });
    if (words === "") await expect(notice).toHaveCount(0);
    else await expect(notice).toContainText(said);
  }
});

test("the logo is set without a script", async ({ anotherBrowser, signInAs }) => {
  const page = await anotherBrowser({ javaScriptEnabled: false });
  await signInAs("administrator", page);
  await page.goto("/en/settings");
  await page.getByLabel("Picture").setInputFiles({
    name: "logo.png",
    mimeType: "image/png",
    buffer: Buffer.from(pngOfOnePixel),
  });
  await page.getByRole("button", { name: "Set logo" }).click();
  await expect(page.getByText("The logo is changed.")).toBeVisible();
  await page.getByRole("button", { name: "Remove logo" }).click();
  await expect(page.getByText("None is set")).toBeVisible();
});
