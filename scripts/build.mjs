// npm run build: the standalone output in .next/standalone, ready for `node server.js`. With --fill, as `npm start` calls it,
// the database is filled meanwhile.
import process from "node:process";
import { endRunning, prepare } from "./steps.mjs";

let isEnding = false;
for (const signal of ["SIGINT", "SIGTERM"])
  process.on(signal, () => {
    isEnding = true;
    endRunning(signal);
  });
await prepare({ fill: process.argv.includes("--fill") }).catch((error) => {
  if (!isEnding) console.error(`\n${error.message}\n`);
  endRunning("SIGTERM");
  process.exit(1);
});
