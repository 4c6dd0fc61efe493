// npm run bench:entry: what the product promises about data entry, measured on the production build with the demonstration
// data: saves beside the same SQL through pg and the same bytes through node:http, a paste of 500 cells, a report of
// 2,500 cells that is opened, and typed in with a slow processor, and 10,000 cells of a workbook that is imported on its
// page, read to preview in under 3 s. On PostgreSQL with fsync.
import { mkdtempSync, rmSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import path from "node:path";
import process from "node:process";
import { freePort, startPostgres } from "../../scripts/postgres.mjs";
import { serve } from "../../scripts/server/serve.mjs";
import { prepare, say } from "../../scripts/steps.mjs";
import { row, summary, table } from "../load.mjs";
import { signIn } from "../sign-in.mjs";
import { brokenDown, imports } from "./import-cells.mjs";
import { formInBrowser } from "./in-browser.mjs";
import { keepAliveClient } from "./keep-alive.mjs";
import { manyCells, pastes } from "./large-report.mjs";
import { ofManyReports, ofOneReport, savesThroughBareServer, savesThroughPg, savesThroughProduct } from "./saves.mjs";

const form = "/en/spaiv/reports/THA/2016";
const many = "/api/reports/spaiv/THA/2016/values/many";

await prepare();
say(`${cpus().length} cores, ${cpus()[0].model}, Node.js ${process.version}`);
// Servers of their own: a database that took ten thousand saves tidies up for minutes, and the import's framework is another
// one before anybody asks for it.
await onServer(measureSaves);
await onServer(measureLargeReport);
await onServer(measureImport);

/** Runs the work on a new database and a new server, which serves it. */
async function onServer(work) {
  const postgres = await startPostgres();
  const data = mkdtempSync(path.join(tmpdir(), "spaiv-bench-"));
  const { child, ready, address } = serve({
    port: await freePort(),
    env: { SPAIV_DATA_DIR: data, SPAIV_DEMO: "1", SPAIV_BACKUP_HOURS: "0", DATABASE_URL: postgres.url },
    stdio: "ignore",
  });
  try {
    await ready;
    await work(address, postgres.url);
  } finally {
    if (child.exitCode === null) {
      child.kill("SIGTERM");
      await new Promise((resolve) => child.once("exit", resolve));
    }
    await postgres.stop();
    rmSync(data, { recursive: true, force: true });
  }
}

async function measureSaves(address, url) {
  const writers = await ofManyReports(url, (account) => signIn(address, account));
  const { cookie } = writers.find(({ path }) => path.includes("/THA/"));
  // A server that has served for a while: its code is compiled by what it does.
  await savesThroughProduct(address, writers, 20);
  table("One value saved", [
    row("product, concurrency 1", await savesThroughProduct(address, writers, 1)),
    row("product, concurrency 20, a report each", await savesThroughProduct(address, writers, 20)),
    row("product, concurrency 20, one report", await savesThroughProduct(address, ofOneReport(cookie), 20)),
    row("same SQL through pg, concurrency 1", await savesThroughPg(url, 1, false)),
    row("same SQL through pg, concurrency 20, a report each", await savesThroughPg(url, 20, false)),
    row("same bytes through node:http, concurrency 1", await savesThroughBareServer(1)),
    row("same bytes through node:http, concurrency 20", await savesThroughBareServer(20)),
  ]);
}

async function measureLargeReport(address, url) {
  const cookie = await signIn(address, "focal.thailand");
  const client = keepAliveClient(address);
  const cells = await manyCells(url, 2500);
  // All of the large report, which also warms up.
  await pastes(client, cookie, many, cells, 2);
  const paste = await pastes(client, cookie, many, cells.slice(0, 500), 10);
  const whole = await pastes(client, cookie, many, cells, 3);
  client.close();
  table("Cells in one request", [
    row("500 cells", summary(paste, sum(paste) / 1000, 0)),
    row(`${cells.length} cells`, summary(whole, sum(whole) / 1000, 0)),
  ]);
  const opened = [];
  const bytes = [];
  for (let time = 0; time < 10; time++) {
    const start = performance.now();
    const response = await fetch(address + form, { headers: { cookie } });
    const text = await response.text();
    opened.push(performance.now() - start);
    if (response.status !== 200) throw new Error(`The entry form answers ${response.status}.`);
    bytes.push(text.length);
  }
  table("The report is opened", [
    row(`${cells.length} cells, all of its page`, summary(opened, sum(opened) / 1000, 0)),
  ]);
  console.log(`  ${Math.round(bytes.at(-1) / 1024)} KB of HTML\n`);
  const seen = await formInBrowser(address, cookie, form);
  table("In a browser, its processor slowed four times", [
    row("from a key to what it changed on the screen", summary(seen.times, sum(seen.times) / 1000, 0)),
  ]);
  const p95 = seen.times.sort((a, b) => a - b)[Math.floor(seen.times.length * 0.95)];
  console.log(
    `  p95 ${Math.round(p95)} ms of ${seen.times.length} keys; ${Math.round(seen.bytes / 1024)} KB of scripts as they travel, with those that come before they are needed; opened at full speed in ${Math.round(seen.opened)} ms\n`,
  );
}

/** Read and previewed in less than 3 s is the promise. */
async function measureImport(address, url) {
  const cells = await brokenDown(url, 10_000);
  const report = "spaiv/THA/2016";
  const cookie = await signIn(address, "focal.thailand");
  const took = await imports({ address, url, cookie, report, cells, times: 5 });
  const indicators = new Set(cells.map(({ indicator }) => indicator)).size;
  table(`${cells.length} cells of ${indicators} indicators from a workbook, each stored as it was typed`, [
    row("downloaded", summary(took.download, sum(took.download) / 1000, 0)),
    row("from the button to the preview on the screen", summary(took.preview, sum(took.preview) / 1000, 0)),
    row("from its button to the word that all is imported", summary(took.apply, sum(took.apply) / 1000, 0)),
  ]);
}

function sum(times) {
  return times.reduce((all, one) => all + one, 0);
}
