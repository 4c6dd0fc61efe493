// npm run test:plants: plants faults one at a time and says which of them the tests catch, in the quick run and in the whole one.
// `npm run test:plants -- audit` plants those about one subject. Files are changed in place and restored: run it on a clean checkout.
import { execFileSync, spawn } from "node:child_process";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import process from "node:process";
import { findBrowser } from "./browser/browser.mjs";
import { memoryFolder } from "./memory-folder.mjs";
import { startPostgres } from "./postgres.mjs";
import { build, root } from "./steps.mjs";

/** What it is about, its file, what stands there exactly once, and what is planted; a journey where no cheaper test reads the file. */
const plants = JSON.parse(readFileSync(path.join(root, "test/plants.json"), "utf8"));
/** What takes longer doesn't end, which is red too. */
const MOST_MINUTES = 5;
const [only] = process.argv.slice(2);
const report = path.join(tmpdir(), `spaiv-plants-${process.pid}.json`);

if (execFileSync("git", ["status", "--porcelain", "--untracked-files=no"], { cwd: root }).length > 0) {
  console.error("Commit or stash your changes first: planted files are restored to what is committed.");
  process.exit(1);
}
process.chdir(root);

/** Runs a test program quietly. @returns {Promise<string[]>} the tests that failed, by name */
async function failures(args, env, failed) {
  rmSync(report, { force: true });
  const child = spawn(process.execPath, args, { stdio: "ignore", detached: true, env: { ...process.env, ...env } });
  stop = () => {
    // With the workers that it started, of which one may loop for good.
    if (child.exitCode === null) process.kill(-child.pid, "SIGKILL");
  };
  const limit = setTimeout(() => stop(), MOST_MINUTES * 60_000);
  const code = await new Promise((resolve) => child.once("exit", resolve));
  clearTimeout(limit);
  if (code === 0) return [];
  try {
    return failed(JSON.parse(readFileSync(report, "utf8")));
  } catch {
    return ["it didn't load, or didn't end"];
  }
}

/** Of the unit tests that read the file, then of the database tests; the first failure ends the run. */
async function inTests(file, env, quick) {
  const inUnit = await inProject("unit", file, env, quick);
  return inUnit.length > 0 ? inUnit : inProject("database", file, env, quick);
}

const inProject = (project, file, env, quick) =>
  failures(
    [
      "node_modules/vitest/vitest.mjs",
      "related",
      "--run",
      file,
      "--bail=1",
      "--passWithNoTests",
      "--project",
      project,
      ...(quick ? ["--tags-filter=!long"] : []),
      "--reporter=json",
      `--outputFile.json=${report}`,
    ],
    env,
    ({ testResults }) =>
      testResults
        .filter(({ status }) => status === "failed")
        .map(({ name, assertionResults }) => {
          const test = assertionResults.find(({ status }) => status === "failed");
          return `${path.relative(root, name)} ${test?.fullName ?? "doesn't load"}`;
        }),
  );

const specsOf = ({ suites = [], specs = [] }) => [...specs, ...suites.flatMap(specsOf)];

async function inJourneys(journey, env, quick) {
  await build();
  return failures(
    [
      "node_modules/@playwright/test/cli.js",
      "test",
      "--config",
      "e2e/playwright.config.ts",
      journey,
      "-x",
      ...(quick ? ["--grep", "@quick"] : []),
    ],
    { ...env, CI: "", NODE_OPTIONS: "--conditions=react-server", PLAYWRIGHT_JSON_OUTPUT_NAME: report },
    (result) =>
      specsOf(result)
        .filter(({ ok }) => !ok)
        .map(({ file, title }) => `${file} ${title}`),
  );
}

let restore = () => {};
let stop = () => {};
const memory = memoryFolder();
if (memory) process.env.TMPDIR = memory;
process.once("exit", () => {
  stop();
  restore();
  if (memory) rmSync(memory, { recursive: true, force: true });
});
for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => process.exit(1));

const postgres = await startPostgres(["fsync=off", "full_page_writes=off", "synchronous_commit=off"]);
const env = { SPAIV_TEST_DATABASE_URL: postgres.url, SPAIV_BROWSER: (await findBrowser()) ?? "" };
const caught = { quick: 0, whole: 0 };
const missed = [];
const chosen = plants.filter(([subject]) => only === undefined || subject === only);
for (const [index, [subject, file, from, to, journey]] of chosen.entries()) {
  const text = readFileSync(file, "utf8");
  restore = () => writeFileSync(file, text);
  if (text.split(from).length !== 2) throw new Error(`${file} doesn't say exactly once: ${from}`);
  writeFileSync(
    file,
    text.replace(from, () => to),
  );
  const began = performance.now();
  let found = await inTests(file, env, true);
  if (found.length === 0 && journey) found = await inJourneys(journey, env, true);
  const isQuick = found.length > 0;
  if (!isQuick) found = await inTests(file, env, false);
  if (found.length === 0 && journey) found = await inJourneys(journey, env, false);
  restore();
  if (isQuick) caught.quick++;
  if (found.length > 0) caught.whole++;
  else missed.push(`${subject}: ${file}: ${to}`);
  const by = found.length > 0 ? `${isQuick ? "quick" : "whole"}: ${found[0]}` : "MISSED";
  const seconds = Math.round((performance.now() - began) / 1000);
  console.log(`${index + 1}/${chosen.length} ${subject}, ${path.basename(file)} (${seconds} s): ${by}`);
}
await postgres.stop();
rmSync(report, { force: true });
console.log(
  `\nOf ${chosen.length} planted faults the quick run catches ${caught.quick}, the whole run ${caught.whole}.`,
);
for (const each of missed) console.log(`  missed: ${each}`);
process.exit(missed.length > 0 ? 1 : 0);
