import { chromium } from "@playwright/test";
import { findBrowser } from "../scripts/browser.mjs";
import { browserArguments } from "../scripts/browser-arguments.mjs";

const password = "mekong-demo-2018";
let browser;

async function signedIn(address, account) {
  browser ??= await chromium.launch({ executablePath: await findBrowser(), args: browserArguments });
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${address}/en/sign-in`);
  await page.getByLabel("Email").fill(`${account}@demo.spaiv.example`);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL((url) => !url.pathname.endsWith("/sign-in"));
  return { context, page };
}

/** @returns {Promise<string>} the Cookie header of a signed-in browser */
export async function signIn(address, account) {
  const { context } = await signedIn(address, account);
  const cookies = await context.cookies();
  await close(context);
  return cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
}

/** Approves Cambodia's 2017 report and compares the country's public page before and at the first request after. */
export async function approveOnce(address) {
  const { context, page } = await signedIn(address, "secretariat");
  const look = async () => (await fetch(`${address}/en/spaiv/countries/KHM/2017`)).text();
  const before = await look();
  await page.goto(`${address}/en/spaiv/review/KHM/2017`);
  await page.getByRole("button", { name: /^Approve/ }).click();
  const dialog = page.getByRole("dialog").or(page.getByRole("alertdialog"));
  const began = performance.now();
  await Promise.all([
    page.waitForResponse((response) => response.request().method() === "POST"),
    dialog.getByRole("button", { name: /^Approve/ }).click(),
  ]);
  const milliseconds = Math.round(performance.now() - began);
  const after = await look();
  await close(context);
  return { before, after, milliseconds };
}

async function close(context) {
  await context.close();
  await browser.close();
  browser = undefined;
}
