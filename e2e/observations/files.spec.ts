import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { author, docx, photo } from "@/lib/cleaning/testing/authored-files";
import { placesOf } from "@/lib/cleaning/testing/look-for";
import { expect, plainPhone, test } from "../support/fixtures";
import { main, mustFit } from "../support/look";
import { takeDown } from "../support/take-down";

// Files go with an observation without what tells who made them, and are read by whoever reads it.

const files = (page: Page) => page.getByRole("list", { name: "Files among the sources" });

async function saveDraft(page: Page, of: string) {
  await page.goto(`/en/spaiv/work/observations/new?${of}`);
  await page.getByRole("radio", { name: "Reports a gap" }).check();
  await page.getByRole("radio", { name: "Own service data" }).check();
  await page.getByLabel("What you observe").fill("Shelters turned women away.");
  await page.getByRole("radio", { name: "Public", exact: true }).check();
  await page.getByRole("radio", { name: "Known to the secretariat only" }).check();
  await page.getByRole("button", { name: "Save draft" }).click();
  await expect(main(page)).toContainText("Your draft is saved.");
}

async function addFile(page: Page, name: string, buffer: Uint8Array, title: string, isAgreed = false) {
  await page
    .getByLabel("File", { exact: true })
    .setInputFiles({ name, mimeType: "application/octet-stream", buffer: Buffer.from(buffer) });
  await page.getByLabel("Title of the file").fill(title);
  if (isAgreed) await page.getByLabel(/^Nobody can be recognised/).check();
  await page.getByRole("button", { name: "Add file" }).click();
}

