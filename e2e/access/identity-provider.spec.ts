import type { Browser, Page } from "@playwright/test";
import { generateSync } from "otplib";
import { demoPassword } from "@/lib/server/demo-accounts";
import { inDatabase } from "../support/database";
import { expect, test } from "../support/fixtures";
import { goToProvider, type IdentityProvider, openIdentityProvider, signInThere } from "../support/identity-provider";
import { filledPlace, freePort, type Place, type Running, startServer } from "../support/server";

// Signing in by OpenID Connect, at a provider that runs here and keeps to the standard.

const demo = (name: string) => `${name}@demo.spaiv.example`;
const unknown = "There is no account in use here for the one that you have at Mekong ID.";

let provider: IdentityProvider;
let place: Place;
let server: Running;
/** By another name than the one at which the server listens, as behind a proxy. */
let site: string;
test.beforeAll(async () => {
  test.setTimeout(240_000);
  const port = await freePort();
  site = `http://localhost:${port}`;
  provider = await openIdentityProvider(site);
  place = await filledPlace();
  await inDatabase(place, async ({ query }) => {
    // A demo account is shared, and nobody's identity.
    await query(`UPDATE "user" SET is_demo = false`);
    await query(`UPDATE "user" SET disabled_at = now() WHERE email = '${demo("auditor")}'`);
  });
  server = await startServer({ ...place.env, ...provider.env, PORT: String(port), NEXTAUTH_URL: site });
});
test.afterAll(async () => {
  await server?.stop();
  await place?.remove();
  await provider?.close();
});

const aPage = async (browser: Browser, options: { javaScriptEnabled?: boolean } = {}): Promise<Page> =>
  (await browser.newContext({ baseURL: site, ...options })).newPage();

for (const javaScriptEnabled of [true, false]) {
  test(`whoever has the verified address is let in, and afterwards by who they are alone, ${javaScriptEnabled ? "with" : "without"} a script`, async ({
    browser,
  }) => {
    const [login, name] = javaScriptEnabled ? ["thai", "focal.thailand"] : ["khmer", "focal.cambodia"];
    provider.accounts.set(login!, { email: demo(name!).toUpperCase(), email_verified: true });
    const first = await aPage(browser, { javaScriptEnabled });
    await signInThere(first, login!);
    await expect(first).toHaveURL("/en/account");
    await expect(first.getByText(demo(name!)).first()).toBeVisible();
    const cookies = await first.context().cookies(site);
    expect(cookies.map((cookie) => cookie.name)).toEqual(
      expect.arrayContaining(["next-auth.session-token", "spaiv.signed-in"]),
    );

    provider.accounts.set(login!, { email: "married@elsewhere.example", email_verified: false });
    const second = await aPage(browser, { javaScriptEnabled });
    await signInThere(second, login!);
    await expect(second).toHaveURL("/en/account");
    await expect(second.getByText(demo(name!)).first()).toBeVisible();
    // Signed out here, and not there.
    await second.getByRole("button", { name: "Sign out" }).first().click();
    await expect(second.getByText("You are signed out.")).toBeVisible();
  });
}

test("an address that isn't verified, nobody's and a disabled person's are refused in the same words", async ({
  browser,
}) => {
  provider.accounts.set("unverified", { email: demo("secretariat"), email_verified: false });
  provider.accounts.set("nobody", { email: "nobody@elsewhere.example", email_verified: true });
  provider.accounts.set("disabled", { email: demo("auditor"), email_verified: true });
  const said: (string | null)[] = [];
  for (const login of ["unverified", "nobody", "disabled"]) {
    const page = await aPage(browser);
    await signInThere(page, login);
    await expect(page).toHaveURL("/en/sign-in?provider=unknown&from=%2Fen%2Faccount");
    await expect(page.getByRole("alert").filter({ hasText: unknown })).toBeVisible();
    said.push(await page.getByRole("main").textContent());
    expect(await (await page.request.get("/api/auth/session")).json()).toEqual({});
  }
  expect(new Set(said).size).toBe(1);
});

test("what goes wrong at the provider is said on the sign-in page, and the way on is kept", async ({ browser }) => {
  provider.accounts.set("civil", { email: demo("cso"), email_verified: true });
  const page = await aPage(browser);
  await goToProvider(page);
  await page.getByRole("link", { name: "Cancel" }).click();
  await expect(page).toHaveURL("/en/sign-in?provider=refused&from=%2Fen%2Faccount");
  await expect(page.getByText("Signing in was cancelled or refused at Mekong ID.")).toBeVisible();

  // What came back once is worth nothing again, here or in a stranger's browser.
  const back = page.waitForRequest(/\/api\/auth\/callback\/oidc\?code=/);
  await signInThere(page, "civil");
  await expect(page).toHaveURL("/en/account");
  const spent = (await back).url();
  const other = await aPage(browser);
  await goToProvider(other);
  for (const each of [page, other]) {
    await each.goto(spent);
    await expect(each.getByText("What came back from Mekong ID can’t be used")).toBeVisible();
  }
  expect(await (await other.request.get("/api/auth/session")).json()).toEqual({});

  // No other site's page sends anybody there, and no way leads off the site.
  const foreign = {
    headers: { origin: "https://evil.example", "sec-fetch-site": "cross-site" },
    form: { locale: "en" },
  };
  expect((await other.request.post("/api/auth/signin/oidc", foreign)).status()).toBe(403);
  await goToProvider(other, "//evil.example/en");
  await other.getByRole("link", { name: "Cancel" }).click();
  await expect(other).toHaveURL("/en/sign-in?provider=refused");
});

