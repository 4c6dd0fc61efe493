// npm start: everything from a fresh checkout to a running server.
import path from "node:path";
import process from "node:process";
import { pathToFileURL } from "node:url";
import { endWithNpm } from "./server/end-with-npm.mjs";
import { listeningFault, listeningPlace } from "./server/listening.mjs";
import { addressOf, answers } from "./server/serve.mjs";
import { endRunning, isPrepared, node, root, say, standalone } from "./steps.mjs";

/** The server finishes what it is writing, then ends. One that a reader's connection keeps longer is ended. */
const LONGEST_END_MS = 15_000;

const [major, minor] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 19))
  fail(`SPAIV Monitor needs Node.js 20.19 or newer; this is ${process.version}.`);

process.chdir(root);
await import("./server/read-env.mjs");
const place = listeningPlace();
// Before a minute of building: the server asks again when it starts.
const fault = await listeningFault(place);
if (fault !== null) fail(fault);

if (!isPrepared()) await buildInAnotherProcess();

say("Starting …");
// This process becomes the server: one that waits for another would only hold memory.
Object.assign(process.env, {
  SPAIV_DATA_DIR: path.resolve(root, process.env.SPAIV_DATA_DIR?.trim() || ".data"),
  NODE_ENV: "production",
  NEXT_TELEMETRY_DISABLED: "1",
});
for (const signal of ["SIGINT", "SIGTERM"])
  process.once(signal, () => setTimeout(() => process.exit(1), LONGEST_END_MS).unref());
// Who stopped it knows: npm would call it a failure.
process.once("exit", (code) => {
  if (code === 130 || code === 143) process.exitCode = 0;
});
await import(pathToFileURL(path.join(root, standalone, "server.js")).href);

const address = addressOf(place);
await answers(`${address}/api/health`);
const demo = process.env.SPAIV_DEMO !== "0";
// Past the server's log, which writes what goes to the console as JSON.
process.stdout.write(`
SPAIV Monitor is ready: ${address}
${
  demo
    ? `
  Demonstration: all values and accounts are made up. Sign in at ${address}/en/sign-in
    focal.thailand@demo.spaiv.example    government focal point, Thailand
    secretariat@demo.spaiv.example       secretariat
    cso@demo.spaiv.example               civil society
    administrator@demo.spaiv.example     administrator
  Password of all: mekong-demo-2018
`
    : ""
}
Stop with Ctrl-C.
`);

/** What builds takes hundreds of megabytes, which go with its process. */
async function buildInAnotherProcess() {
  // Ctrl-C reaches all that the terminal started, `kill` of npm at most this process: whatever runs for it ends with it.
  let isEnding = false;
  const end = (signal) => {
    isEnding = true;
    if (!endRunning(signal)) process.exit(0);
    setTimeout(() => endRunning("SIGKILL"), LONGEST_END_MS).unref();
  };
  for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, end);
  const stopWatching = endWithNpm(() => end("SIGTERM"));
  await node("scripts/build.mjs", ["--fill"]).catch(() => process.exit(isEnding ? 0 : 1));
  stopWatching();
  for (const signal of ["SIGINT", "SIGTERM"]) process.off(signal, end);
}

function fail(sentence) {
  console.error(`\n${sentence}\n`);
  process.exit(1);
}
