// Starts the built server as a child and waits until it answers.
import path from "node:path";
import process from "node:process";
import { begin, root, standalone } from "../steps.mjs";
import { memoryEnvironment, memoryFlags } from "./server-memory.mjs";

/**
 * @param {object} options `limited: false` leaves the server's memory to Node.js, as builds expect that knew no limit yet.
 * @returns {{ child: import("node:child_process").ChildProcess, ready: Promise<void>, address: string }}
 */
export function serve({
  port,
  host = "127.0.0.1",
  env = {},
  stdio = "inherit",
  output = path.join(root, standalone),
  limited = true,
}) {
  const child = begin(process.execPath, [...(limited ? memoryFlags : []), path.join(output, "server.js")], {
    stdio,
    env: {
      ...process.env,
      SPAIV_DATA_DIR: path.resolve(root, process.env.SPAIV_DATA_DIR?.trim() || ".data"),
      NODE_ENV: "production",
      NEXT_TELEMETRY_DISABLED: "1",
      ...(limited && memoryEnvironment),
      ...env,
      PORT: String(port),
      HOST: host,
      // Of an older output, which the bench compares with.
      HOSTNAME: host,
    },
  });
  const address = addressOf({ host, port });
  const exited = new Promise((_, reject) =>
    child.once("exit", (code) => reject(new Error(`The server ended before it was ready (exit ${code}).`))),
  );
  // Asked only by those who wait for it; a server that ends later is no failure of this promise.
  exited.catch(() => {});
  return { child, address, ready: Promise.race([answers(`${address}/api/health`), exited]) };
}

/** Where a browser of this machine finds a server that listens there. */
export const addressOf = ({ host, port }) =>
  `http://${host === "0.0.0.0" || host === "::" ? "127.0.0.1" : host}:${port}`;

/** Waits until the address answers that all is well. */
export async function answers(url) {
  for (;;) {
    try {
      if ((await fetch(url)).ok) return;
    } catch {
      // Not listening yet.
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
