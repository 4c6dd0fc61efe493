import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { author, docx, photo } from "@/lib/cleaning/testing/authored-files";
import { placesOf } from "@/lib/cleaning/testing/look-for";
import { entryForm, field, hold } from "../support/entry-form";
import { expect, test } from "../support/fixtures";
import { main, mustFit, mustHoldFocus } from "../support/look";
import { submitReport } from "../support/submit-report";

// Documents back a value or a report: several files at once, each with its progress, read by the country and the secretariat.

const panel = (page: Page) => page.getByRole("complementary", { name: /About/ });
const listed = (page: Page) => page.locator(".evidence-list");
const uploads = (page: Page) => page.locator(".uploads");

/** Drops files where they are taken, as from a folder of the computer. */
async function drop(page: Page, files: { name: string; bytes: Uint8Array }[]) {
  const sent = files.map(({ name, bytes }) => ({ name, base64: Buffer.from(bytes).toString("base64") }));
  const dropped = await page.evaluateHandle((files) => {
    const transfer = new DataTransfer();
    for (const { name, base64 } of files)
      transfer.items.add(new File([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))], name));
    return transfer;
  }, sent);
  await page.locator(".evidence-files").dispatchEvent("drop", { dataTransfer: dropped });
}

async function downloaded(page: Page, title: string) {
  const downloading = page.waitForEvent("download");
  await listed(page).getByRole("link", { name: title }).click();
  const download = await downloading;
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

test("on a panel a file that is cancelled waits, is sent again, and is removed @quick", async ({ page, signInAs }) => {
  await signInAs("focal.thailand");
  await page.goto(`${entryForm}?goal=G6`);
  await hold(field(page, "G6.2-a"));
  const own = page.getByRole("complementary", { name: "About G6.2-a" });
  await expect(own.getByText("or drop them here")).toBeVisible();
  // Until the line is let go it is on its way.
  let go = () => {};
  const held = new Promise<void>((resolve) => {
    go = resolve;
  });
  await page.route("**/evidence?*", async (route) => {
    await held;
    await route.continue().catch(() => {});
  });
  await drop(page, [{ name: "Register.png", bytes: await photo("png") }]);
  await page.getByRole("button", { name: "Add this file" }).click();
  await expect(uploads(page).getByRole("progressbar")).toBeVisible();
  // Whoever looks at another row finds it where it was.
  await hold(field(page, "G6.2-b"));
  await expect(uploads(page)).toBeHidden();
  await hold(field(page, "G6.2-a"));
  await uploads(page)
    .getByRole("button", { name: /^Cancel/ })
    .click();
  await expect(uploads(page).getByRole("textbox")).toHaveValue("Register");
  go();
  await page.unroute("**/evidence?*");
  await page.getByRole("button", { name: "Add this file" }).press("Enter");
  await expect(listed(page).getByRole("listitem")).toHaveCount(1);
  await expect(page.getByLabel("Add files")).toBeFocused();
  // A file is gone for good, so it is asked first.
  await listed(page).locator("summary").press("Enter");
  await expect(listed(page)).toContainText("can’t be brought back");
  await expect(listed(page).getByRole("listitem")).toHaveCount(1);
  await listed(page)
    .getByRole("button", { name: /^Remove it/ })
    .press("Enter");
  await expect(panel(page)).toContainText("The evidence was removed.");
  await expect(listed(page)).toBeHidden();
  await mustHoldFocus(page);
});

test("without a script a plain form adds one file, on a phone", async ({ signInAs, anotherBrowser }) => {
  const page = await anotherBrowser({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } });
  await signInAs("focal.thailand", page);
  await page.goto(`${entryForm}/indicators/G6.2-a`);
  const send = async (name: string, bytes: Uint8Array) => {
    await page.getByLabel("Add files").setInputFiles({ name, mimeType: "image/png", buffer: Buffer.from(bytes) });
    await page.getByRole("button", { name: "Add the file" }).click();
  };
  await send("Made up.png", new TextEncoder().encode("no picture"));
  await expect(main(page)).toContainText("This is no file of a kind that is taken.");
  await send("Made up.png", await photo("png"));
  await expect(main(page)).toContainText("The file was added.");
  await expect(listed(page).getByRole("link", { name: "Made up" })).toBeVisible();
  await mustFit(page);
  await listed(page).locator("summary").click();
  await mustFit(page);
  await listed(page)
    .getByRole("button", { name: /^Remove it/ })
    .click();
  await expect(main(page)).toContainText("The evidence was removed.");
});

