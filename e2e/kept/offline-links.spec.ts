import type { Page } from "@playwright/test";
import { entryForm, field, state } from "../support/entry-form";
import { expect, test } from "../support/fixtures";
import { signInByForm } from "../support/sign-in";

// What leads on from a report that was opened, once the line is gone: every link within it, and what its pages load late.

test.use({ serviceWorkers: "allow" });

const asItWas = /This is the report as it was on \d+ \w+ \d{4}/;
const blank = "G7.1-c";

/** Links within the report, as its kept pages have them: those to pages, and which of these aren't kept. */
const linksWithin = (page: Page) =>
  page.evaluate(async (base) => {
    const names = (await caches.keys()).filter((name) => name.startsWith("spaiv-pages "));
    const caught = await Promise.all(names.map((name) => caches.open(name)));
    const requests = (await Promise.all(caught.map((cache) => cache.keys()))).flat();
    const kept = requests.map(({ url }) => new URL(url).pathname).filter((path) => path.startsWith(base));
    const linked = new Set<string>();
    for (const path of kept) {
      const html = (await (await caches.match(path))?.text()) ?? "";
      for (const link of new DOMParser().parseFromString(html, "text/html").querySelectorAll("a[href]")) {
        const { origin, pathname } = new URL(link.getAttribute("href") ?? "", location.origin + path);
        if (origin === location.origin && pathname.startsWith(base)) linked.add(pathname);
      }
    }
    const pages = [...linked].filter((path) => !/\/(?:workbook|csv)$/.test(path));
    return { pages, missing: pages.filter((path) => !kept.includes(path)) };
  }, entryForm);

test("without a line every link of the report opens, a blank is mended, and files say what they need", async ({
  page,
  context,
  anotherBrowser,
}) => {
  await signInByForm(page, "prosecution.thailand");
  await page.goto(`${entryForm}?rows=comfortable`);
  const ways = ["/check", "/import", "/print", "/print/blank", `/indicators/${blank}`];
  await expect
    .poll(async () => (await linksWithin(page)).pages, { timeout: 60_000 })
    .toEqual(expect.arrayContaining(ways.map((way) => entryForm + way)));
  await expect.poll(async () => (await linksWithin(page)).missing, { timeout: 60_000 }).toEqual([]);
  await context.setOffline(true);
  for (const way of ["", ...ways]) {
    await page.goto(entryForm + way);
    await expect(page.getByText(asItWas), way).toBeVisible();
  }
  await page.getByLabel("Add a comment").fill("Made up: ask dara@example.org");
  await expect(page.locator(".words-told").first()).toContainText("An e-mail address stands here");

  await page.goto(`${entryForm}/check`);
  const line = page.locator(`[id="do-${blank}"]`);
  await line.getByRole("button", { name: `Enter a value ${blank}` }).click();
  await line.getByRole("textbox").first().fill("31");
  await line.getByRole("textbox").first().press("Enter");
  await expect(line.locator(".state")).toContainText("Offline, queued");

  await page.goto(`${entryForm}?rows=comfortable`);
  await expect(field(page, blank)).toHaveValue("31");
  const needs = page.getByRole("status").filter({ hasText: "You’re offline, so this page stays" });
  await page.getByRole("link", { name: "Download as a workbook" }).first().click();
  await expect(needs).toContainText("That file is made by the server, so it needs a line.");
  await page.getByRole("banner").locator("details.menu").filter({ hasText: "English" }).locator("summary").click();
  await page.getByRole("banner").getByRole("link", { name: "ไทย" }).click();
  await expect(needs).toContainText("Other languages come from the server, so they need a line.");

  const other = await anotherBrowser();
  await context.setOffline(false);
  await expect(needs).toHaveCount(0);
  await state(page, blank, /^Saved/);
  await other.goto(`${entryForm}?rows=comfortable`);
  await expect(field(other, blank)).toHaveValue("31");
});
