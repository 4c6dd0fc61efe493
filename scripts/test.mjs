// npm test: each layer once, in a quarter of an hour. npm run test:all (--all): both databases, every journey, Node.js 24.
// Both go from dependencies to a browser, and end with the minutes of each layer and one line: N passed, N failed.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import process from "node:process";
import { stripVTControlCharacters } from "node:util";
import { findNode24 } from "./checkout/node24.mjs";
import { memoryFolder } from "./memory-folder.mjs";
import { build, endRunning, generateClient, installDependencies, node, root, run, say } from "./steps.mjs";

process.chdir(root);
const memory = memoryFolder();
if (memory) {
  say(`What tests throw away is in memory, in ${memory}.`);
  process.env.TMPDIR = memory;
  process.once("exit", () => rmSync(memory, { recursive: true, force: true }));
}
for (const signal of ["SIGINT", "SIGTERM"]) {
  process.once(signal, () => {
    endRunning(signal);
    process.exit(1);
  });
}
const isWhole = process.argv.includes("--all");
const reports = mkdtempSync(path.join(tmpdir(), "spaiv-test-"));
const totals = { passed: 0, failed: 0, skipped: 0 };
/** What failed, by name: said again at the end, where a log that was cut still shows it. */
const failures = [];
/** What a busy machine may fail once, and passed when it was tried again: told, for it may be a fault that is rare. */
const secondTries = [];

/** Where threads, files, sockets and compression are: what one Node.js may do otherwise than another. */
const usingNode = ["lib/server/", "lib/publication/", "lib/cleaning/", "scripts/"];
/**
 * Where a database has ways of its own: opening, migrating, filling, backups, jobs, sessions, transactions, streams. What rests upon
 * these is tested on PostgreSQL, and walked through on the embedded database by the journeys.
 */
const usingEngine = [
  ...["audit", "auth", "backup", "db", "front", "framework", "jobs", "mail", "reports", "transaction"].map(
    (of) => `lib/server/${of}`,
  ),
  "app/",
  "prisma/seed/seed",
  "prisma/seed/second-plan",
];

/** How long each layer took, in minutes. */
const minutes = new Map();
async function measured(layer, work) {
  const from = performance.now();
  const result = await work();
  minutes.set(layer, (minutes.get(layer) ?? 0) + (performance.now() - from) / 60_000);
  return result;
}

/** A check that has no cases of its own counts as one. */
async function check(name, work) {
  say(`${name} …`);
  try {
    await work();
    totals.passed++;
    return true;
  } catch (error) {
    console.error(error.message);
    totals.failed++;
    failures.push(name);
    return false;
  }
}

const bin = (name) => path.join("node_modules", name);

async function vitest(name, choice, env = {}, program = process.execPath) {
  say(`${name} …`);
  const report = path.join(reports, `${name.replace(/\W+/g, "-")}.json`);
  const args = ["run", ...choice, "--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const failure = await run(program, [bin("vitest/vitest.mjs"), ...args], { env: { ...process.env, ...env } }).catch(
    (error) => error,
  );
  add(name, failure, () => {
    const { numPassedTests, numPendingTests, testResults } = JSON.parse(readFileSync(report, "utf8"));
    const failed = testResults.flatMap((file) => {
      const where = path.relative(root, file.name);
      const failed = file.assertionResults
        .filter((test) => test.status === "failed")
        .map((test) => `${where} ${test.fullName}${reason(test.failureMessages[0])}`);
      // One that didn't load, or whose preparations failed: Vitest takes its tests for skipped.
      return file.status === "failed" && failed.length === 0 ? [`${where}${reason(file.message)}`] : failed;
    });
    return { passed: numPassedTests, failed, skipped: numPendingTests };
  });
}

async function playwright(name, args, env) {
  say(`${name} …`);
  const report = path.join(reports, `${name.replace(/\W+/g, "-")}.json`);
  const failure = await node(
    bin("@playwright/test/cli.js"),
    ["test", "--config", "e2e/playwright.config.ts", ...args],
    {
      // The fixtures read the demo accounts from lib/server, whose files refuse to be loaded anywhere but on a server.
      env: { ...process.env, ...env, NODE_OPTIONS: "--conditions=react-server", PLAYWRIGHT_JSON_OUTPUT_NAME: report },
    },
  ).catch((error) => error);
  add(name, failure, () => {
    const { stats, suites } = JSON.parse(readFileSync(report, "utf8"));
    const told = (spec) => `${spec.file}:${spec.line} ${spec.title}${reason(errorOf(spec))}`;
    const specs = specsOf(suites);
    const failed = specs.filter((spec) => !spec.ok).map(told);
    const passedLater = specs.filter((spec) => spec.tests.some((test) => test.status === "flaky"));
    secondTries.push(...passedLater.map((spec) => `${name}: ${told(spec)}`));
    return { passed: stats.expected + stats.flaky, failed, skipped: stats.skipped };
  });
}

/** The first lines of what a test says of its failure, without their colours. */
const reason = (message = "") =>
  stripVTControlCharacters(message)
    .split("\n")
    .filter((line) => line.trim())
    .slice(0, 8)
    .map((line) => `\n      ${line}`)
    .join("");