test("a file that was chosen goes with whoever saves and goes on, and is asked about before it is lost", async ({
  page,
  signInAs,
}) => {
  await signInAs("focal.thailand");
  await page.goto(`${entryForm}/indicators/G6.2-a`);
  await expect(page.getByText("or drop them here")).toBeVisible();
  await drop(page, [{ name: "Register.png", bytes: await photo("png") }]);
  await page.getByRole("button", { name: "Save and go to G6.2-b" }).click();
  const begun = page.locator("form", { hasText: "Not added yet, chosen on another page" });
  await expect(begun.getByRole("textbox")).toHaveValue("Register");
  await expect(page).toHaveURL(/G6\.2-b/);
  const asked = page.waitForEvent("dialog");
  const leaving = page.getByRole("banner").getByRole("link", { name: "Reports" }).click();
  expect((await asked).type()).toBe("beforeunload");
  await (await asked).dismiss();
  await leaving;
  await begun.getByRole("button", { name: "Add this file" }).click();
  await expect(page.getByText("One file was added.")).toBeVisible();
  await page.goto(`${entryForm}/indicators/G6.2-a`);
  await expect(listed(page).getByRole("link", { name: "Register" })).toBeVisible();
});

const meetingTitle = "Eleventh Senior Officials Meeting (SOM 11)";

/** What stands behind the summary; the one within it comes after it. */
const openFold = (page: Page, name: string) => page.locator("summary", { hasText: name }).click();

test("a document of this site is found by its title, linked, and read by whoever follows it", async ({
  page,
  anotherBrowser,
  signInAs,
}) => {
  await signInAs("focal.thailand");
  await page.goto(`${entryForm}/indicators/G6.2-b`);
  await expect(page.getByText("or drop them here")).toBeVisible();
  // Nobody reads the list before it is asked for.
  const asked: string[] = [];
  page.on("request", (request) => {
    if (request.url().includes("/documents?")) asked.push(request.url());
  });
  await openFold(page, "Add a link instead");
  await expect(page.getByLabel("Title of the document")).toBeFocused();
  expect(asked).toEqual([]);
  await page.locator("summary", { hasText: "Pick a document" }).press("Enter");
  const search = page.getByLabel("Document of this site");
  await expect(search).toBeFocused();
  expect(asked).toHaveLength(1);
  await expect(page.locator("datalist option").first()).toBeAttached();
  await page.keyboard.insertText(meetingTitle);
  await expect(main(page)).toContainText("They are filled in below.");
  await expect(page.getByLabel("Title of the document")).toHaveValue(meetingTitle);
  await expect(page.getByLabel("Its address")).toHaveValue(/^https?:\/\/[^/]+\/en\/spaiv\/meetings\/SOM11$/);
  await page.getByRole("button", { name: "Add the link" }).press("Enter");
  const link = listed(page).getByRole("link", { name: meetingTitle });
  await expect(link).toBeVisible();
  const visitor = await anotherBrowser();
  await visitor.goto((await link.getAttribute("href"))!);
  await expect(visitor.getByRole("heading", { level: 1 })).toContainText("Eleventh Senior Officials Meeting");
});

test("what another window removed is told as gone, and the list shows it no more", async ({
  page,
  context,
  signInAs,
}) => {
  await signInAs("focal.thailand");
  const address = `${entryForm}/indicators/G6.2-b`;
  const register = (window: Page) => listed(window).getByRole("listitem").filter({ hasText: "Register (made up)" });
  await page.goto(address);
  await openFold(page, "Add a link instead");
  await page.getByLabel("Title of the document").fill("Register (made up)");
  await page.getByLabel("Its address").fill("https://example.org/register");
  await page.getByRole("button", { name: "Add the link" }).click();
  await expect(register(page)).toHaveCount(1);
  const other = await context.newPage();
  await other.goto(address);
  for (const [each, told] of [
    [other, "The evidence was removed."],
    [page, "This evidence had been removed already"],
  ] as const) {
    await register(each).locator("summary").press("Enter");
    await register(each)
      .getByRole("button", { name: /^Remove it/ })
      .press("Enter");
    await expect(main(each)).toContainText(told);
    await expect(register(each)).toHaveCount(0);
  }
});

test("without a script a document of this site is chosen from a list, for the whole report", async ({
  signInAs,
  anotherBrowser,
}) => {
  const page = await anotherBrowser({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } });
  await signInAs("focal.thailand", page);
  await page.goto(`${entryForm}/check`);
  await expect(page.locator("#documents")).toHaveCount(0);
  await openFold(page, "Add a link instead");
  await openFold(page, "Pick a document");
  await page.getByRole("link", { name: "Show the documents" }).click();
  await page.getByLabel("Document of this site").selectOption({ label: meetingTitle });
  await page.getByRole("button", { name: "Fill in its title and address" }).click();
  await expect(page.getByLabel("Title of the document")).toHaveValue(meetingTitle);
  await mustFit(page);
  await page.getByRole("button", { name: "Add the link" }).click();
  await expect(listed(page).getByRole("link", { name: meetingTitle })).toHaveAttribute("href", /\/meetings\/SOM11$/);
  // It isn't offered to be added once more.
  await expect(page.getByLabel("Title of the document")).toHaveValue("");
});

