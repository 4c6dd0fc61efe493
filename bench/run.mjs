// npm run bench [-- PART ...]: what the product promises about speed, measured on the production build with the
// demonstration data, on the embedded database and on PostgreSQL; memory, layout and Lighthouse on PostgreSQL alone. Parts
// are public, pages, work, readers and memory; without any, all of them. Load goes to 127.0.0.1 only, bounded in time and
// count. SPAIV_BENCH_BUILD names the standalone output of another build, to compare with; SPAIV_BENCH_UNLIMITED=1 runs one
// from before memory had a limit, which ends when ten ask at once within it.
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { cpus, tmpdir } from "node:os";
import path from "node:path";
import process from "node:process";
import { freePort, startPostgres } from "../scripts/postgres.mjs";
import { serve } from "../scripts/server/serve.mjs";
import { prepare, root, say } from "../scripts/steps.mjs";
import { approveOnce, withBrowser } from "./browser.mjs";
import { ofOneReport, savesThroughPg, savesThroughProduct } from "./entry/saves.mjs";
import { importLargeFile } from "./imports.mjs";
import { layoutShifts } from "./layout-shift.mjs";
import { lighthouseScores } from "./lighthouse.mjs";
import { asBrowsers, load, row, table } from "./load.mjs";
import { memoryUnderLoad } from "./memory.mjs";
import { pageWeight } from "./page-weight.mjs";
import { signIn } from "./sign-in.mjs";
import { signIns } from "./sign-ins.mjs";
import { signedInPages } from "./signed-in.mjs";

const MINUTES = 10;
const page = "/en/spaiv/2016";
const read = [page, "/en/spaiv/indicators/G5.1-a/2016", "/en/sign-in"];
const shown = [...read, "/en/spaiv/countries/LAO/2016", "/en/spaiv/goals/G5/2016", "/th/spaiv/2016", "/my/spaiv/2016"];

const parts = { public: publicPages, pages: workPages, work, readers, memory };
const onServerOnly = new Set(["readers", "memory"]);
const asked = process.argv.slice(2);
const unknown = asked.filter((part) => !(part in parts));
if (unknown.length > 0) {
  console.error(`There is no part ${unknown.join(", ")}. Parts are ${Object.keys(parts).join(", ")}.`);
  process.exit(2);
}

const otherBuild = process.env.SPAIV_BENCH_BUILD && path.resolve(root, process.env.SPAIV_BENCH_BUILD);
await prepare();
say(`${cpus().length} cores, ${cpus()[0].model}, Node.js ${process.version}${otherBuild ? `, ${otherBuild}` : ""}`);
const postgres = await startPostgres();
try {
  await measure("Embedded database", {}, null);
  await measure("PostgreSQL", { DATABASE_URL: postgres.url }, postgres);
} finally {
  await postgres.stop();
}

async function measure(name, env, server) {
  const chosen = Object.keys(parts).filter(
    (part) => (asked.length === 0 || asked.includes(part)) && (server || !onServerOnly.has(part)),
  );
  if (chosen.length === 0) return;
  const data = mkdtempSync(path.join(tmpdir(), "spaiv-bench-"));
  const { child, ready, address } = serve({
    port: await freePort(),
    env: { SPAIV_DATA_DIR: data, SPAIV_DEMO: "1", SPAIV_BACKUP_HOURS: "0", DATABASE_URL: "", ...env },
    stdio: "ignore",
    output: otherBuild,
    limited: process.env.SPAIV_BENCH_UNLIMITED !== "1",
  });
  try {
    await ready;
    for (const part of chosen) await parts[part]({ name, address, pid: child.pid, postgres: server });
  } finally {
    child.kill("SIGTERM");
    await new Promise((resolve) => child.once("exit", resolve));
    rmSync(data, { recursive: true, force: true });
  }
}

async function publicPages({ name, address }) {
  const first = await fetch(address + page);
  const html = Buffer.from(await first.arrayBuffer());
  table(`${name}: regional page, through the proxy`, [
    row("as browsers ask, concurrency 1", await load(address + page, 1, asBrowsers)),
    row("as browsers ask, concurrency 10", await load(address + page, 10, asBrowsers)),
    row("plain, concurrency 10", await load(address + page, 10)),
    row("bare node:http, the same plain bytes, concurrency 10", await bare(html)),
  ]);
  if (otherBuild) return;
  const weight = await pageWeight(address, page);
  const kilobytes = (bytes) => (bytes / 1024).toFixed(1);
  console.log(`  HTML ${kilobytes(html.length)} KB (${kilobytes(weight.htmlGzip)} KB gzip)`);
  console.log(
    `  JavaScript ${kilobytes(weight.page)} KB gzip; an empty page ${kilobytes(weight.empty)} KB; more by ${kilobytes(weight.page - weight.empty)} KB`,
  );
}

async function workPages({ name, address, pid, postgres: server }) {
  table(`${name}: pages of those who work here`, await signedInPages(address, pid, server));
}

async function work({ name, address, postgres: server }) {
  const cookie = await signIn(address, "focal.thailand");
  table(`${name}: one value saved`, [
    row("product, concurrency 1", await savesThroughProduct(address, ofOneReport(cookie), 1)),
    row("product, concurrency 20", await savesThroughProduct(address, ofOneReport(cookie), 20)),
    ...(server
      ? [
          row("same SQL through pg, concurrency 1", await savesThroughPg(server.url, 1)),
          row("same SQL through pg, concurrency 20", await savesThroughPg(server.url, 20)),
        ]
      : []),
  ]);
  table(`${name}: signing in`, [
    row("concurrency 1", await signIns(address, 1)),
    row("concurrency 10", await signIns(address, 10)),
  ]);
  table(`${name}: importing a large file`, await importLargeFile(address, cookie));
  const { before, after, milliseconds } = await withBrowser((browser) => approveOnce(browser, address));
  console.log(
    `  After an approval (${milliseconds} ms with its results) the first request shows the new values: ${before !== after ? "yes" : "NO"}\n`,
  );
}

async function readers({ address }) {
  await withBrowser(async (browser, port) => {
    table("Layout shift", await layoutShifts(browser, address, shown));
    table("Lighthouse, mobile", await lighthouseScores(port, address, read));
  });
}

async function memory({ address, pid }) {
  console.log(`\nMemory over ${MINUTES} minutes of a mixture of everything`);
  const { atStart, atEnd, most, answers } = await memoryUnderLoad(address, pid, MINUTES);
  console.log(`  ${atStart} MB before, ${atEnd} MB after, at most ${most} MB; answers ${JSON.stringify(answers)}`);
}

/** What the machine gives at most: the same bytes from a server that does nothing. */
async function bare(bytes) {
  const server = createServer((_, response) => response.writeHead(200, { "content-type": "text/html" }).end(bytes));
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  try {
    return await load(`http://127.0.0.1:${server.address().port}/`, 10);
  } finally {
    server.close();
  }
}
