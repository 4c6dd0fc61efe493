import type { Page } from "@playwright/test";
import { expect, test } from "../support/fixtures";
import { expectStill } from "../support/layout-shift";
import { mustFit } from "../support/look";
import { signInByForm } from "../support/sign-in";

test.use({ readsAlone: true });

// Public pages are the same for all, and yet show whoever is signed in that they are.

const results = "/en/spaiv/2016";
const reader = (page: Page) => page.getByRole("banner").locator(".reader");

for (const width of [1280, 360])
  test(`at ${width} px whoever is signed in sees their name, their work and the way out`, async ({
    page,
    signInAs,
    complaints,
  }) => {
    await page.setViewportSize({ width, height: 740 });
    await signInAs("focal.thailand");
    // The name comes to a page that is there already: what moves as a page arrives in parts isn't asked here.
    let tell = () => {};
    const told = new Promise<void>((resolve) => {
      tell = resolve;
    });
    await page.route("**/api/session?*", async (route) => {
      await told;
      await route.continue();
    });
    await page.goto(results);
    const arrived = await page.evaluate(() => performance.now());
    tell();
    const menu = reader(page).locator("summary");
    await expect(menu).toHaveText(width === 360 ? /THA/ : /Thailand/);
    await expect(reader(page).getByRole("link", { name: "Sign in" })).toHaveCount(0);
    await expectStill(page, results, 0, arrived);
    await menu.click();
    // The bar of a phone has room for a short name; the menu has the whole one.
    await expect(reader(page).getByText("Thailand", { exact: false }).filter({ visible: true })).toHaveCount(1);
    await reader(page).getByRole("link", { name: "Your work" }).click();
    await expect(page).toHaveURL("/en/spaiv/work");

    await page.goto("/th/spaiv/indicators/G5.1-a/2016");
    await reader(page).locator("summary").click();
    await expect(reader(page).getByRole("link", { name: "งานของท่าน" })).toBeVisible();
    await mustFit(page);
    await reader(page).getByRole("button", { name: "ออกจากระบบ" }).click();
    await expect(page).toHaveURL("/th/sign-in?signed-out");
    await page.goto("/en/account");
    await expect(page).toHaveURL("/en/sign-in?from=%2Fen%2Faccount");
    await page.goto(results);
    await expect(reader(page).getByRole("link", { name: "Sign in" })).toBeVisible();
    expect(complaints).toEqual([]);
  });

for (const width of [1280, 360])
  test(`at ${width} px whoever has just signed in or out sees so on the page that follows`, async ({ page }) => {
    await page.setViewportSize({ width, height: 740 });
    await signInByForm(page, "cso");
    await page.waitForURL("/en/spaiv/work");
    await page.getByRole("link", { name: "SPAIV Monitor" }).first().click();
    await page.waitForURL("/en/spaiv");
    const menu = reader(page).locator("summary");
    await expect(menu).toBeVisible();
    await expect(reader(page).getByRole("link", { name: "Sign in" })).toHaveCount(0);
    await menu.click();
    await reader(page).getByRole("button", { name: "Sign out" }).click();
    await expect(page).toHaveURL("/en/sign-in?signed-out");
    await page.getByRole("link", { name: "SPAIV Monitor" }).first().click();
    await page.waitForURL("/en/spaiv");
    await expect(reader(page).getByRole("link", { name: "Sign in" })).toBeVisible();

    // Out of a page of one's own work, which the browser leaves without a new document.
    await signInByForm(page, "focal.thailand");
    await page.getByRole("link", { name: "SPAIV Monitor" }).first().click();
    await expect(menu).toBeVisible();
    await page.goBack();
    await page.waitForURL("/en/spaiv/work");
    await page.getByRole("banner").locator("details.menu > summary").last().click();
    await page.getByRole("button", { name: "Sign out" }).click();
    await page.waitForURL(/sign-in/);
    await page.getByRole("link", { name: "SPAIV Monitor" }).first().click();
    await expect(page.getByRole("heading", { level: 1, name: /assessed results/ })).toBeVisible();
    await expect(reader(page).getByRole("link", { name: "Sign in" })).toBeVisible();
    await expect(menu).toHaveCount(0);
  });

test("a tab that comes back into view knows who signed in or out in another", async ({ page, context, signInAs }) => {
  await page.goto(results);
  await expect(reader(page).getByRole("link", { name: "Sign in" })).toBeVisible();
  // A browser without a screen shows all of its tabs: the tab is told that it is looked at again.
  const lookAgain = () => page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
  const other = await context.newPage();
  await signInAs("secretariat", other);
  await lookAgain();
  await expect(reader(page).locator("summary")).toContainText("Secretariat");
  await other.goto(results);
  await reader(other).locator("summary").click();
  await reader(other).getByRole("button", { name: "Sign out" }).click();
  await other.waitForURL("/en/sign-in?signed-out");
  await lookAgain();
  await expect(reader(page).getByRole("link", { name: "Sign in" })).toBeVisible();
});

test("a server that can't tell who is signed in leaves the name where it is", async ({ page, signInAs }) => {
  await signInAs("focal.thailand");
  await page.goto(results);
  await expect(reader(page).locator("summary")).toContainText("Thailand");
  await page.route("**/api/session?*", (route) => route.fulfill({ status: 503 }));
  const answered = page.waitForResponse("**/api/session?*");
  await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
  expect((await answered).status()).toBe(503);
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
  await expect(reader(page).locator("summary")).toContainText("Thailand");
});

test("nobody is asked for where nobody signed in", async ({ page }) => {
  const asked: string[] = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  await page.goto(results, { waitUntil: "networkidle" });
  expect(asked).not.toContain("/api/session");
  await expect(reader(page).getByRole("link", { name: "Sign in" })).toBeVisible();
});

test("a session that ended elsewhere leaves the way to sign in, and isn't asked for again", async ({
  page,
  context,
  signInAs,
}) => {
  await signInAs("focal.thailand");
  await context.clearCookies({ name: "next-auth.session-token" });
  await page.goto(results);
  await expect(reader(page).getByRole("link", { name: "Sign in" })).toBeVisible();
  await expect.poll(async () => (await context.cookies()).length).toBe(0);
});

test("without a script signing in leads whoever is signed in to their work", async ({ browser, baseURL, signInAs }) => {
  const context = await browser.newContext({ baseURL, javaScriptEnabled: false });
  const page = await context.newPage();
  await signInAs("focal.thailand", page);
  await page.goto(results);
  await reader(page).getByRole("link", { name: "Sign in" }).click();
  await expect(page).toHaveURL("/en/spaiv/work");
  await context.close();
});

test("who is signed in is told to them alone, and another site can't sign them out", async ({
  page,
  signInAs,
  playwright,
  baseURL,
}) => {
  const nobody = await playwright.request.newContext({ baseURL });
  const refused = await nobody.get("/api/session?locale=en&plan=spaiv");
  expect(refused.status()).toBe(401);
  expect(refused.headers()["cache-control"]).toContain("no-store");
  await signInAs("secretariat");
  const told = await page.request.get("/api/session?locale=en&plan=spaiv");
  expect(told.headers()["cache-control"]).toBe("private, no-store");
  const links = ((await told.json()) as { links: [string, string][] }).links.map(([, href]) => href);
  expect(links).toContain("/en/spaiv/review");
  const forged = await page.request.post("/api/session?locale=en", {
    headers: { origin: "https://evil.example" },
    maxRedirects: 0,
  });
  expect(forged.status()).toBe(403);
  expect((await page.request.get("/api/session")).status()).toBe(200);
});
