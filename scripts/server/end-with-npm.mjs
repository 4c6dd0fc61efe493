import process from "node:process";

const LOOK_MS = 500;

/**
 * Calls `end` once npm, which started this process by `npm start`, is gone. npm passes a signal on to the shell between them,
 * and a shell that ends of it leaves its child running.
 * @returns {() => void} what stops watching
 */
export function endWithNpm(end) {
  if (process.env.npm_lifecycle_event !== "start") return () => {};
  const parent = process.ppid;
  const look = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(look);
    end();
  }, LOOK_MS);
  look.unref();
  return () => clearInterval(look);
}
