import path from "node:path";
import { pathToFileURL } from "node:url";
import type { Page, Route } from "@playwright/test";
import { expect, test } from "../support/fixtures";
import { mustBeAccessible, mustFit } from "../support/look";

// What an approval would change takes longer to be worked out than a page waits for it.

const slowThreads = pathToFileURL(path.resolve(import.meta.dirname, "../support/slow-threads.mjs"));
test.use({ serverEnv: { NODE_OPTIONS: `--import=${slowThreads}` } });

const review = "/en/spaiv/review/KHM/2017";
const aside = (page: Page) => page.getByRole("complementary");
const told = "The report is locked";
const approve = (page: Page) => page.getByRole("button", { name: "Approve report" });
const progress = /^(Working out results …|\d+ of \d+ indicators)$/;

test("what approving would change is told once it is worked out; the page, and who approves, need not wait", async ({
  page,
  anotherBrowser,
  signInAs,
}) => {
  test.setTimeout(180_000);
  await page.setViewportSize({ width: 360, height: 740 });
  await signInAs("secretariat");
  const plain = await anotherBrowser({ javaScriptEnabled: false });
  await page.goto(review);
  await expect(aside(page)).toContainText("still being worked out");
  await expect(aside(page).getByRole("progressbar", { name: progress })).toBeVisible();
  await plain.goto(`${review}/approve`);
  await expect(aside(plain).getByRole("progressbar", { name: progress })).toBeVisible();
  await expect(approve(plain)).toHaveCount(0);

  await approve(page).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText("then you can approve the report");
  await expect(dialog.getByRole("progressbar", { name: /^\d+ of \d+ indicators$/ })).toBeVisible();
  await expect(dialog.getByRole("button", { name: "Approve report" })).toHaveCount(0);
  await mustBeAccessible(page);
  await mustFit(page);
  // It comes by itself, and who reads by ear is told once.
  await expect(dialog.getByRole("button", { name: "Approve report" })).toBeVisible({ timeout: 60_000 });
  await expect(dialog.getByRole("status")).toHaveText("What approving this report would change is worked out.");
  await dialog.getByRole("button", { name: "Cancel" }).click();
  await expect(aside(page)).toContainText(told);
  await expect(aside(page).getByRole("progressbar")).toHaveCount(0);
  await expect(page.locator('article[id="G4.2.2-b"]')).toContainText("Moving away");

  await aside(plain).getByRole("link", { name: "Load this page again" }).click();
  await expect(plain).toHaveURL(`${review}/approve`);
  await expect(aside(plain)).toContainText(told);
  await expect(approve(plain)).toBeVisible();
  await expect(aside(plain).getByRole("link", { name: "G8.2.3-a" })).toHaveAttribute(
    "href",
    `${review}?tab=all#G8.2.3-a`,
  );
});

/** Sends an approval as a page would that was shown other consequences. */
async function withOtherDigest(route: Route) {
  const body = route.request().postData();
  if (route.request().method() !== "POST" || !body?.includes("consequences")) return route.fallback();
  const other = body.replace(/(consequences"\s+)[0-9a-f]{16}/, "$10123456789abcdef");
  expect(other).not.toBe(body);
  return route.continue({ postData: other });
}

test("nothing else is approved than was shown, and afterwards the page says what became public @quick", async ({
  page,
  anotherBrowser,
  signInAs,
  request,
}) => {
  test.setTimeout(180_000);
  const changed = "Something else became public after you opened this";
  await signInAs("secretariat");
  const plain = await anotherBrowser({ javaScriptEnabled: false });
  await plain.goto(`${review}/approve`);
  await expect(async () => {
    await plain.reload();
    await expect(aside(plain)).toContainText(told);
  }).toPass();
  await plain.route("**/approve", withOtherDigest);
  await approve(plain).click();
  await expect(plain.getByText(changed)).toBeVisible();
  await expect(aside(plain)).toContainText(told);

  await page.goto(review);
  await expect(aside(page)).toContainText(told);
  const said = (await aside(page).textContent()) ?? "";
  const first = /Statuses of Cambodia: (\d+) new/.exec(said)?.[1];
  const hidden = /(\d+) more values? (?:is|are) hidden/.exec(said)?.[1];
  expect([first, hidden]).toEqual([expect.any(String), expect.any(String)]);
  const dialog = page.getByRole("dialog");
  await page.route(`**${review}*`, withOtherDigest);
  await approve(page).click();
  await dialog.getByRole("button", { name: "Approve report" }).click();
  await expect(dialog.getByText(changed)).toBeVisible();
  await page.unrouteAll();
  await dialog.getByRole("link", { name: "Show what approving would change now" }).click();
  await expect(dialog).toHaveCount(0);
  await expect(aside(page).getByRole("heading", { level: 2 })).toBeInViewport();
  await approve(page).click();
  await expect(dialog.getByText(changed)).toHaveCount(0);

  // While it is on its way, it says what has to be worked out again.
  let letGo = () => {};
  const isHeld = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await page.route("**/api/reports/**/consequences", (route) =>
    route.fulfill({ json: { underWay: { done: 3, of: 9 } } }),
  );
  await page.route(`**${review}*`, async (route) => {
    if (route.request().method() === "POST") await isHeld;
    await route.fallback();
  });
  await dialog.getByRole("button", { name: "Approve report" }).click();
  await expect(dialog.getByRole("progressbar", { name: "3 of 9 indicators" })).toBeVisible();
  letGo();
  await expect(page.getByText("The report is approved, and its results are public")).toBeVisible({ timeout: 60_000 });
  const main = page.getByRole("main");
  const says = async () => {
    await expect(main).toContainText(/It became public as results version \d+/);
    await expect(main).toContainText(`Cambodia: no status changed, ${first} appeared for the first time`);
    await expect(main).toContainText(/Region: /);
    await expect(main).toContainText(`${hidden} more values are hidden`);
  };
  await says();
  // Whoever comes later reads the same.
  await page.goto(review);
  await says();
  await page.getByRole("link", { name: "Public results: Cambodia, 2017" }).click();
  await expect(page).toHaveURL("/en/spaiv/countries/KHM/2017");
  expect((await request.get(`/api/reports/spaiv/KHM/2017/consequences`)).status()).toBe(401);
});
