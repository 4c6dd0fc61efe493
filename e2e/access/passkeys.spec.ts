import type { Page } from "@playwright/test";
import { generateSync } from "otplib";
import { demoPassword } from "@/lib/server/demo-accounts";
import { inDatabase } from "../support/database";
import { expect, test } from "../support/fixtures";
import { filledPlace, startServer } from "../support/server";

const email = "secretariat@demo.spaiv.example";
const button = { name: "Sign in with a passkey" };

/** A device of the browser's own that knows its person by a finger. */
async function device(page: Page) {
  const browser = await page.context().newCDPSession(page);
  await browser.send("WebAuthn.enable");
  const { authenticatorId } = await browser.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return {
    knowsPerson: (isUserVerified: boolean) =>
      browser.send("WebAuthn.setUserVerified", { authenticatorId, isUserVerified }),
    keys: async () => (await browser.send("WebAuthn.getCredentials", { authenticatorId })).credentials.length,
  };
}

async function signInByPassword(page: Page, address: string) {
  await page.goto(`${address}/en/sign-in`);
  await page.getByLabel("Email").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(demoPassword);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
}

async function setUpTwoSteps(page: Page, address: string) {
  await page.goto(`${address}/en/account/two-step`);
  await page.getByLabel("Present password").fill(demoPassword);
  await page.getByRole("button", { name: "Begin" }).click();
  const secret = (await page.locator("main b[translate=no]").textContent())!.replace(/\s/g, "");
  await page.getByLabel("Code").fill(generateSync({ secret }));
  await page.getByRole("button", { name: "Switch on" }).click();
  await expect(page.getByText("Your recovery codes")).toBeVisible();
}

async function signOut(page: Page, address: string) {
  await page.goto(`${address}/en/account`);
  await page.locator("main").getByRole("button", { name: "Sign out" }).click();
  await expect(page.getByText("You are signed out.")).toBeVisible();
}

test.use({ viewport: { width: 360, height: 780 } });

test("a passkey is added, signs in without a second step, is renamed and removed, and signs nobody in any more @quick", async ({
  page,
  browser,
}) => {
  test.setTimeout(240_000);
  const place = await filledPlace();
  // A demo account is shared, and has no passkeys.
  await inDatabase(place, ({ query }) => query(`UPDATE "user" SET is_demo = false WHERE email = '${email}'`));
  const server = await startServer(place.env);
  // A passkey belongs to a host name.
  const site = server.address.replace("127.0.0.1", "localhost");
  const { knowsPerson, keys } = await device(page);

  // At an address of numbers there is no button, and the page of one's passkeys says why.
  await signInByPassword(page, server.address);
  await page.waitForURL(({ pathname }) => !pathname.includes("/sign-in"));
  await page.goto(`${server.address}/en/account/passkeys`);
  await expect(page.getByText("this site is open at an address of numbers")).toBeVisible();
  await page.goto(`${server.address}/en/sign-in`);
  await expect(page.getByRole("button", { name: "Sign in", exact: true })).toBeVisible();
  await expect(page.getByRole("button", button)).toHaveCount(0);

  await signInByPassword(page, site);
  await page.waitForURL(({ pathname }) => !pathname.includes("/sign-in"));
  await setUpTwoSteps(page, site);
  await page.goto(`${site}/en/account`);
  await expect(page.getByText("You have no passkeys.")).toBeVisible();
  await page.getByRole("link", { name: "Add, rename or remove passkeys" }).click();

  // By keyboard, with a wrong password first: the name stays.
  await page.getByLabel("Name of the passkey").focus();
  await page.keyboard.type("Telephone");
  await page.keyboard.press("Tab");
  await expect(page.getByLabel("Present password")).toBeFocused();
  await page.keyboard.type("not the password");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("alert", { name: "There is a problem" })).toBeFocused();
  await expect(page.getByLabel("Name of the passkey")).toHaveValue("Telephone");
  expect(await keys()).toBe(0);
  await page.getByLabel("Present password").fill(demoPassword);
  await page.keyboard.press("Enter");
  await expect(page.getByText("The passkey is added.")).toBeVisible();
  await expect(page.getByRole("row", { name: /Telephone/ })).toContainText("Not yet");
  expect(await keys()).toBe(1);

  // The same device again: it holds one already.
  await page.getByLabel("Present password").fill(demoPassword);
  await page.getByRole("button", { name: "Add a passkey" }).click();
  await expect(page.getByText("This device has a passkey of your account already.")).toBeVisible();

  // Signed out, it leads back to where somebody wanted to be, with no code asked.
  await signOut(page, site);
  await page.goto(`${site}/en/account/passkeys`);
  await expect(page).toHaveURL(/\/en\/sign-in\?from=/);
  await knowsPerson(false);
  await page.getByRole("button", button).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByText("No passkey was used")).toBeVisible();
  await expect(page.getByRole("alert", { name: "There is a problem" })).toBeFocused();
  await knowsPerson(true);
  await page.getByRole("button", button).focus();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(`${site}/en/account/passkeys`);
  await expect(page.getByRole("row", { name: /Telephone/ })).not.toContainText("Not yet");

  await page.getByRole("link", { name: "Rename or remove Telephone" }).click();
  await page.getByLabel("Name", { exact: true }).fill("");
  await page.getByRole("button", { name: "Rename" }).click();
  await expect(page.getByText("Enter a name for the passkey.").first()).toBeVisible();
  await page.getByLabel("Name", { exact: true }).fill("Old telephone");
  await page.getByRole("button", { name: "Rename" }).click();
  await expect(page.getByText("The passkey is renamed.")).toBeVisible();
  const width = () => page.evaluate(() => document.documentElement.scrollWidth);
  expect(await width()).toBeLessThanOrEqual(360);

  await page.getByRole("link", { name: "Rename or remove Old telephone" }).click();
  await page.getByLabel("Present password").fill(demoPassword);
  await page.getByRole("button", { name: "Remove" }).click();
  await expect(page.getByText("The passkey is removed.")).toBeVisible();
  await expect(page.getByLabel("Name of the passkey")).toBeVisible();

  await signOut(page, site);
  await page.getByRole("button", button).click();
  await expect(page.getByText("This passkey doesn’t sign you in here.")).toBeVisible();
  await expect(page).toHaveURL(/\/en\/sign-in/);
  expect(await width()).toBeLessThanOrEqual(360);

  // Nor is there a button without a script.
  const plain = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await plain.goto(`${site}/en/sign-in`);
  await expect(plain.getByRole("button", button)).toHaveCount(0);
  await server.stop();
  await place.remove();
});
