// npm run look [-- words of the names]: a picture of every kind of page at 1280 and 360 px, light and dark, and of the
// public ones in Thai, from the production build on fresh demonstration data. They land in .look/.
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import process from "node:process";
import { chromium } from "@playwright/test";
import { findBrowser } from "./browser/browser.mjs";
import { browserArguments } from "./browser/browser-arguments.mjs";
import { drawCharts } from "./browser/draw-charts.mjs";
import { freePort } from "./postgres.mjs";
import { serve } from "./server/serve.mjs";
import { prepare, root, say } from "./steps.mjs";

const plan = "spaiv";
const preview = "kind=goal&goal=G5&period=2016&sections=findings&sections=goals&language=en&view=public&formats=pdf";
/** Name, path within a language, and who looks at it; public pages are taken in Thai too. */
const pages = [
  ["regional", `/${plan}/2016`],
  ["regional-map", `/${plan}/2016?view=map&indicator=G6.2-a`],
  ["regional-earlier", `/${plan}/2015`],
  ["changes", `/${plan}/2016/changes`],
  ["indicators", `/${plan}/indicators`],
  ["indicator-number", `/${plan}/indicators/G5.1-a/2016`],
  ["indicator-percentage", `/${plan}/indicators/G6.2.1-a/2016`],
  ["indicator-words", `/${plan}/indicators/G1.3.2-b/2016`],
  ["indicator-versions", `/${plan}/indicators/G6.2-a/2016`],
  ["countries", `/${plan}/countries`],
  ["country", `/${plan}/countries/KHM/2016`],
  ["goals", `/${plan}/goals`],
  ["goal", `/${plan}/goals/G5/2016`],
  ["about", `/${plan}/about`],
  ["sign-in", "/sign-in"],
  ["not-found", `/${plan}/indicators/G9.9-z`],
  ["work", `/${plan}/work`, "focal.thailand"],
  ["reports", `/${plan}/reports`, "focal.thailand"],
  ["entry", `/${plan}/reports/THA/2016`, "focal.thailand"],
  ["entry-plain", `/${plan}/reports/THA/2016/indicators/G5.1-a`, "focal.thailand"],
  ["entry-narrative", `/${plan}/reports/THA/2016/narrative`, "focal.thailand"],
  ["entry-check", `/${plan}/reports/THA/2016/check`, "focal.thailand"],
  ["entry-import", `/${plan}/reports/THA/2016/import`, "focal.thailand"],
  ["review-list", `/${plan}/review`, "secretariat"],
  ["review", `/${plan}/review/KHM/2017`, "secretariat"],
  ["publications", `/${plan}/publications`, "secretariat"],
  ["publication-builder", `/${plan}/publications/new`, "focal.thailand"],
  ["publication-preview", `/${plan}/publications/new?${preview}#preview`, "secretariat"],
  ["account", "/account", "focal.thailand"],
];
const password = "mekong-demo-2018";

const wanted = process.argv.slice(2);
const chosen = pages.filter(([name]) => wanted.length === 0 || wanted.some((word) => name.startsWith(word)));
await prepare();
const executablePath = await findBrowser();
const folder = path.join(root, ".look");
mkdirSync(folder, { recursive: true });
const data = mkdtempSync(path.join(tmpdir(), "spaiv-look-"));
const { child, ready, address } = serve({
  port: await freePort(),
  env: { SPAIV_DATA_DIR: data, SPAIV_DEMO: "1", DATABASE_URL: "" },
  stdio: "ignore",
});
const browser = await chromium.launch({ executablePath, args: browserArguments });
let wrong = 0;
try {
  await ready;
  const states = new Map([[undefined, undefined]]);
  for (const account of new Set(chosen.map(([, , account]) => account).filter(Boolean))) {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(`${address}/en/sign-in`);
    await page.getByLabel("Email").fill(`${account}@demo.spaiv.example`);
    await page.getByLabel("Password", { exact: true }).fill(password);
    await page.getByRole("button", { name: "Sign in" }).click();
    await page.waitForURL((url) => !url.pathname.endsWith("/sign-in"));
    states.set(account, await context.storageState());
    await context.close();
  }
  for (const width of [1280, 360])
    for (const colorScheme of ["light", "dark"])
      for (const locale of ["en", "th"])
        for (const [name, route, account] of chosen) {
          if (locale === "th" && (account || colorScheme === "dark")) continue;
          const context = await browser.newContext({
            viewport: { width, height: width === 360 ? 740 : 900 },
            colorScheme,
            storageState: states.get(account),
            deviceScaleFactor: 1,
          });
          const page = await context.newPage();
          const complaints = [];
          page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
          page.on("pageerror", (error) => complaints.push(error.message));
          await page.goto(`${address}/${locale}${route}`, { waitUntil: "networkidle" });
          await drawCharts(page);
          const file = `${name}-${width}-${colorScheme}-${locale}.png`;
          const sideways = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
          await page.screenshot({ path: path.join(folder, file), fullPage: true });
          const faults = [...complaints.filter((text) => !/404/.test(text) || name !== "not-found")];
          if (sideways > 0) faults.push(`scrolls sideways by ${sideways} px`);
          if (faults.length) wrong++;
          say(`${file}${faults.length ? `  ${faults.join("; ")}` : ""}`);
          await context.close();
        }
} finally {
  await browser.close();
  child.kill("SIGTERM");
  await new Promise((resolve) => child.once("exit", resolve));
  rmSync(data, { recursive: true, force: true });
}
say(wrong ? `${wrong} pages complained.` : "No page complained.");
process.exitCode = wrong ? 1 : 0;
