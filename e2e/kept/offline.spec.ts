import type { Page } from "@playwright/test";
import { entryForm, field, row, settled, state } from "../support/entry-form";
import { expect, test } from "../support/fixtures";
import { signInByForm } from "../support/sign-in";
import { turnPeriod } from "../support/turn-period";
import { keptTexts } from "./kept-texts";

// An hour without a line: what the browser keeps of a report that was opened, and of what was typed.

test.use({ serviceWorkers: "allow" });

/** Paths of the pages that the browser keeps. */
const keptPages = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const names = (await caches.keys()).filter((name) => name.startsWith("spaiv-pages "));
    const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    return requests.flat().map(({ url }) => new URL(url).pathname);
  });

const asItWas = /This is the report as it was on \d+ \w+ \d{4}/;

test("an hour offline: the report opens, what is typed is stored once the line is back", async ({
  page,
  context,
  anotherBrowser,
}) => {
  await page.clock.install();
  await signInByForm(page, "focal.thailand");
  await page.goto(`${entryForm}?goal=G3&rows=comfortable`);
  await settled(page, "G3.2.1-a", field(page, "G3.2.1-a"), "700");
  await expect
    .poll(() => keptPages(page), { timeout: 60_000 })
    .toEqual(
      expect.arrayContaining([
        entryForm,
        `${entryForm}/check`,
        `${entryForm}/narrative`,
        `${entryForm}/indicators/G1.1-a`,
      ]),
    );
  await expect(page.getByText(asItWas)).toHaveCount(0);
  // Stored after the page was kept, and shown by it all the same.
  await settled(page, "G3.2.1-a", field(page, "G3.2.1-a"), "701");

  await context.setOffline(true);
  await page.reload();
  await expect(page.getByText(asItWas)).toBeVisible();
  await expect(field(page, "G3.2.1-a")).toHaveValue("701");
  await page.clock.fastForward("01:00:00");
  await field(page, "G3.2.1-a").fill("788");
  await field(page, "G3.2.1-a").press("Enter");
  await state(page, "G3.2.1-a", "Offline, queued");
  await page.reload();
  await expect(page.getByText(asItWas)).toBeVisible();
  await expect(field(page, "G3.2.1-a")).toHaveValue("788");
  await state(page, "G3.2.1-a", "Offline, queued");
  // Another view of the sheet, which the browser never asked for before.
  await page.goto(`${entryForm}?goal=G6&rows=comfortable`);
  await expect(field(page, "G3.2.1-a")).toHaveCount(0);
  await field(page, "G6.3-b").fill("31");
  await field(page, "G6.3-b").press("Enter");
  await state(page, "G6.3-b", "Offline, queued");

  const bar = page.getByRole("region", { name: "Report progress" });
  await bar.getByRole("link", { name: "Check", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Check your answers" })).toBeVisible();
  await expect(page.getByText(asItWas)).toBeVisible();
  await expect(page.locator("#unsent")).toContainText("788");
  await expect(page.locator("#unsent")).toContainText("31");
  await page.goto(`${entryForm}/indicators/G1.1-a`);
  await expect(page.getByText(asItWas)).toBeVisible();
  await page.getByLabel("Add a comment").fill("Made up: written without a line.");

  // What isn't kept says which reports are.
  await page.goto("/en/spaiv/work");
  await expect(page.getByRole("heading", { name: "This page isn’t kept in this browser" })).toBeVisible();
  await page.getByRole("link", { name: "THA 2017" }).click();
  await expect(page.getByText(asItWas)).toBeVisible();

  const other = await anotherBrowser();
  await context.setOffline(false);
  await expect(page.getByText("The line is back")).toBeVisible();
  await page.goto(`${entryForm}?goal=G3&rows=comfortable`);
  await expect(page.getByText(asItWas)).toHaveCount(0);
  await state(page, "G3.2.1-a", /^Saved/);
  await page.goto(`${entryForm}?goal=G6&rows=comfortable`);
  await state(page, "G6.3-b", /^Saved/);
  await page.goto(`${entryForm}/indicators/G1.1-a`);
  await expect(page.getByLabel("Add a comment")).toHaveValue("Made up: written without a line.");
  for (const [code, text] of [
    ["G3.2.1-a", "788"],
    ["G6.3-b", "31"],
  ] as const) {
    await other.goto(`${entryForm}?goal=${code.slice(0, 2)}&rows=comfortable`);
    await expect(field(other, code)).toHaveValue(text);
    await other.goto(`${entryForm}/indicators/${code}`);
    await expect(other.locator("details tbody tr").filter({ has: other.locator(`td:text-is("${text}")`) })).toHaveCount(
      1,
    );
  }
});

test("signing out forgets all pages, and nobody else is shown one", async ({ page, context, signInAs }) => {
  await signInByForm(page, "focal.thailand");
  await page.goto(entryForm);
  await expect.poll(() => keptPages(page), { timeout: 30_000 }).toContain(`${entryForm}/check`);
  const menu = page.getByRole("banner").locator("details.menu").filter({ hasText: "Sign out" });
  await menu.locator("summary").click();
  // Without a line nobody is signed out, and what is kept stays readable.
  await context.setOffline(true);
  await menu.getByRole("button", { name: "Sign out" }).click();
  await expect(menu.getByRole("alert")).toContainText("you aren’t signed out, and pages that are kept here can still");
  expect(await keptPages(page)).toContain(`${entryForm}/check`);
  await context.setOffline(false);
  await menu.getByRole("button", { name: "Sign out" }).click();
  await expect(page.getByText("You are signed out")).toBeVisible();
  await expect.poll(() => page.evaluate(() => caches.keys())).toEqual([]);
  await context.setOffline(true);
  await expect(page.goto(entryForm)).rejects.toThrow();
  await context.setOffline(false);

  await signInByForm(page, "focal.cambodia");
  await page.goto("/en/spaiv/reports/KHM/2017");
  await expect.poll(() => keptPages(page), { timeout: 30_000 }).toContain("/en/spaiv/reports/KHM/2017");
  expect((await keptPages(page)).filter((path) => path.includes("THA"))).toEqual([]);
  // Another session without any way through the page to sign in.
  await signInAs("focal.thailand");
  await page.goto(entryForm);
  await expect.poll(() => keptPages(page), { timeout: 30_000 }).toContain(entryForm);
  expect((await keptPages(page)).filter((path) => path.includes("KHM"))).toEqual([]);
});

test("what the server refuses once the line is back is listed, with why and the way to it", async ({
  page,
  context,
  browser,
  signInAs,
}) => {
  const secretariat = await (await browser.newContext()).newPage();
  await signInAs("secretariat", secretariat);
  await signInByForm(page, "focal.thailand");
  await page.goto(`${entryForm}?goal=G5&rows=comfortable`);
  await expect.poll(() => keptPages(page), { timeout: 30_000 }).toContain(`${entryForm}/check`);
  await context.setOffline(true);
  await field(page, "G5.4-a").fill("12.5");
  await field(page, "G5.4-a").press("Enter");
  await state(page, "G5.4-a", "Offline, queued");
  await turnPeriod(secretariat, "Close");
  await page.goto(`${entryForm}?goal=G6&rows=comfortable`);
  await context.setOffline(false);
  const list = page.locator(".elsewhere").filter({ hasText: "typed earlier" });
  await expect(list.getByRole("listitem")).toHaveText(/^G5\.4-a: 12\.5\. .*closed/);
  await list.getByRole("link", { name: "G5.4-a" }).click();
  await expect(row(page, "G5.4-a")).toContainText("Not stored: 12.5.");
  await expect(list.getByRole("listitem")).toHaveCount(1);
  await turnPeriod(secretariat, "Open");
});

test("what is said in the side panel stands on the kept page of its indicator", async ({ page, context }) => {
  const words = "Made up: said beside the sheet.";
  const own = `${entryForm}/indicators/G1.1-a`;
  await signInByForm(page, "focal.thailand");
  await page.goto(`${entryForm}?goal=G1&rows=comfortable&indicator=G1.1-a`);
  await expect.poll(() => keptPages(page), { timeout: 60_000 }).toContain(own);
  const panel = page.getByRole("complementary", { name: /About/ });
  await panel.getByText("Add a comment", { exact: true }).first().click();
  await panel.getByLabel("Add a comment").fill(words);
  await panel.getByRole("button", { name: "Add comment" }).click();
  await expect(panel.getByText("Your comment was added.")).toBeVisible();
  // Whoever goes on at once has it too.
  await page.goto(`${entryForm}?goal=G5&rows=comfortable`);
  await expect
    .poll(() => page.evaluate(async (path) => (await caches.match(path))?.text(), own), { timeout: 30_000 })
    .toContain(words);
  await context.setOffline(true);
  await page.goto(own);
  await expect(page.getByText(asItWas)).toBeVisible();
  await expect(page.getByRole("listitem").filter({ hasText: words })).toBeVisible();
  await context.setOffline(false);
});

test("what is typed outlives a reload where others have filled the browser’s first place", async ({
  page,
  context,
}) => {
  await signInByForm(page, "focal.thailand");
  await page.goto(`${entryForm}?goal=G3&rows=comfortable`);
  await expect.poll(() => keptPages(page), { timeout: 30_000 }).toContain(entryForm);
  await page.evaluate(() => {
    for (let size = 4_000_000; size >= 1; size = Math.floor(size / 2))
      try {
        for (let times = 0; times < 3; times++) localStorage.setItem(`full ${size} ${times}`, "x".repeat(size));
      } catch {
        // Less fits still.
      }
  });
  await context.setOffline(true);
  await field(page, "G3.2.1-a").fill("811");
  await field(page, "G3.2.1-a").press("Enter");
  await state(page, "G3.2.1-a", "Offline, queued");
  // The journal is empty once the database has it.
  const journal = () => Object.keys(localStorage).filter((key) => key.startsWith("spaiv-unsent"));
  await expect.poll(() => page.evaluate(journal)).toEqual([]);
  expect(Object.values(await keptTexts(page)).join()).toContain("811");
  await field(page, "G3.2.1-a").fill("812");
  await field(page, "G3.2.1-a").press("Enter");
  await page.reload();
  await expect(page.getByText(asItWas)).toBeVisible();
  await expect(field(page, "G3.2.1-a")).toHaveValue("812");
  await state(page, "G3.2.1-a", "Offline, queued");
  await context.setOffline(false);
  await state(page, "G3.2.1-a", /^Saved/);
  await page.reload();
  await expect(page.getByText(asItWas)).toHaveCount(0);
  await expect(field(page, "G3.2.1-a")).toHaveValue("812");
  await state(page, "G3.2.1-a", /^Saved/);
});
