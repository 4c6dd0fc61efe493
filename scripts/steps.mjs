// The steps that start, test, dev and bench share: dependencies, Prisma client, build. Each says what it does, and does
// nothing where nothing changed.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { completeStandalone } from "./bundle.mjs";
import { buildHash, hashOf, installationHash, unlessDone } from "./sources.mjs";

export const root = path.resolve(import.meta.dirname, "..");
/** What is served, and laid out elsewhere by `npm run package`. */
export const standalone = ".next/standalone";
export const say = (text) => console.log(`\x1b[2m${new Date().toTimeString().slice(0, 8)}\x1b[0m ${text}`);

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

/** Runs a program to its end, its output passed through. Rejects with its name when it fails. */
export function run(program, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = begin(program, args, { stdio: "inherit", ...options });
    child.on("error", reject);
    child.on("exit", (code, signal) =>
      code === 0
        ? resolve()
        : reject(new Error(`${path.basename(program)} ${args.join(" ")}: ${signal ?? `exit ${code}`}`)),
    );
  });
}

const npm = (...args) => run(process.platform === "win32" ? "npm.cmd" : "npm", args);
const bin = (name) => path.join(root, "node_modules", name);
export const node = (script, args = [], options) => run(process.execPath, [script, ...args], options);

export async function installDependencies() {
  const hash = hashOf(["package-lock.json"]);
  await unlessDone("node_modules/.spaiv-lock", hash, existsSync("node_modules/next/package.json"), async () => {
    say("Installing dependencies (a few minutes the first time) …");
    await npm("ci", "--no-audit", "--no-fund", "--loglevel=error");
  });
}

export async function generateClient() {
  const hash = hashOf(["prisma/schema", "node_modules/prisma/package.json"]);
  await unlessDone(
    "lib/server/db/generated/.stamp",
    hash,
    existsSync("lib/server/db/generated/client.ts"),
    async () => {
      say("Generating the database client …");
      await node("scripts/prisma.mjs", ["generate"], { env: { ...process.env, SPAIV_QUIET: "1" } });
    },
  );
}

/** @param {{ typesAgree?: boolean }} known what was checked of the same sources, and isn't checked again */
export async function build({ typesAgree = false } = {}) {
  await unlessDone(".next/.spaiv-sources", buildHash(), existsSync(`${standalone}/server.js`), async () => {
    say("Building (about a minute) …");
    const known = typesAgree ? { SPAIV_TYPES_AGREE: "1" } : {};
    await node(bin("next/dist/bin/next"), ["build"], {
      env: { ...process.env, ...known, NEXT_TELEMETRY_DISABLED: "1" },
    });
  });
  await unlessDone(".next/.spaiv-installation", installationHash(), existsSync(`${standalone}/commands`), () =>
    completeStandalone(standalone),
  );
}

/** Everything before a server can be started. */
export async function prepare() {
  process.chdir(root);
  await installDependencies();
  await generateClient();
  await build();
}
