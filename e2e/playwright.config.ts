import { defineConfig } from "@playwright/test";
import { browserArguments } from "../scripts/browser/browser-arguments.mjs";

// Every journey has a server and a database of its own, or one that nothing changes (support/fixtures.ts), so that files don't
// depend on one another.
export default defineConfig({
  testDir: ".",
  outputDir: "../test-results",
  globalSetup: "./support/template.ts",
  fullyParallel: false,
  // One more than two cores keep busy, for a journey waits for jobs, for mail and for what a browser draws.
  workers: 3,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  forbidOnly: !!process.env.CI,
  // A fault fails twice. What passes at the second try is named at the end of `npm test`, to be looked into.
  retries: process.env.CI ? 1 : 0,
  reporter: process.env.PLAYWRIGHT_JSON_OUTPUT_NAME ? [["list"], ["json"]] : [["list"]],
  use: {
    viewport: { width: 1280, height: 900 },
    locale: "en-GB",
    timezoneId: "Asia/Bangkok",
    // The worker that keeps a report's pages fetches all of them on the quiet, and answers past `page.route`: journeys about it let
    // it be (kept/offline.spec.ts).
    serviceWorkers: "block",
    // Recording every journey costs more than walking it: `--trace on` for the one that is looked into.
    trace: "off",
    launchOptions: {
      executablePath: process.env.SPAIV_BROWSER || undefined,
      args: browserArguments,
    },
  },
});
