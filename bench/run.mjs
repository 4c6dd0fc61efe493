// npm run bench: what the product promises about speed, measured on the production build with the demonstration data, on
// the embedded database and on PostgreSQL. Load goes to 127.0.0.1 only, bounded in time and count.
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { cpus, tmpdir } from "node:os";
import path from "node:path";
import process from "node:process";
import { freePort, startPostgres } from "../scripts/postgres.mjs";
import { serve } from "../scripts/serve.mjs";
import { prepare, say } from "../scripts/steps.mjs";
import { approveOnce, signIn } from "./browser.mjs";
import { load, row, table } from "./load.mjs";
import { pageWeight } from "./page-weight.mjs";
import { savesThroughPg, savesThroughProduct } from "./saves.mjs";

const page = "/en/spaiv/2016";

await prepare();
say(`${cpus().length} cores, ${cpus()[0].model}, Node.js ${process.version}`);
const postgres = await startPostgres();
try {
  await measure("Embedded database", {});
  await measure("PostgreSQL", { DATABASE_URL: postgres.url });
} finally {
  await postgres.stop();
}

async function measure(name, env) {
  const data = mkdtempSync(path.join(tmpdir(), "spaiv-bench-"));
  const { child, ready, address } = serve({
    port: await freePort(),
    env: { SPAIV_DATA_DIR: data, SPAIV_DEMO: "1", DATABASE_URL: "", ...env },
    stdio: "ignore",
  });
  try {
    await ready;
    const first = await fetch(address + page);
    const html = Buffer.from(await first.arrayBuffer());
    table(`${name}: regional page, through the proxy`, [
      row("concurrency 1", await load(address + page, 1)),
      row("concurrency 10", await load(address + page, 10)),
      row("bare node:http, the same bytes, concurrency 10", await bare(html)),
    ]);
    const weight = await pageWeight(address, page);
    console.log(`  HTML ${(html.length / 1024).toFixed(1)} KB (${(weight.htmlGzip / 1024).toFixed(1)} KB gzip)`);
    console.log(
      `  JavaScript ${(weight.page / 1024).toFixed(1)} KB gzip; an empty page ${(weight.empty / 1024).toFixed(1)} KB; more by ${((weight.page - weight.empty) / 1024).toFixed(1)} KB`,
    );

    const cookie = await signIn(address, "focal.thailand");
    table(`${name}: one value saved`, [
      row("product, concurrency 1", await savesThroughProduct(address, cookie, 1)),
      row("product, concurrency 20", await savesThroughProduct(address, cookie, 20)),
      ...(env.DATABASE_URL
        ? [
            row("same SQL through pg, concurrency 1", await savesThroughPg(env.DATABASE_URL, 1)),
            row("same SQL through pg, concurrency 20", await savesThroughPg(env.DATABASE_URL, 20)),
          ]
        : []),
    ]);
    const { before, after, milliseconds } = await approveOnce(address);
    console.log(
      `  After an approval (${milliseconds} ms with its results) the first request shows the new figures: ${before !== after ? "yes" : "NO"}\n`,
    );
  } finally {
    child.kill("SIGTERM");
    await new Promise((resolve) => child.once("exit", resolve));
    rmSync(data, { recursive: true, force: true });
  }
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
