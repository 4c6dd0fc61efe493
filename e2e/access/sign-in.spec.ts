import type { Page } from "@playwright/test";
import { demoPassword } from "@/lib/server/demo-accounts";
import { expect, test } from "../support/fixtures";

const email = "focal.thailand@demo.spaiv.example";
const problem = (page: Page) => page.getByRole("alert").filter({ hasText: "There is a problem" });

async function send(page: Page, name: string, password: string) {
  await page.getByLabel("Email").fill(name);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });

    test("a wrong password keeps the address typed and says what to do; the right one leads back", async ({ page }) => {
      await page.goto("/en/account");
      await expect(page).toHaveURL("/en/sign-in?from=%2Fen%2Faccount");
      await send(page, email, "wrong");
      await expect(problem(page)).toContainText("don’t match an account that is in use");
      await expect(page).toHaveTitle("Error: Sign in – SPAIV Monitor");
      await expect(page.getByLabel("Email")).toHaveValue(email);
      await expect(page.getByLabel("Password", { exact: true })).toHaveValue("");
      await send(page, email, demoPassword);
      await expect(page).toHaveURL("/en/account");
      await expect(page).toHaveTitle("Your account – SPAIV Monitor");
    });

    test("empty fields are named and linked", async ({ page }) => {
      await page.goto("/en/sign-in");
      await page.getByRole("button", { name: "Sign in" }).click();
      await problem(page).getByRole("link", { name: "Enter your password" }).click();
      await expect(page.getByLabel("Password", { exact: true })).toBeFocused();
      await expect(page.getByLabel("Email")).toHaveAccessibleDescription("Error: Enter your email address");
    });

    test("signing out ends the session itself, not only this browser's cookie @quick", async ({ page, context }) => {
      await page.goto("/en/sign-in?from=/en/account");
      await send(page, email, demoPassword);
      await expect(page).toHaveURL("/en/account");
      const kept = await context.cookies();
      const session = { name: "next-auth.session-token", httpOnly: true, sameSite: "Lax" };
      // What scripts may read says nothing but that somebody may be signed in.
      const hint = { name: "spaiv.signed-in", value: "1", httpOnly: false, sameSite: "Lax" };
      expect(kept.sort((one, other) => one.name.localeCompare(other.name))).toMatchObject([session, hint]);
      await page.getByRole("button", { name: "Sign out" }).first().click();
      await expect(page.getByText("You are signed out.")).toBeVisible();
      await context.addCookies(kept);
      await page.goto("/en/account");
      await expect(page).toHaveURL("/en/sign-in?from=%2Fen%2Faccount");
      expect(await (await page.request.get("/api/auth/session")).json()).toEqual({});
    });
  });
}

test("a demo account is chosen from the list, and leads to its own work", async ({ page }) => {
  await page.goto("/en/sign-in?from=//evil.example/en");
  await page.getByRole("link", { name: "CSO member" }).click();
  await expect(page.getByLabel("Email")).toHaveValue("cso@demo.spaiv.example");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).toHaveURL("/en/spaiv/work");
});

test("guessing is stopped, whoever the browser claims to be @quick", async ({ browser, baseURL }) => {
  const name = "administrator@demo.spaiv.example";
  for (let guess = 0; guess <= 10; guess++) {
    const context = await browser.newContext({
      baseURL,
      extraHTTPHeaders: { "X-Forwarded-For": `203.0.113.${guess}` },
    });
    const page = await context.newPage();
    await page.goto("/en/sign-in");
    await send(page, name, guess < 10 ? "wrong" : demoPassword);
    await expect(problem(page)).toContainText(guess < 10 ? "don’t match" : /Wait 1[45] minutes/);
    await context.close();
  }
});

test("a form of another site signs nobody in", async ({ page, baseURL }) => {
  await page.goto("/en/sign-in");
  const fields = await page
    .locator("form input[type=hidden]")
    .evaluateAll((inputs) =>
      inputs.map((input) => [(input as HTMLInputElement).name, (input as HTMLInputElement).value] as const),
    );
  const multipart = { ...Object.fromEntries(fields), email, password: demoPassword };
  const post = (origin: string) =>
    page.request.post("/en/sign-in", { multipart, headers: { origin }, maxRedirects: 0 });
  expect((await post("http://evil.example")).headers()["set-cookie"]).toBeUndefined();
  expect((await post(baseURL!)).headers()["set-cookie"]).toContain("next-auth.session-token=");
});
