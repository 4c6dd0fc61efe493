import type { Page } from "@playwright/test";
import { entryForm, field, hold, settled, state } from "../support/entry-form";
import { expect, test } from "../support/fixtures";
import { submitReport } from "../support/submit-report";
import { keptNames, keptTexts } from "./kept-texts";

// What the report has is called kept in the browser by no page, whether or not the browser heard that it was stored.

const cambodia = "/en/spaiv/reports/KHM/2017";
const code = "G4.2.2-b";
const keptIn = (page: Page) => page.getByRole("status").filter({ hasText: "in this browser only" });

/** Presses the button; the server does what it says, and its answer is lost. */
async function sendUnheard(page: Page, button: string) {
  await page.route("**/indicators/*", async (route) => {
    if (route.request().method() !== "POST") return route.fallback();
    await route.fetch();
    await route.abort();
  });
  await page.getByRole("button", { name: button, exact: true }).click();
  await expect(page.getByText(/The server didn’t answer|No answer from the server/).first()).toBeVisible();
  await page.unrouteAll();
}

async function beginComment(page: Page, at: string) {
  await page.goto(`${at}/indicators/G3.2.1-a`);
  await page.getByLabel("Add a comment").fill("Made up: half a comment");
}

test("an answer in words that led on to the next indicator is in the report, and not only in this browser", async ({
  page,
  anotherBrowser,
  signInAs,
}) => {
  await signInAs("focal.thailand");
  await beginComment(page, entryForm);
  await page.goto(`${entryForm}/indicators/G5.3-b`);
  await page.locator('[id="total|text"]').fill("Made up: two of the networks");
  await page.getByRole("button", { name: /^Save and go to/ }).click();
  await expect(page.getByText("Saved.")).toBeVisible();
  // Changed from another computer, it is no answer that this browser has yet to send.
  const elsewhere = await anotherBrowser();
  await elsewhere.goto(`${entryForm}/indicators/G5.3-b`);
  await elsewhere.locator('[id="total|text"]').fill("Made up: three of the networks");
  await elsewhere.getByRole("button", { name: "Save", exact: true }).click();
  await expect(elsewhere.getByText("Saved.")).toBeVisible();
  await page.goto(`${entryForm}/check`);
  await expect(keptIn(page).getByRole("listitem")).toHaveText(["G3.2.1-a: a comment"]);
});

test("a number whose answer nobody heard is in the report, and another one in this browser only", async ({
  page,
  signInAs,
}) => {
  await signInAs("focal.thailand");
  await page.goto(`${entryForm}/indicators/G5.1-a`);
  await page.getByLabel("Value (persons)").fill("1,041");
  await sendUnheard(page, "Save");
  await page.goto(`${entryForm}/indicators/G5.1-b`);
  // A page that isn't awake yet keeps nothing.
  await expect(async () => {
    await page.locator('[id="total|numerator"]').fill("");
    await page.locator('[id="total|numerator"]').fill("17");
    expect((await keptNames(page)).join()).toContain("answer G5.1-b");
  }).toPass();
  await page.goto(`${entryForm}/check`);
  await expect.poll(async () => (await keptNames(page)).join()).not.toContain("answer G5.1-a");
  await expect(page.locator("#kept").getByRole("listitem")).toHaveText(["G5.1-b: the answer"]);
});

test("a change of the sheet that was stored unheard isn't called unsent among one's work", async ({
  page,
  signInAs,
}) => {
  await signInAs("focal.thailand");
  await page.goto(`${entryForm}?goal=G5&rows=comfortable`);
  await page.route("**/values", async (route) => {
    if (route.request().method() !== "POST") return route.fallback();
    if (route.request().postData()?.includes('"1042"')) await route.fetch();
    await route.abort();
  });
  for (const [code, text] of [
    ["G5.1-a", "1042"],
    ["G5.4-a", "77"],
  ] as const) {
    await hold(field(page, code));
    await field(page, code).fill(text);
    await field(page, code).press("Enter");
    await state(page, code, "Offline, queued");
  }
  await page.goto("/en/spaiv/work");
  const notice = page.getByText("Changes on this computer haven’t been sent yet").locator("..");
  await expect(notice).toContainText("One change in THA 2017.");
});

