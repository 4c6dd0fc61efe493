import { chromium } from "@playwright/test";
import { findBrowser } from "../scripts/browser/browser.mjs";
import { browserArguments } from "../scripts/browser/browser-arguments.mjs";
import { freePort } from "../scripts/postgres.mjs";
import { sessionOf, signIn } from "./sign-in.mjs";

/** Runs the work with a browser, and the port at which it can be debugged. */
export async function withBrowser(work) {
  const port = await freePort();
  const browser = await chromium.launch({
    executablePath: await findBrowser(),
    args: [...browserArguments, `--remote-debugging-port=${port}`],
  });
  try {
    return await work(browser, port);
  } finally {
    await browser.close();
  }
}

/** Approves Cambodia's 2017 report and compares the country's public page before and at the first request after. */
export async function approveOnce(browser, address) {
  const context = await browser.newContext();
  const cookie = await signIn(address, "secretariat");
  await context.addCookies(sessionOf(cookie, address));
  const page = await context.newPage();
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
  await context.close();
  return { before, after, milliseconds };
}
