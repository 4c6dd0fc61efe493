// The browser of the end-to-end tests: Playwright's own where it can be downloaded, else Debian's package of the same kind
// (Chromium without a window, which needs a fifth less time), else whichever Chromium is on the system.
import { existsSync } from "node:fs";
import process from "node:process";
import { chromium } from "@playwright/test";
import { aptInstall } from "../postgres.mjs";
import { node, say } from "../steps.mjs";

const systemBrowsers = [
  "/usr/bin/chromium-headless-shell",
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/snap/bin/chromium",
];
const onSystem = () => systemBrowsers.find((file) => existsSync(file));

/** @returns {Promise<string | undefined>} the path of the system's browser; undefined for Playwright's own */
export async function findBrowser() {
  if (existsSync(chromium.executablePath())) return undefined;
  try {
    say("Looking for Playwright's own browser …");
    await node("node_modules/playwright/cli.js", ["install", "chromium"], {
      stdio: "ignore",
      timeout: 180_000,
      env: { ...process.env, PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: "5000" },
    });
    return undefined;
  } catch {
    // Not everywhere can it be downloaded; Debian's does as well.
  }
  if (!existsSync(systemBrowsers[0]) && process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    say("Installing Chromium …");
    await aptInstall("chromium-headless-shell").catch((error) => {
      if (!onSystem()) throw error;
    });
  }
  const installed = onSystem();
  if (!installed) throw new Error("No browser was found for the end-to-end tests. Install Chromium and try again.");
  return installed;
}