/** The report comes back with a query. */
async function returnWithQuery(secretariat: Page) {
  await secretariat.goto("/en/spaiv/review/KHM/2017?tab=all");
  const item = secretariat.locator(`article[id="${code}"]`);
  await item.getByRole("radio", { name: "Query" }).check();
  await secretariat.getByLabel(`Query to Cambodia on ${code}`).fill("Made up: which register?");
  await expect(item.getByText("Saved", { exact: true })).toBeVisible();
  await secretariat.getByRole("button", { name: "Return with 1 query" }).click();
  await secretariat.getByRole("dialog").getByRole("button", { name: "Return with 1 query" }).click();
  await expect(secretariat.getByText("The report was returned")).toBeVisible();
}

test("a reply and evidence whose answer nobody heard are in the report, and not only in this browser", async ({
  page,
  browser,
  signInAs,
}) => {
  const secretariat = await (await browser.newContext()).newPage();
  await signInAs("secretariat", secretariat);
  await returnWithQuery(secretariat);
  await signInAs("focal.cambodia");
  await beginComment(page, cambodia);
  await page.goto(`${cambodia}/indicators/G4.2.2-a`);
  await page.getByText("Add a link instead").click();
  await page.getByLabel("Title of the document").fill("Made up: annual report");
  await page.getByLabel("Its address").fill("https://example.org/annual");
  await sendUnheard(page, "Add the link");
  await page.goto(`${cambodia}/indicators/${code}`);
  await page.getByLabel("Your reply").fill("Made up: the register of courts");
  await sendUnheard(page, "Store the reply");
  await page.goto(`${cambodia}/check`);
  await expect(keptIn(page).getByRole("listitem")).toHaveText(["G3.2.1-a: a comment"]);
  await submitReport(page, cambodia);
  await page.goto(`${cambodia}?goal=G1&rows=comfortable`);
  await expect(keptIn(page).getByRole("listitem")).toHaveText(["G3.2.1-a: a comment"]);
});

test("the entry form and the indicator's own page agree that a settled query takes another reply", async ({
  page,
  browser,
  signInAs,
}) => {
  const secretariat = await (await browser.newContext()).newPage();
  await signInAs("secretariat", secretariat);
  await returnWithQuery(secretariat);
  await signInAs("focal.cambodia");
  const reply = page.getByLabel("Your reply");
  await page.goto(`${cambodia}/indicators/${code}`);
  await reply.fill("Made up: the register of courts");
  await page.getByRole("button", { name: "Store the reply" }).click();
  await expect(page.getByText("Your reply: Made up: the register of courts")).toBeVisible();
  await expect(reply).toBeHidden();
  await page.goto(`${cambodia}?indicator=${code}`);
  await page.getByRole("button", { name: "Change the reply" }).click();
  await expect(reply).toHaveValue("Made up: the register of courts");
  await reply.fill("Made up: of courts and police");
  await page.goto(`${cambodia}/check`);
  await keptIn(page)
    .getByRole("link", { name: `${code}: the reply to the query` })
    .click();
  await expect(reply).toHaveValue("Made up: of courts and police");
  await expect(keptIn(page)).toHaveCount(0);
  await page.getByRole("button", { name: "Store the reply" }).click();
  await expect(page.getByText("Your reply: Made up: of courts and police")).toBeVisible();
});