test("a refused file is sent no second time with others, and its reason stays", async ({ page, signInAs }) => {
  await signInAs("focal.thailand");
  await page.goto(`${entryForm}/indicators/G6.2-b`);
  await expect(page.getByText("or drop them here")).toBeVisible();
  const sent: string[] = [];
  page.on("request", (request) => {
    if (request.method() === "POST" && request.url().includes("/evidence?")) sent.push(request.url());
  });
  await drop(page, [{ name: "Broken.pdf", bytes: new TextEncoder().encode("no document") }]);
  await page.getByRole("button", { name: "Add this file" }).click();
  await expect(uploads(page)).toContainText("This is no file of a kind that is taken.");
  await expect(page.getByRole("button", { name: /^Add (this file|these)/ })).toBeHidden();
  await drop(page, [{ name: "Register of raids.png", bytes: await photo("png") }]);
  await page.getByRole("button", { name: "Add this file" }).click();
  await expect(listed(page)).toContainText("Register of raids");
  await expect(uploads(page).getByRole("listitem")).toHaveCount(1);
  await expect(uploads(page)).toContainText("This is no file of a kind that is taken.");
  expect(sent).toHaveLength(2);
  // The mended file takes its place.
  await page.getByLabel("Add files").setInputFiles({
    name: "Broken.pdf",
    mimeType: "application/pdf",
    buffer: Buffer.from(await photo("png")),
  });
  await expect(uploads(page).getByRole("listitem")).toHaveCount(1);
  await expect(uploads(page)).not.toContainText("This is no file of a kind that is taken.");
});

test("two files are dropped at once, and read by the reviewer without who made them, and by no other country", async ({
  page,
  browser,
  signInAs,
  baseURL,
}) => {
  test.setTimeout(180_000);
  await signInAs("focal.thailand");
  await page.goto(`${entryForm}/indicators/G4.2.2-a`);
  await expect(page.getByText("or drop them here")).toBeVisible();
  await drop(page, [
    { name: "Register_of cases.docx", bytes: await docx() },
    { name: "shelter.jpg", bytes: await photo("jpeg") },
    { name: "report.pdf", bytes: new TextEncoder().encode("<script>alert(1)</script>") },
  ]);
  // Each has its file's name as a title, to be changed.
  await expect(uploads(page).getByRole("textbox")).toHaveCount(3);
  await expect(uploads(page).getByRole("textbox").first()).toHaveValue("Register of cases");
  await uploads(page).getByRole("textbox").nth(1).fill("The shelter");
  await page.getByRole("button", { name: "Add these 3 files" }).click();
  await expect(main(page)).toContainText("2 files were added.");
  await expect(listed(page).getByRole("listitem")).toHaveCount(2);
  await expect(listed(page)).toContainText("Word document");
  // What isn't taken says why, and waits with its title.
  await expect(uploads(page)).toContainText("This is no file of a kind that is taken.");
  await uploads(page)
    .getByRole("button", { name: /^Leave out/ })
    .click();
  await expect(uploads(page)).toBeHidden();
  const file = await downloaded(page, "Register of cases");
  expect(file.name).toBe("Register of cases.docx");
  expect(placesOf(author, file.bytes)).toEqual([]);
  const address = (await listed(page).getByRole("link", { name: "The shelter" }).getAttribute("href"))!;
  const answer = await page.request.get(address);
  expect(answer.headers()).toMatchObject({
    "content-type": "image/jpeg",
    "x-content-type-options": "nosniff",
    "cache-control": "private, no-store",
  });
  expect(answer.headers()["content-disposition"]).toMatch(/^attachment/);

  await page.goto(`${entryForm}/check`);
  await drop(page, [{ name: "Minutes.png", bytes: await photo("png") }]);
  await page.getByRole("button", { name: "Add this file" }).click();
  await expect(listed(page)).toContainText("Minutes");
  await submitReport(page, entryForm);
  await page.goto(`${entryForm}/indicators/G4.2.2-a`);
  await expect(listed(page).getByRole("link", { name: "The shelter" })).toBeVisible();
  // It is away.
  await expect(page.locator(".evidence-files")).toBeHidden();
  await expect(listed(page).getByRole("button")).toHaveCount(0);

  const secretariat = await (await browser.newContext({ baseURL })).newPage();
  await signInAs("secretariat", secretariat);
  await secretariat.goto("/en/spaiv/review/THA/2017?tab=all");
  expect((await downloaded(secretariat, "Register of cases")).name).toBe("Register of cases.docx");
  await secretariat.goto("/en/spaiv/review/THA/2017?tab=narrative");
  await expect(listed(secretariat)).toContainText("Minutes");
  for (const stranger of ["focal.cambodia", "cso", "administrator"]) {
    const theirs = await (await browser.newContext({ baseURL })).newPage();
    await signInAs(stranger, theirs);
    expect((await theirs.request.get(address)).status(), stranger).toBe(404);
  }
  expect((await (await browser.newContext({ baseURL })).request.get(address)).status()).toBe(404);
});
