import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { connect } from "node:net";
import path from "node:path";
import { expect, test } from "@playwright/test";
import { filledPlace, freePort, startServer } from "../support/server";

// `npm start`, as it is stopped in a terminal and from outside.

const root = path.resolve(import.meta.dirname, "../..");
const answers = (address: string) =>
  fetch(`${address}/api/health`).then(
    ({ ok }) => ok,
    () => false,
  );

/** Starts it, lets `stop` end it, and sees that the server has ended too and left nothing locked. */
async function startedAndStopped(program: string, args: string[], stop: (child: ChildProcess) => void) {
  const place = await filledPlace();
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  const child = spawn(program, args, {
    cwd: root,
    stdio: ["pipe", "pipe", "inherit"],
    env: { ...process.env, NODE_OPTIONS: "", ...place.env, PORT: `${port}`, HOST: "127.0.0.1" },
  });
  child.stdout.resume();
  const ended = once(child, "exit");
  await expect.poll(() => answers(address), { timeout: 60_000 }).toBe(true);
  stop(child);
  await ended;
  await expect.poll(() => answers(address)).toBe(false);
  // The database closes after the last answer, and npm may have ended by then.
  await expect.poll(() => existsSync(path.join(place.env.SPAIV_DATA_DIR!, "pglite.lock"))).toBe(false);
  await place.remove();
}

test.beforeEach(() => {
  test.skip(process.platform === "win32" || !!process.env.SPAIV_TEST_DATABASE_URL, "signals, and a folder to see free");
});

test("npm start ends with SIGTERM to npm", () => startedAndStopped("npm", ["start"], (npm) => npm.kill("SIGTERM")));

test("npm start ends with Ctrl-C in a terminal", () => {
  test.skip(process.platform !== "linux", "script takes other arguments elsewhere");
  return startedAndStopped("script", ["-qec", "npm start", "/dev/null"], ({ stdin }) => stdin?.write("\x03"));
});

test("a server ends while somebody is connected who asks nothing, as browsers are", async () => {
  const place = await filledPlace();
  const server = await startServer(place.env);
  const silent = connect(Number(new URL(server.address).port), "127.0.0.1").on("error", () => {});
  await once(silent, "connect");
  await server.stop();
  expect(server.process.exitCode).toBe(143);
  await place.remove();
});
