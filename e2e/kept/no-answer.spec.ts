import type { Page, Route } from "@playwright/test";
import { demoPassword } from "@/lib/server/demo-accounts";
import { entryForm, field, hold, state } from "../support/entry-form";
import { expect, test } from "../support/fixtures";
import { chooseCountryReport, make } from "../support/publications";

// A form that gets no answer says so, and its page stays with all that was typed.

const ways: Record<string, (route: Route) => Promise<void>> = {
  "the line is down": (route) => route.abort("internetdisconnected"),
  "the server ends": (route) => route.abort("connectionreset"),
  "something before the server refuses": (route) =>
    route.fulfill({ status: 503, contentType: "text/html", body: "<h1>Service Unavailable</h1>" }),
  "the answer breaks off": (route) =>
    route.fulfill({ status: 200, contentType: "text/x-component", body: '0:{"a":"$@1"}\n' }),
};

/** Opens the form anew for each way to get no answer, sends it, and sees what it says then; afterwards the line is up. */
async function withoutAnswer(page: Page, says: string, fill: () => Promise<void>, send: string) {
  for (const [way, end] of Object.entries(ways))
    await test.step(way, async () => {
      await fill();
      await page.route("**", (route) => (route.request().method() === "POST" ? end(route) : route.fallback()));
      await page.getByRole("main").getByRole("button", { name: send, exact: true }).click();
      await expect(page.getByRole("alert").filter({ hasText: says })).toBeVisible();
      await page.unrouteAll();
    });
}

test("who signs in keeps what they typed @quick", async ({ page }) => {
  const email = page.getByLabel("Email");
  const password = page.getByLabel("Password", { exact: true });
  const fill = async () => {
    await page.goto("/en/sign-in?from=/en/account");
    await email.fill("focal.thailand@demo.spaiv.example");
    await password.fill(demoPassword);
  };
  await withoutAnswer(page, "No answer from the server. Check the line and try again", fill, "Sign in");
  await expect(email).toHaveValue("focal.thailand@demo.spaiv.example");
  await expect(password).toHaveValue(demoPassword);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).toHaveURL("/en/account");

  // The way out is in the head of every page.
  await page.route("**", (route) => (route.request().method() === "POST" ? route.abort() : route.fallback()));
  await page.locator("header summary").filter({ hasText: "Focal" }).click();
  await page.getByRole("banner").getByRole("button", { name: "Sign out" }).click();
  await expect(page.getByRole("banner").getByRole("alert")).toContainText("it isn’t known whether this was done");
});

test("reasons for blanks stay ticked and chosen", async ({ page, signInAs }) => {
  await signInAs("focal.thailand");
  const boxes = page.locator("#blanks").getByRole("checkbox");
  const own = page.getByRole("combobox", { name: /G1\.1\.1-a/ });
  const common = page.getByLabel("One reason for all that are ticked");
  const fill = async () => {
    await page.goto(`${entryForm}/check`);
    await boxes.first().check();
    await own.selectOption("Not applicable");
    await common.selectOption("Not reported");
  };
  await withoutAnswer(page, "it isn’t known whether this was saved", fill, "Store the reasons");
  await expect(boxes.first()).toBeChecked();
  await expect(boxes.nth(2)).not.toBeChecked();
  await expect(own.locator("option:checked")).toHaveText("Not applicable");
  await expect(common.locator("option:checked")).toHaveText("Not reported");
  await page.getByRole("button", { name: "Store the reasons" }).click();
  await expect(page.getByText("2 reasons were stored.")).toBeVisible();
});

test("values stay in the form of one indicator, and how they stand is seen in another tab", async ({
  page,
  signInAs,
}) => {
  await signInAs("focal.thailand");
  const total = page.getByLabel("Value (persons)");
  const fill = async () => {
    await page.goto(`${entryForm}/indicators/G5.1-a`);
    await total.fill("41");
  };
  await withoutAnswer(page, "it isn’t known whether this was saved", fill, "Save");
  const opened = page.waitForEvent("popup");
  await page.getByRole("link", { name: "See how this stands now (opens in a new tab)" }).click();
  const now = await opened;
  await expect(now.getByLabel("Value (persons)")).not.toHaveValue("41");
  await expect(total).toHaveValue("41");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("Saved.")).toBeVisible();
  await now.reload();
  await expect(now.getByLabel("Value (persons)")).toHaveValue("41");
});

test("what a publication is to be made of stays chosen", async ({ page, signInAs }) => {
  await signInAs("secretariat");
  const section = page.getByRole("group", { name: "Sections" }).getByRole("checkbox").first();
  const fill = async () => {
    await chooseCountryReport(page, "Cambodia");
    await section.uncheck();
  };
  await withoutAnswer(page, "it isn’t known whether this was saved", fill, "Make publication");
  await expect(page.getByRole("radio", { name: "Cambodia" })).toBeChecked();
  await expect(section).not.toBeChecked();
  await expect(page.getByRole("link", { name: /See the publications/ })).toHaveAttribute(
    "href",
    "/en/spaiv/publications",
  );
  expect(await make(page)).toBeGreaterThan(0);
});