test("whoever has a second step is asked for its code all the same", async ({ browser }) => {
  provider.accounts.set("second", { email: demo("secretariat"), email_verified: true });
  const page = await aPage(browser);
  await page.goto("/en/sign-in?from=/en/account/two-step");
  await page.getByLabel("Email").fill(demo("secretariat"));
  await page.getByLabel("Password", { exact: true }).fill(demoPassword);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await page.getByLabel("Present password").fill(demoPassword);
  await page.getByRole("button", { name: "Begin" }).click();
  const secret = (await page.locator("main b[translate=no]").textContent())!.replace(/\s/g, "");
  await page.getByLabel("Code").fill(generateSync({ secret }));
  await page.getByRole("button", { name: "Switch on" }).click();
  await expect(page.getByText("Your recovery codes")).toBeVisible();
  const [code] = await page.locator("ol code").allInnerTexts();

  const other = await aPage(browser, { javaScriptEnabled: false });
  await signInThere(other, "second");
  await expect(other).toHaveURL("/en/sign-in/code?from=%2Fen%2Faccount");
  expect(await (await other.request.get("/api/auth/session")).json()).toEqual({});
  await other.getByLabel("Code").fill(code!);
  await other.getByRole("button", { name: "Sign in" }).click();
  await expect(other).toHaveURL("/en/account");
});

for (const javaScriptEnabled of [true, false]) {
  test(`what is linked is shown, and unlinked with the password, ${javaScriptEnabled ? "with" : "without"} a script`, async ({
    browser,
  }) => {
    const [login, name] = javaScriptEnabled ? ["lao", "focal.laopdr"] : ["burmese", "focal.myanmar"];
    provider.accounts.set(login!, { email: demo(name!), email_verified: true });
    const page = await aPage(browser, { javaScriptEnabled });
    await signInThere(page, login!);
    const section = page.getByRole("region", { name: "Signing in by an identity provider" });
    await section.getByText("Unlink … Mekong ID").click();
    await section.getByLabel("Present password").fill("wrong");
    await section.getByRole("button", { name: "Unlink" }).click();
    await expect(section.getByRole("alert")).toContainText("This isn’t your present password");
    await section.getByLabel("Present password").fill(demoPassword);
    await section.getByRole("button", { name: "Unlink" }).click();
    await expect(page.getByText("It is unlinked. Your password signs you in.")).toBeVisible();
    await expect(page.getByText("Nothing is linked.")).toBeVisible();

    // By the address alone they are found again, and there it is another's now.
    provider.accounts.set(login!, { email: "another@elsewhere.example", email_verified: true });
    const other = await aPage(browser);
    await signInThere(other, login!);
    await expect(other.getByRole("alert").filter({ hasText: unknown })).toBeVisible();
  });
}

test("an administrator sees that somebody is linked, and unlinks them, which ends their sessions", async ({
  browser,
}) => {
  provider.accounts.set("viet", { email: demo("focal.vietnam"), email_verified: true });
  const theirs = await aPage(browser);
  await signInThere(theirs, "viet");
  await expect(theirs).toHaveURL("/en/account");

  const page = await aPage(browser);
  await page.goto("/en/sign-in?from=/en/people");
  await page.getByLabel("Email").fill(demo("administrator"));
  await page.getByLabel("Password", { exact: true }).fill(demoPassword);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  const person = page
    .getByRole("row", { name: demo("focal.vietnam") })
    .getByRole("link")
    .first();
  await page.goto((await person.getAttribute("href"))!);
  await expect(page.getByText(/^Linked since /)).toBeVisible();
  await page.getByText("Unlink the identity provider …").click();
  await page.getByRole("button", { name: "Unlink the identity provider" }).click();
  await expect(page.getByText("Their identity provider is unlinked, and their sessions are ended.")).toBeVisible();
  // It was Next that asked for this page, by the name at which the server listens.
  await expect(page.getByText("This page was opened at")).toHaveCount(0);
  await expect(page.getByText(/^Linked since /)).toBeHidden();
  await theirs.reload();
  await expect(theirs).toHaveURL(/\/en\/sign-in\?from=/);
});

test("a provider that is away is said to be", async ({ browser }) => {
  const page = await aPage(browser);
  await page.goto("/th/sign-in");
  await provider.close();
  await page.getByRole("button", { name: "เข้าสู่ระบบด้วย Mekong ID" }).click();
  await expect(page).toHaveURL("/th/sign-in?provider=away");
  await expect(page.getByText("ขณะนี้ Mekong ID ไม่ตอบ")).toBeVisible();
});
