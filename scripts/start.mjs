// npm start: everything from a fresh checkout to a running server.
import process from "node:process";
import { serve } from "./serve.mjs";
import { prepare, say } from "./steps.mjs";

const [major, minor] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`SPAIV Monitor needs Node.js 20.19 or newer; this is ${process.version}.`);
  process.exit(1);
}

const port = Number(process.env.PORT ?? 3000);
const host = process.env.HOST ?? "127.0.0.1";
await prepare().catch((error) => {
  console.error(`\n${error.message}`);
  process.exit(1);
});

say("Starting …");
const { child, ready, address } = serve({ port, host, stdio: ["ignore", "inherit", "inherit"] });
// The server finishes what it is writing, then ends; this process ends with it. A terminal signals both.
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => child.kill(signal));
child.on("exit", (code, signal) => process.exit(signal || code === 143 || code === 130 ? 0 : (code ?? 1)));

await ready;
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
