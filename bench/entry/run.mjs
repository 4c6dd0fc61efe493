// npm run bench:entry: what the product promises about data entry, measured on the production build with the demonstration
// data: saves beside the same SQL through pg and the same bytes through node:http, a paste of 500 cells, and a report of
// 2,500 cells that is opened, and typed in with a slow processor. On PostgreSQL with fsync, and what needs no server on the embedded database too.
import { mkdtempSync, rmSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import path from "node:path";
import process from "node:process";
import { freePort, startPostgres } from "../../scripts/postgres.mjs";
import { serve } from "../../scripts/server/serve.mjs";
import { prepare, say } from "../../scripts/steps.mjs";
import { row, summary, table } from "../load.mjs";
import { signIn } from "../sign-in.mjs";
import { formInBrowser } from "./in-browser.mjs";
import { keepAliveClient } from "./keep-alive.mjs";
import { manyCells, pastes } from "./large-report.mjs";
import { ofManyReports, ofOneReport, savesThroughBareServer, savesThroughPg, savesThroughProduct } from "./saves.mjs";

const form = "/en/spaiv/reports/THA/2016";
const many = "/api/reports/spaiv/THA/2016/values/many";

await prepare();
say(`${cpus().length} cores, ${cpus()[0].model}, Node.js ${process.version}`);
const postgres = await startPostgres();
const data = mkdtempSync(path.join(tmpdir(), "spaiv-bench-"));
const { child, ready, address } = serve({
  port: await freePort(),
  env: { SPAIV_DATA_DIR: data, SPAIV_DEMO: "1", SPAIV_BACKUP_HOURS: "0", DATABASE_URL: postgres.url },
  stdio: "ignore",
});
try {
  await ready;
  await measure();
} finally {
  if (child.exitCode === null) {
    child.kill("SIGTERM");
    await new Promise((resolve) => child.once("exit", resolve));
  }
  await postgres.stop();
  rmSync(data, { recursive: true, force: true });
}

async function measure() {
  const { url } = postgres;
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

function sum(times) {
  return times.reduce((all, one) => all + one, 0);
}