test("a reply replaces no other that was stored meanwhile, unless somebody saw it, and folds away once it is stored", async ({
  page,
  browser,
  anotherBrowser,
  signInAs,
}) => {
  const secretariat = await (await browser.newContext()).newPage();
  await signInAs("secretariat", secretariat);
  await signInAs("focal.cambodia");
  await submitReport(page, cambodia);
  await returnWithQuery(secretariat);
  const own = `${cambodia}/indicators/${code}`;
  const store = (at: Page) => at.getByRole("button", { name: "Store the reply" }).click();
  const stored = (words: string) => `Your reply: Made up: ${words}`;
  const plain = await anotherBrowser({ javaScriptEnabled: false });
  await plain.goto(own);
  const sheet = await anotherBrowser();
  await sheet.goto(`${cambodia}?indicator=${code}`);
  await page.goto(own);
  // With a value that was changed nothing is kept.
  await expect(sheet.getByRole("button", { name: /^Reply and keep/ })).toBeVisible();
  await hold(field(sheet, code));
  await settled(sheet, code, field(sheet, code), "93");
  await expect(sheet.getByRole("button", { name: "Reply", exact: true })).toBeVisible();

  await page.getByLabel("Your reply").fill("Made up: all courts");
  await store(page);
  await expect(page.getByText(stored("all courts"))).toBeVisible();

  // Without a script the words stay, and are stored knowingly.
  const told = (words: string) => `You replied “Made up: ${words}” in another window`;
  await plain.getByLabel("Your reply").fill("Made up: most courts");
  await store(plain);
  await expect(plain.getByText(told("all courts"))).toBeVisible();
  await expect(plain.getByLabel("Your reply")).toHaveValue("Made up: most courts");
  await store(plain);
  await expect(plain.getByText(stored("most courts"))).toBeVisible();

  // In the sheet theirs is kept, and the reply is changed from there.
  await sheet.getByRole("button", { name: "Reply", exact: true }).click();
  await sheet.getByLabel("Your reply").fill("Made up: some courts");
  await store(sheet);
  await expect(sheet.getByText(told("most courts"))).toBeVisible();
  await expect(sheet.getByLabel("Your reply")).toHaveValue("Made up: some courts");
  await sheet.getByText("Keep the stored reply").click();
  await expect(sheet.getByText(stored("most courts"))).toBeVisible();
  const again = sheet.getByRole("button", { name: "Change the reply" });
  await expect(again).toBeFocused();
  await again.click();
  await expect(sheet.getByLabel("Your reply")).toHaveValue("Made up: most courts");
  await sheet.getByLabel("Your reply").fill("Made up: most courts, from the register");
  await store(sheet);
  await expect(sheet.getByText("Your reply was stored.")).toBeVisible();
  await expect(sheet.getByLabel("Your reply")).toHaveCount(0);
  await expect(again).toBeFocused();

  // What the browser kept rests on the reply that was seen with it, also on a newer page.
  await page.getByText("Change the reply").click();
  await page.getByLabel("Your reply").fill("Made up: none");
  await page.goto(own);
  await expect(page.getByText(stored("most courts, from the register"))).toBeVisible();
  await expect(page.getByLabel("Your reply")).toHaveValue("Made up: none");
  await store(page);
  await expect(page.getByText(told("most courts, from the register"))).toBeVisible();
  await page.getByRole("link", { name: "Keep the stored reply" }).click();
  await expect(page.getByText(told("most courts, from the register"))).toHaveCount(0);
  await page.goto(`${cambodia}/check`);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect.poll(async () => (await keptNames(page)).join()).not.toContain(`reply ${code}`);
});

test("what was written about an indicator that is another's now is shown where it is found, and can be let go", async ({
  page,
  signInAs,
}) => {
  const words = "Made up: half a comment";
  await signInAs("prosecution.thailand");
  const assigned = `${entryForm}/indicators/G7.1-a`;
  await page.goto(assigned);
  // A page that isn't awake yet keeps nothing.
  await expect(async () => {
    await page.getByLabel("Add a comment").fill("");
    await page.getByLabel("Add a comment").fill(words);
    expect((await keptNames(page)).join()).toContain("comment G7.1-a");
  }).toPass();
  // As if the assignment had gone: the words are about an indicator that nobody assigned.
  const kept = Object.entries(await keptTexts(page)).filter(([name]) => name.endsWith("/comment G7.1-a"));
  await page.evaluate((kept) => {
    for (const [name, text] of kept) {
      // Newer than all that this window wrote.
      localStorage.setItem(name.replace("G7.1-a", "G1.1-a"), `~999~${text}`);
      localStorage.setItem(name, "~999~");
    }
  }, kept);
  await page.goto(`${entryForm}/check`);
  await expect(keptIn(page).getByRole("listitem")).toContainText("G1.1-a: a comment");
  await expect(keptIn(page)).toContainText(words);
  await expect(keptIn(page).getByRole("link")).toHaveCount(0);
  await keptIn(page).getByText("Discard what I wrote").click();
  await keptIn(page).getByRole("button", { name: "Discard for good" }).click();
  await expect(keptIn(page)).toHaveCount(0);
  await expect(page.getByRole("status").filter({ hasText: "It was discarded." })).toBeFocused();
  await page.reload();
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(keptIn(page)).toHaveCount(0);
});