const errorOf = (spec) => spec.tests.flatMap((test) => test.results).flatMap((result) => result.errors)[0]?.message;

const specsOf = (suites) => suites.flatMap((suite) => [...suite.specs, ...specsOf(suite.suites ?? [])]);

/** A runner that failed without a failed case has failed all the same. */
function add(name, failure, read) {
  let counts = { passed: 0, failed: [], skipped: 0 };
  try {
    counts = read();
  } catch (error) {
    failure ??= error;
  }
  if (failure && counts.failed.length === 0) {
    console.error(failure.message);
    counts.failed = ["ended with an error"];
  }
  totals.passed += counts.passed;
  totals.failed += counts.failed.length;
  totals.skipped += counts.skipped;
  failures.push(...counts.failed.map((test) => `${name}: ${test}`));
}

/** Tests run on the oldest Node.js that will do, or whichever is here; what is installed runs on 24. */
async function onNode24(env) {
  const program = await findNode24();
  if (!program) {
    say(`Node.js 24: ${process.version} runs already, or it can't be had from npm's registry; skipped.`);
    totals.skipped++;
    return;
  }
  say(
    `On Node.js 24 of the unit tests only those of ${usingNode.join(", ")}: the rest uses next to nothing of Node.js.`,
  );
  await vitest("Unit tests on Node.js 24", ["--project", "unit", ...usingNode], {}, program);
  await playwright("Installation on Node.js 24", ["operation/installation"], { ...env, SPAIV_NODE: program });
}

await measured("Installing", async () => {
  await installDependencies({ development: true });
  await generateClient();
});
const { findBrowser } = await import("./browser/browser.mjs");
const { startPostgres } = await import("./postgres.mjs");
const { installTestServers } = await import("./test-servers.mjs");

/** Installs what is missing, one after another, and starts the database. It waits for the line more than it computes. */
async function getReady() {
  const browser = await findBrowser();
  say(`Browser: ${browser ?? "Playwright's own"}`);
  await installTestServers();
  // What a power cut would leave of it nobody asks: nothing waits for the disk.
  const settings = [
    "fsync=off",
    "full_page_writes=off",
    "synchronous_commit=off",
    "wal_level=minimal",
    "max_wal_senders=0",
  ];
  return { browser, postgres: await startPostgres(settings) };
}

// Each of these keeps one core busy.
const [{ browser, postgres }] = await measured("Format, types, migrations", () =>
  Promise.all([
    getReady(),
    check("Format and lint", () => node(bin("@biomejs/biome/bin/biome"), ["check", "."])),
    check("Types", async () => {
      await node(bin("next/dist/bin/next"), ["typegen"], { stdio: ["ignore", "ignore", "inherit"] });
      await node(bin("typescript/bin/tsc"), ["--noEmit"]);
    }),
    check("Migrations agree with the schema", () =>
      node(bin("tsx/dist/cli.mjs"), ["--conditions=react-server", "scripts/migrate.ts", "drift"]),
    ),
  ]),
);
try {
  const onServer = { SPAIV_TEST_DATABASE_URL: postgres.url };
  const quick = isWhole ? [] : ["--tags-filter=!long"];
  await measured("Unit tests", () => vitest("Unit tests", ["--project", "unit", ...quick]));
  await measured("Database tests", async () => {
    await vitest("Database tests on PostgreSQL", ["--project", "database", ...quick], onServer);
    if (isWhole) await vitest("Database tests on the embedded database", ["--project", "database", ...usingEngine]);
  });
  if (await measured("Build", () => check("Build", build))) {
    const browserEnv = browser ? { SPAIV_BROWSER: browser } : {};
    const embedded = { ...browserEnv, SPAIV_E2E_FILLED: path.join(reports, "filled") };
    await measured("Journeys", async () => {
      if (!isWhole) return playwright("Journeys", ["--grep", "@quick"], { ...browserEnv, ...onServer });
      // Who may do what isn't the database's business: the long ways through all that is refused are walked once, on the server.
      await playwright("Journeys on the embedded database", ["--grep-invert", "@server"], embedded);
      await playwright("Journeys on PostgreSQL", ["--grep", "@both|@server|@quick"], { ...browserEnv, ...onServer });
    });
    if (isWhole) await measured("Node.js 24", () => onNode24(embedded));
  }
} finally {
  await postgres.stop();
  rmSync(reports, { recursive: true, force: true });
}
console.log(
  `\nMinutes:\n${[...minutes].map(([layer, took]) => `  ${took.toFixed(1).padStart(5)}  ${layer}`).join("\n")}`,
);
const list = (title, tests) => {
  if (tests.length > 0) console.log(`\n${title}:\n${tests.map((test) => `  ${test}`).join("\n")}`);
};
list("Passed at the second try", secondTries);
list("Failed", failures);
const skipped = totals.skipped ? `, ${totals.skipped} skipped` : "";
console.log(`\n${totals.passed} passed, ${totals.failed} failed${skipped}`);
process.exit(totals.failed ? 1 : 0);
