// npm run build: the standalone output in .next/standalone, ready for `node server.js`.
import process from "node:process";
import { endRunning, prepare } from "./steps.mjs";

let isEnding = false;
for (const signal of ["SIGINT", "SIGTERM"])
  process.on(signal, () => {
    isEnding = true;
    endRunning(signal);
  });
await prepare().catch((error) => {
  if (!isEnding) console.error(`\n${error.message}\n`);
  process.exit(1);
});
