// npm start: everything from a fresh checkout to a running server.
import process from "node:process";
import { endWithNpm } from "./server/end-with-npm.mjs";
import { listeningFault, listeningPlace } from "./server/listening.mjs";
import { serve } from "./server/serve.mjs";
import { endRunning, prepare, root, say } from "./steps.mjs";

/** The server finishes what it is writing, then ends. One that a reader's connection keeps longer is ended. */
const LONGEST_END_MS = 15_000;

const [major, minor] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 19))
  fail(`SPAIV Monitor needs Node.js 20.19 or newer; this is ${process.version}.`);

process.chdir(root);
await import("./server/read-env.mjs");
const place = listeningPlace();
// Before minutes of building: the server asks again when it starts.
const fault = await listeningFault(place);
if (fault !== null) fail(fault);

// Ctrl-C reaches all that the terminal started, `kill` of npm at most this process: whatever runs for it ends with it.
let isEnding = false;
function end(signal) {
  isEnding = true;
  if (!endRunning(signal)) process.exit(0);
  setTimeout(() => endRunning("SIGKILL"), LONGEST_END_MS).unref();
}
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => end(signal));
endWithNpm(() => end("SIGTERM"));
await prepare().catch((error) => (isEnding ? process.exit(0) : fail(error.message)));

say("Starting …");
const { child, ready, address } = serve({ ...place, stdio: ["ignore", "inherit", "inherit"] });
child.on("exit", (code, signal) => process.exit(signal || code === 143 || code === 130 ? 0 : (code ?? 1)));

// Whatever ended the server instead has been said.
await ready.catch(() => new Promise(() => {}));
const demo = process.env.SPAIV_DEMO !== "0";
console.log(`
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
Stop with Ctrl-C.`);

function fail(sentence) {
  console.error(`\n${sentence}\n`);
  process.exit(1);
}