async function downloaded(page: Page, title: string) {
  const downloading = page.waitForEvent("download");
  await files(page).getByRole("link", { name: title }).click();
  const download = await downloading;
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

test("a photo and a document are added, passed on and read in public, without who made them", async ({
  page,
  signInAs,
  browser,
}) => {
  test.setTimeout(240_000);
  await signInAs("cso");
  await saveDraft(page, "unit=THA&period=2016&indicator=G5.1-a");
  const here = new URL(page.url()).pathname;
  // Who goes through the page reaches the files before it is submitted.
  const buttons = (await main(page).getByRole("button").allTextContents()).map((name) => name.trim());
  expect(buttons.indexOf("Submit")).toBeGreaterThan(buttons.indexOf("Add file"));
  expect(buttons).toContain("Add file");

  // What isn't taken is refused with words, and its title stays.
  await addFile(page, "photo.jpg", new TextEncoder().encode("<svg xmlns='http://www.w3.org/2000/svg'/>"), "The gate");
  await expect(main(page)).toContainText("This is no file of a kind that is taken.");
  await expect(page.getByLabel("Title of the file")).toHaveValue("The gate");
  await addFile(page, `${author}.jpg`, await photo("jpeg"), "Call 02-123-4567 or gate@shelter.example");
  await expect(main(page)).toContainText("Take them out: what is written here may become public");
  await addFile(page, `${author}.jpg`, await photo("jpeg"), "The gate");
  await expect(main(page)).toContainText("Say of a picture that nobody can be recognised in it");
  await expect(files(page)).toBeHidden();
  await addFile(page, `${author}.jpg`, await photo("jpeg"), "The gate", true);
  await expect(main(page)).toContainText("The file is added.");
  await addFile(page, `${author}.docx`, await docx(), "What we saw");
  await expect(files(page).getByRole("listitem")).toHaveCount(2);
  await expect(files(page)).toContainText("JPEG picture");
  // What was written below, and is saved, stands there still.
  await expect(page.getByLabel("What you observe")).toHaveValue("Shelters turned women away.");
  const address = await files(page).getByRole("link", { name: "The gate" }).getAttribute("href");
  await page.getByRole("button", { name: "Submit" }).click();
  await expect(main(page)).toContainText("It is submitted.");
  await expect(page.getByRole("button", { name: "Add file" })).toBeHidden();

  // Nobody else reads it before it is passed on.
  const visitor = await (await browser.newContext({ baseURL: new URL(page.url()).origin })).newPage();
  expect((await visitor.request.get(address!)).status()).toBe(404);
  const secretariat = await (await browser.newContext({ baseURL: new URL(page.url()).origin })).newPage();
  await signInAs("secretariat", secretariat);
  await secretariat.goto(here);
  await expect(files(secretariat).getByRole("listitem")).toHaveCount(2);
  await secretariat.getByText("Pass it on …").click();
  await secretariat.getByRole("button", { name: "Pass on" }).click();
  await expect(secretariat.getByText("It is passed on.")).toBeVisible();
  const thailand = await (await browser.newContext({ baseURL: new URL(page.url()).origin })).newPage();
  await signInAs("focal.thailand", thailand);
  await thailand.goto(here);
  await expect(files(thailand).getByRole("listitem")).toHaveCount(2);
  await thailand.getByRole("radio", { name: "Explains" }).check();
  await thailand.getByLabel("Your reply").fill("We count them again.");
  await thailand.getByRole("button", { name: "Send reply" }).click();
  await expect(thailand.getByText("The reply is sent.")).toBeVisible();

  const number = /\d+/.exec((await thailand.getByRole("heading", { level: 1 }).textContent())!)![0];
  await visitor.goto(`/en/spaiv/observations/${number}`);
  const found = [await downloaded(visitor, "The gate"), await downloaded(visitor, "What we saw")];
  expect(found.map(({ name }) => name)).toEqual(["The gate.jpg", "What we saw.docx"]);
  for (const { bytes } of found) expect(placesOf(author, bytes)).toEqual([]);
  const answer = await visitor.request.get(address!);
  expect(answer.headers()).toMatchObject({
    "content-type": "image/jpeg",
    "content-disposition": `attachment; filename="The gate.jpg"; filename*=UTF-8''The%20gate.jpg`,
    "x-content-type-options": "nosniff",
    "content-security-policy": "default-src 'none'; sandbox",
    "cache-control": "no-cache",
  });
  await visitor.setViewportSize({ width: 360, height: 780 });
  await mustFit(visitor);

  // Taken down, it has none.
  await secretariat.goto(here);
  await takeDown(secretariat);
  await expect(main(secretariat)).toContainText("Withdrawn for safety");
  expect((await visitor.request.get(address!)).status()).toBe(404);
});

test("without a script a file is added and removed", async ({ anotherBrowser, signInAs }) => {
  await signInAs("cso");
  const phone = await anotherBrowser(plainPhone);
  await saveDraft(phone, "unit=CHN&period=2017&indicator=G5.1-a");
  const long = "A title without any space ".repeat(3).trim().replaceAll(" ", "");
  await addFile(phone, "photo.png", await photo("png"), long, true);
  await expect(main(phone)).toContainText("The file is added.");
  await mustFit(phone);
  // It is gone for good, so it is asked first.
  await files(phone).locator("summary").click();
  await expect(files(phone)).toContainText("can’t be brought back");
  await mustFit(phone);
  await files(phone)
    .getByRole("button", { name: /^Remove it/ })
    .click();
  await expect(main(phone)).toContainText("The file is removed.");
  await expect(files(phone)).toBeHidden();
});

test("a page of another site sends no file", async ({ page, signInAs }) => {
  await signInAs("cso");
  await saveDraft(page, "unit=LAO&period=2017&indicator=G5.1-a");
  const form = page.locator('form[enctype="multipart/form-data"]');
  const address = (await form.getAttribute("action"))!;
  const file = { name: "a.png", mimeType: "image/png", buffer: Buffer.from(await photo("png")) };
  const answer = await page.request.post(address, {
    headers: { "sec-fetch-site": "cross-site", origin: "https://home.example" },
    multipart: { file, title: "Theirs", consent: "yes" },
    maxRedirects: 0,
  });
  expect(answer.status()).toBe(303);
  expect(answer.headers().location).toContain("file=notAllowed");
  await page.reload();
  await expect(files(page)).toBeHidden();
});
