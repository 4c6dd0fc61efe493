// npm run bench:publications: how fast publications are made and how much memory that takes, each measurement in a process
// of its own, and how fast the regional page stays meanwhile. Demonstration data, and 100,000 generated values.
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import path from "node:path";
import process from "node:process";
import { build } from "esbuild";
import { freePort } from "../scripts/postgres.mjs";
import { serve } from "../scripts/server/serve.mjs";
import { prepare, root, say } from "../scripts/steps.mjs";
import { signIn } from "./browser.mjs";
import { summary } from "./load.mjs";

const page = "/en/spaiv/2016";

await prepare();
say(`${cpus().length} cores, ${cpus()[0].model}, Node.js ${process.version}`);
const data = mkdtempSync(path.join(tmpdir(), "spaiv-bench-"));
const contentOf = (kind) => path.join(data, `${kind}.content`);
try {
  const program = await bundled();
  const file = (...args) => run([program, ...args], "");
  await work(["seed"], data);
  for (const kind of ["goal", "country", "regional", "databook"]) {
    show(`${kind}: reading and wording the results`, await work(["content", kind, contentOf(kind)], data));
  }
  for (const [kind, format] of [
    ...["goal", "country", "regional"].flatMap((kind) => ["pdf", "docx", "html"].map((format) => [kind, format])),
    ["databook", "xlsx"],
    ["databook", "csv"],
  ]) {
    show(`${kind}: ${format}`, await file("file", contentOf(kind), format));
  }
  show("goal: pdf, 30 in a row", await file("row", contentOf("goal"), "pdf"));
  show("XLSX, 100,000 values", await file("values", "xlsx"));
  show("CSV as a stream, 100,000 values", await file("values", "csv"));
  show("CSV package, 100,000 values", await file("values", "package"));
  await work(["request"], data);
  await meanwhile();
} finally {
  rmSync(data, { recursive: true, force: true });
}

/** One line: seconds, peak memory above an idle process, size, and whatever else was counted. */
function show(name, { seconds, peak, idle, ...more }) {
  const rest = Object.entries(more).map(([key, value]) => `${key} ${value}`);
  console.log(
    `  ${name}: ${seconds.toFixed(2)} s, peak ${peak} MB (${peak - idle} above the idle process)${rest.length ? `, ${rest.join(", ")}` : ""}`,
  );
}

/** `publication-files.ts` as one file beside the data, as the server's own bundle is. */
async function bundled() {
  // Below the packages, or it wouldn't find them.
  const outfile = path.join(root, "node_modules/.cache/spaiv-bench/publication-files.mjs");
  const entryPoints = [path.join(root, "bench/publication-files.ts")];
  await build({ entryPoints, outfile, bundle: true, platform: "node", format: "esm", packages: "external" });
  return outfile;
}

/** Runs `publication-work.ts` on the database in the folder, and gives what its last line says. */
function work(args, folder) {
  const tsx = path.join(root, "node_modules/tsx/dist/cli.mjs");
  return run([tsx, "--conditions=react-server", "bench/publication-work.ts", ...args], folder);
}

function run(args, folder) {
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { ...process.env, DATABASE_URL: "", SPAIV_DATA_DIR: folder },
    stdio: ["ignore", "pipe", "ignore"],
  });
  let output = "";
  child.stdout.on("data", (chunk) => {
    output += chunk;
  });
  return new Promise((resolve, reject) => {
    child.once("exit", (code) => {
      if (code === 0) resolve(JSON.parse(output.trim().split("\n").at(-1) || "{}"));
      else reject(new Error(`${args.join(" ")}: exit ${code}\n${output}`));
    });
  });
}

/** Reads the regional page again and again while the server makes all formats of the regional report. */
async function meanwhile() {
  const { child, ready, address } = serve({
    port: await freePort(),
    env: { SPAIV_DATA_DIR: data, SPAIV_DEMO: "1", DATABASE_URL: "" },
    stdio: "ignore",
  });
  try {
    await ready;
    const cookie = await signIn(address, "secretariat");
    const times = [];
    const began = performance.now();
    let state = "queued";
    let asked = 0;
    while (state === "queued" || state === "making") {
      const start = performance.now();
      await (await fetch(address + page)).arrayBuffer();
      times.push(performance.now() - start);
      if (performance.now() - asked > 500) {
        asked = performance.now();
        const answer = await fetch(`${address}/api/publications/spaiv/1/progress`, { headers: { cookie } });
        state = (await answer.json()).state;
      }
      if (performance.now() - began > 300_000) throw new Error("The publication took longer than five minutes.");
    }
    const seconds = (performance.now() - began) / 1000;
    const { p50, p95, p99 } = summary(times, seconds, 0);
    console.log(
      `  Regional page while all five formats of the regional report are made (${seconds.toFixed(1)} s, ${state}): ${times.length} reads, p50 ${p50.toFixed(0)} ms, p95 ${p95.toFixed(0)} ms, p99 ${p99.toFixed(0)} ms, longest ${Math.max(...times).toFixed(0)} ms`,
    );
  } finally {
    child.kill("SIGTERM");
    await new Promise((resolve) => child.once("exit", resolve));
  }
}
