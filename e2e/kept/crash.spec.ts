import type { Page } from "@playwright/test";
import { entryForm, field, hold, state } from "../support/entry-form";
import { expect, test } from "../support/fixtures";
import { keptTexts } from "./kept-texts";

// A window that ends between a key and the browser's database.

test("what was typed right before a window crashed is stored by the next one @quick", async ({
  page,
  context,
  signInAs,
}) => {
  await signInAs("focal.thailand");
  await page.goto(`${entryForm}?goal=G3&rows=comfortable`);
  await hold(field(page, "G3.2.1-a"));
  await page.route("**/api/reports/**", (request) => request.abort());
  await field(page, "G3.2.1-a").fill("813");
  await field(page, "G3.2.1-a").press("Enter");
  await expect.poll(async () => Object.values(await keptTexts(page)).join()).toContain("813");
  const devtools = await context.newCDPSession(page);
  await field(page, "G3.2.1-a").fill("814");
  await field(page, "G3.2.1-a").press("Enter");
  const crashed = page.waitForEvent("crash");
  void devtools.send("Page.crash").catch(() => null);
  await crashed;

  const next = await context.newPage();
  await next.goto(`${entryForm}?goal=G3&rows=comfortable`);
  await expect(field(next, "G3.2.1-a")).toHaveValue("814");
  await state(next, "G3.2.1-a", /^Saved/);
  await expect.poll(() => keptTexts(next)).toEqual({});
  await next.reload();
  await expect(field(next, "G3.2.1-a")).toHaveValue("814");
  await state(next, "G3.2.1-a", /^Saved/);
});

const key = "G3.2.1-a";
/** Types into a field whose values no server takes. */
async function typeCutOff(page: Page, text: string) {
  await page.route("**/api/reports/**", (request) => request.abort());
  await field(page, key).fill(text);
  await field(page, key).press("Enter");
  await state(page, key, "Offline, queued");
}
const inJournal = (page: Page) =>
  page.evaluate(() => Object.keys(localStorage).filter((name) => name.startsWith("spaiv-unsent/")));

test("what a power cut brought back into the journal is neither offered nor sent", async ({ page, signInAs }) => {
  await signInAs("focal.thailand");
  await page.goto(`${entryForm}?goal=G3&rows=comfortable`);
  await hold(field(page, key));
  await typeCutOff(page, "701");
  await expect.poll(() => inJournal(page)).toEqual([]);
  const old = Object.entries(await keptTexts(page));
  await page.unroute("**/api/reports/**");
  await field(page, key).fill("702");
  await field(page, key).press("Enter");
  await state(page, key, /^Saved/);
  await expect.poll(() => keptTexts(page)).toEqual({});
  // The first number that was ever given.
  await page.evaluate((old) => {
    for (const [name, text] of old) localStorage.setItem(name, `~1.001~${text}`);
  }, old);
  await page.reload();
  await hold(field(page, key));
  await expect.poll(() => inJournal(page)).toEqual([]);
  await expect(field(page, key)).toHaveValue("702");
  await expect(page.getByText("Which value stays?")).toHaveCount(0);
});

test("a window whose database the browser closed keeps what is typed in another connection", async ({
  page,
  context,
  signInAs,
}) => {
  await signInAs("focal.thailand");
  await page.goto(`${entryForm}?goal=G3&rows=comfortable`);
  await hold(field(page, key));
  const devtools = await context.newCDPSession(page);
  const { origin } = new URL(page.url());
  await devtools.send("Storage.clearDataForOrigin", { origin, storageTypes: "indexeddb" });
  await typeCutOff(page, "703");
  await expect.poll(() => inJournal(page)).toEqual([]);
  expect(Object.values(await keptTexts(page)).join()).toContain("703");
});

test("a browser is asked to let nothing make room of what waits for a line, once", async ({
  page,
  context,
  signInAs,
}) => {
  await signInAs("focal.thailand");
  await page.goto(`${entryForm}?goal=G3&rows=comfortable`);
  await hold(field(page, key));
  const wasAsked = () => page.evaluate(() => localStorage.getItem("spaiv-persist"));
  await field(page, key).fill("704");
  await field(page, key).press("Enter");
  await state(page, key, /^Saved/);
  expect(await wasAsked()).toBeNull();
  await context.setOffline(true);
  await field(page, key).fill("705");
  await field(page, key).press("Enter");
  await expect.poll(wasAsked).toBe("1");
  await context.setOffline(false);
  await state(page, key, /^Saved/);
});

test("what one window stores forgets nothing that another one keeps for the same value", async ({
  page,
  context,
  signInAs,
}) => {
  await signInAs("focal.thailand");
  const other = await context.newPage();
  for (const window of [page, other]) {
    await window.goto(`${entryForm}?goal=G3&rows=comfortable`);
    await hold(field(window, key));
  }
  await typeCutOff(page, "706");
  await typeCutOff(other, "707");
  await expect.poll(() => inJournal(page)).toEqual([]);
  await page.unroute("**/api/reports/**");
  await page.evaluate(() => window.dispatchEvent(new Event("online")));
  await state(page, key, /^Saved/);
  await expect.poll(() => inJournal(page)).toEqual([]);
  expect(Object.values(await keptTexts(page)).join()).toContain("707");
  await other.close();
  await page.reload();
  await expect(page.getByRole("alert").filter({ hasText: "Which value stays?" })).toContainText("706");
  await expect(field(page, key)).toHaveValue("707");
});
