import { isMainThread, parentPort } from "node:worker_threads";

// Makes every answer of a server's threads late: `NODE_OPTIONS=--import=…/slow-threads.mjs`. The server itself isn't slower.

const LATE_MS = 150;

if (!isMainThread && parentPort) {
  const answer = parentPort.postMessage.bind(parentPort);
  const never = new Int32Array(new SharedArrayBuffer(4));
  parentPort.postMessage = (...said) => {
    Atomics.wait(never, 0, 0, LATE_MS);
    answer(...said);
  };
}
