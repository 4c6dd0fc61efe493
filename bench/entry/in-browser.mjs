import { withBrowser } from "../browser.mjs";
import { sessionOf } from "../sign-in.mjs";

/** As slow as a cheap telephone beside the machine that measures. */
const SLOWED = 4;
/** Shorter ones aren't told by the browser: they count as this long. */
const SHORTEST_MS = 16;
/** Once may be an accident. */
const OPENED = 7;

/**
 * Opens the form in a browser, types, moves and marks in it, with the processor slowed, and says what whoever works there waits for.
 * @param {string} address  @param {string} cookie of somebody who may enter  @param {string} form path of the form
 * @returns bytes of scripts as they travel, milliseconds until a field can be typed in (at full speed, the median), and of each interaction
 * until what it changed is painted
 */
export async function formInBrowser(address, cookie, form) {
  return await withBrowser(async (browser) => {
    const context = await browser.newContext({ viewport: { width: 1366, height: 650 } });
    await context.addCookies(sessionOf(cookie, address));
    const page = await context.newPage();
    const client = await context.newCDPSession(page);
    const scriptBytes = await countScripts(client);
    await page.addInitScript((shortest) => {
      window.interactions = [];
      new PerformanceObserver((list) => {
        for (const { interactionId, duration } of list.getEntries())
          if (interactionId) window.interactions.push({ id: interactionId, duration });
      }).observe({ type: "event", durationThreshold: shortest, buffered: true });
    }, SHORTEST_MS);
    await page.goto(address + form, { waitUntil: "networkidle" });
    const bytes = scriptBytes();
    const opened = [];
    for (let time = 0; time < OPENED; time++) {
      const began = performance.now();
      await page.reload({ waitUntil: "commit" });
      const field = page.locator("tbody.row input:not([readonly]):not([disabled])").first();
      await field.waitFor();
      await field.focus();
      opened.push(performance.now() - began);
      await page.waitForLoadState("networkidle");
    }
    await client.send("Emulation.setCPUThrottlingRate", { rate: SLOWED });
    const presses = await work(page);
    const long = await page.evaluate(() => window.interactions);
    await context.close();
    const byId = new Map();
    for (const { id, duration } of long) byId.set(id, Math.max(byId.get(id) ?? 0, duration));
    const told = [...byId.values()];
    const times = [...told, ...Array(Math.max(0, presses - told.length)).fill(SHORTEST_MS)];
    return { bytes, opened: opened.sort((a, b) => a - b)[OPENED >> 1], times };
  });
}

/** @returns a function that gives the bytes of all scripts that came so far, as they travelled */
async function countScripts(client) {
  const scripts = new Set();
  let bytes = 0;
  await client.send("Network.enable");
  client.on("Network.responseReceived", ({ requestId, type }) => type === "Script" && scripts.add(requestId));
  client.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    if (scripts.has(requestId)) bytes += encodedDataLength;
  });
  return () => bytes;
}

/** Values that can be stored, typed in forty rows one under the other, a hundred moves, and a block marked. @returns {Promise<number>} of keys that were pressed */
async function work(page) {
  let presses = 0;
  const press = async (...keys) => {
    for (const key of keys) {
      await page.keyboard.press(key);
      presses++;
      // What the key changed is on the screen before the next one comes: nobody types faster than they are shown.
      await page.evaluate(() => new Promise((shown) => requestAnimationFrame(() => setTimeout(shown))));
    }
  };
  const field = () => page.evaluate(() => document.activeElement?.dataset.field ?? "");
  for (let row = 0; row < 40; row++) {
    const value = ["1", String(row % 3)];
    if ((await field()) === "number") await press(...value, "Enter");
    else if ((await field()) === "numerator") await press(...value, "Tab", "2", String(row % 10), "Enter");
    // In words Enter would begin a line, and the arrows below would stay within them.
    else await press("ArrowDown");
  }
  for (let move = 0; move < 50; move++) await press("ArrowUp");
  for (let move = 0; move < 50; move++) await press("ArrowDown");
  for (let move = 0; move < 10; move++) await press("Shift+ArrowUp");
  return presses;
}
