// The steps that start, test, dev and bench share: dependencies, Prisma client, build. Each says what it does, and does
// nothing where nothing changed.
import { spawn } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { bundleCommands, bundles, completeStandalone } from "./bundle.mjs";
import { buildHash, hashOf, installationHash, isDone, unlessDone } from "./sources.mjs";

export const root = path.resolve(import.meta.dirname, "..");
/** What is served, and laid out elsewhere by `npm run package`. */
export const standalone = ".next/standalone";
export const say = (text) => console.log(`\x1b[2m${new Date().toTimeString().slice(0, 8)}\x1b[0m ${text}`);

/** Says what begins, and how long it took. */
export async function timed(name, work) {
  say(`${name} …`);
  const from = performance.now();
  await work();
  say(`  took ${((performance.now() - from) / 1000).toFixed(1)} s`);
}

/** Programs that run for this process. */
const running = new Set();

/** @returns {import("node:child_process").ChildProcess} one that `endRunning` ends */
export function begin(program, args, options) {
  const child = spawn(program, args, { cwd: root, ...options });
  running.add(child);
  child.once("exit", () => running.delete(child));
  child.once("error", () => running.delete(child));
  return child;
}

/** Passes a signal on to all that runs; false where nothing does. */
export function endRunning(signal) {
  for (const child of running) child.kill(signal);
  return running.size > 0;
}

/**
 * Runs a program to its end, its output passed through; of a quiet one only where it fails. Rejects with its name when it fails.
 * @param {import("node:child_process").SpawnOptions & { quiet?: boolean }} options
 */
export function run(program, args, { quiet = false, ...options } = {}) {
  return new Promise((resolve, reject) => {
    const child = begin(program, args, { stdio: quiet ? ["ignore", "pipe", "inherit"] : "inherit", ...options });
    let output = "";
    child.stdout?.on("data", (text) => {
      output += text;
    });
    child.on("error", reject);
    child.on("close", (code, signal) => {
      if (code === 0) return resolve();
      process.stdout.write(output);
      reject(new Error(`${path.basename(program)} ${args.join(" ")}: ${signal ?? `exit ${code}`}`));
    });
  });
}

export const npm = (...args) => run(process.platform === "win32" ? "npm.cmd" : "npm", args);
const bin = (name) => path.join(root, "node_modules", name);
export const node = (script, args = [], options) => run(process.execPath, [script, ...args], options);

/**
 * Whether npm's own note of what it installed has the packages of the lock file in their versions. One that is optional may be
 * for another system.
 */
function isInstalled({ development }) {
  const note = "node_modules/.package-lock.json";
  if (!existsSync(note)) return false;
  const [wanted, installed] = ["package-lock.json", note].map(
    (file) => JSON.parse(readFileSync(file, "utf8")).packages,
  );
  return Object.entries(wanted).every(
    ([place, { version, dev, optional, devOptional }]) =>
      place === "" || optional || devOptional || (dev && !development) || installed[place]?.version === version,
  );
}

/** What a start needs: it builds and runs the product. With `development` what tests and developers need, too. */
export async function installDependencies({ development = false } = {}) {
  if (isInstalled({ development })) return;
  await timed("Installing dependencies", () => npm("ci", ...(development ? [] : ["--omit=dev"]), ...plainly));
}

const plainly = ["--no-audit", "--no-fund", "--loglevel=error"];

/** With its types, which only checks and editors read: what runs is committed (lib/server/db/generated). */
export async function generateClient() {
  const hash = hashOf(["prisma/schema", "scripts/prisma/package.json"]);
  await unlessDone(
    "lib/server/db/generated/.stamp",
    hash,
    existsSync("lib/server/db/generated/models.ts"),
    async () => {
      await timed("Generating the database client", () =>
        node("scripts/prisma.mjs", ["generate"], { env: { ...process.env, SPAIV_QUIET: "1" } }),
      );
    },
  );
}

/**
 * Builds what is served. Types are checked elsewhere (`npm run types`).
 * @param {{ fill?: boolean }} also whether the database is filled meanwhile, for a start
 */
export async function build({ fill = false } = {}) {
  const isBuilt = isDone(".next/.spaiv-sources", buildHash()) && existsSync(`${standalone}/server.js`);
  if (isBuilt && isDone(".next/.spaiv-installation", installationHash())) return;
  // Next computes on both cores most of the time; what it leaves is enough for the rest.
  await Promise.all([
    isBuilt || timed("Building (about half a minute)", buildNext),
    timed("Bundling commands", bundleCommands).then(() => fill && timed("Filling the database", fillDatabase)),
  ]);
  await timed("Laying out the installation", () => completeStandalone(standalone));
  writeFileSync(".next/.spaiv-sources", buildHash());
  writeFileSync(".next/.spaiv-installation", installationHash());
}

const buildNext = () =>
  node(bin("next/dist/bin/next"), ["build"], {
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1" },
    // Its list of pages tells nobody anything; what goes wrong it says on the other stream.
    quiet: true,
  });

/** In a process of its own: what it takes of memory goes with it. */
const fillDatabase = () =>
  node(path.join(bundles, "fill.mjs"), [], { env: { ...process.env, NODE_ENV: "production" } });

/** Everything before a server can be started. */
export async function prepare(also) {
  process.chdir(root);
  await installDependencies();
  await build(also);
}

/** Whether `prepare` has nothing to do. */
export function isPrepared() {
  return (
    isInstalled({ development: false }) &&
    isDone(".next/.spaiv-sources", buildHash()) &&
    isDone(".next/.spaiv-installation", installationHash())
  );
}
