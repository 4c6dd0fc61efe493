import type { Page } from "@playwright/test";
import { generateSync } from "otplib";
import { demoPassword } from "@/lib/server/demo-accounts";
import { inDatabase } from "../support/database";
import { expect, test } from "../support/fixtures";
import { filledPlace, startServer } from "../support/server";

const email = "secretariat@demo.spaiv.example";

async function sendPassword(page: Page, address: string) {
  await page.goto(`${address}/en/sign-in`);
  await page.getByLabel("Email").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(demoPassword);
  await page.getByRole("button", { name: "Sign in" }).click();
}
async function sendCode(page: Page, code: string) {
  await page.getByLabel("Code").fill(code);
  await page.getByRole("button", { name: "Sign in" }).click();
}

test("two-step sign-in is switched on, asks for codes, locks after ten wrong ones, and sessions are ended @quick", async ({
  page,
  browser,
}) => {
  test.setTimeout(240_000);
  const place = await filledPlace();
  // A demo account is shared, and has no second step.
  await inDatabase(place, ({ query }) => query(`UPDATE "user" SET is_demo = false WHERE email = '${email}'`));
  const server = await startServer(place.env);

  await sendPassword(page, server.address);
  await page.waitForURL(({ pathname }) => !pathname.includes("/sign-in"));
  await page.goto(`${server.address}/en/account`);
  await page.getByRole("link", { name: "Set up two-step sign-in" }).click();
  await page.getByLabel("Present password").fill(demoPassword);
  await page.getByRole("button", { name: "Begin" }).click();
  await expect(page.getByRole("img", { name: /authenticator app reads/ })).toBeVisible();
  const secret = (await page.locator("main b[translate=no]").textContent())!.replace(/\s/g, "");
  await page.getByLabel("Code").fill("12345");
  await page.getByRole("button", { name: "Switch on" }).click();
  await expect(page.getByText("This code isn’t right").first()).toBeVisible();
  await page.getByLabel("Code").fill(generateSync({ secret }));
  await page.getByRole("button", { name: "Switch on" }).click();
  await expect(page.getByText("Your recovery codes")).toBeVisible();
  const codes = await page.locator("ol code").allInnerTexts();
  expect(codes).toHaveLength(10);
  await page.getByRole("link", { name: "I have kept them" }).click();
  await expect(page.getByText("You have 10 recovery codes left.")).toBeVisible();

  // Another browser, without JavaScript: the password alone opens nothing.
  const plain = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await sendPassword(plain, server.address);
  await expect(plain).toHaveURL(/\/en\/sign-in\/code$/);
  expect((await plain.request.get(`${server.address}/en/account`, { maxRedirects: 0 })).status()).toBe(307);
  expect(await (await plain.request.get(`${server.address}/api/auth/session`)).json()).toEqual({});
  await sendCode(plain, codes[0]!.toLowerCase());
  await plain.waitForURL(({ pathname }) => !pathname.includes("/sign-in"));

  // It is ended from the first, and its cookie gets nothing.
  await page.reload();
  await page.getByRole("button", { name: /^End the session of/ }).click();
  await expect(page.getByText("The session is ended.")).toBeVisible();
  await plain.goto(`${server.address}/en/account`);
  await expect(plain).toHaveURL(/\/en\/sign-in\?from=/);

  await sendPassword(plain, server.address);
  for (let guess = 0; guess < 10; guess++) {
    await sendCode(plain, "000000");
    await expect(plain.getByText("This code isn’t right").first()).toBeVisible();
  }
  await sendCode(plain, codes[1]!);
  await expect(plain.getByText(/Wait 1[45] minutes/).first()).toBeVisible();

  await server.stop();
  await place.remove();
});