test("the reason of a return stays, and so does the page of an approval", async ({ page, signInAs }) => {
  await signInAs("secretariat");
  const review = "/en/spaiv/review/KHM/2017";
  await withoutAnswer(
    page,
    "it isn’t known whether this was done",
    async () => void (await page.goto(`${review}/approve`)),
    "Approve report",
  );
  const reason = page.locator("#reason");
  const fill = async () => {
    await page.goto(`${review}/return`);
    await reason.fill("Made up: the two totals differ.");
  };
  await withoutAnswer(page, "it isn’t known whether this was saved", fill, "Return report");
  await expect(reason).toHaveValue("Made up: the two totals differ.");
  await page.getByRole("button", { name: "Return report" }).click();
  await expect(page).toHaveURL(new RegExp(`${review}(\\?.*)?$`));
});

test("without an answer there is no preview, and what was chosen stays", async ({ page, signInAs }) => {
  await signInAs("secretariat");
  await chooseCountryReport(page, "Cambodia");
  const section = page.getByRole("group", { name: "Sections" }).getByRole("checkbox").first();
  await section.uncheck();
  const preview = page.getByRole("button", { name: "Preview" });
  for (const way of ["the line is down", "the server ends", "something before the server refuses"])
    await test.step(way, async () => {
      await page.route("**", ways[way]!);
      await preview.click();
      await expect(page.getByRole("alert").filter({ hasText: "The server doesn’t answer" })).toBeVisible();
      await page.unrouteAll();
      await expect(page.getByRole("radio", { name: "Cambodia" })).toBeChecked();
      await expect(section).not.toBeChecked();
    });
  await preview.click();
  await expect(page).toHaveURL(/\/publications\/new\?.*KHM.*#preview$/);
  await expect(section).not.toBeChecked();
});

test("the entry form stays when the server is away and the browser's line is up", async ({ page, signInAs }) => {
  await signInAs("focal.thailand");
  await page.goto(`${entryForm}?goal=G5&rows=comfortable`);
  const bar = page.getByRole("region", { name: "Report progress" });
  const check = bar.getByRole("link", { name: /^Check/ });
  await hold(field(page, "G5.1-a"));
  await page.route("**", ways["the server ends"]!);
  await check.click();
  await expect(bar).toContainText("The server doesn’t answer");
  await expect(page).toHaveURL(`${entryForm}?goal=G5&rows=comfortable`);
  await page.unrouteAll();
  await check.click();
  await expect(page).toHaveURL(`${entryForm}/check`);
});

/** As a save whose answer got lost on its way. */
async function storeUnheard(page: Page, indicator: string, number: string) {
  const entered = { kind: "number", number, missingReason: "" };
  const save = (expectedRevision: number) =>
    page.request.post(`/api/reports/spaiv/THA/2017/values`, {
      data: { indicator, cell: "total", expectedRevision, entered },
      headers: { origin: new URL(page.url()).origin },
    });
  let response = await save(0);
  if (response.status() === 409) response = await save((await response.json()).present.revision);
  expect(response.ok()).toBe(true);
}

test("a value that waits in the browser is told of where the report is read", async ({ page, signInAs }) => {
  await signInAs("focal.thailand");
  await page.goto(`${entryForm}?goal=G5&rows=comfortable`);
  await hold(field(page, "G5.1-a"));
  await page.route("**", (route) => (route.request().method() === "POST" ? route.abort() : route.fallback()));
  await field(page, "G5.1-a").fill("611");
  await field(page, "G5.1-a").press("Enter");
  await state(page, "G5.1-a", "queued");
  const told = page.getByRole("status").filter({ hasText: "in this browser only, and not on this page" });
  for (const reads of [`${entryForm}/indicators/G5.1-a`, `${entryForm}/print`]) {
    await page.goto(reads);
    await expect(told.getByRole("link", { name: "Open the sheet" })).toBeVisible();
  }
  await page.goto(`${entryForm}/indicators/G5.3-b`);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(told).toHaveCount(0);
  // Stored meanwhile, though nobody heard so: the server knows.
  await page.goto(`${entryForm}/indicators/G5.1-a`);
  await expect(told).toBeVisible();
  await page.unrouteAll();
  await storeUnheard(page, "G5.1-a", "611");
  await page.evaluate(() => window.dispatchEvent(new Event("online")));
  await expect(told).toHaveCount(0);
  await expect(page.locator('[name="total|number"]')).toHaveValue("611");
});
