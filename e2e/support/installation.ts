import { type ChildProcess, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { chownSync, copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { expect, type Page } from "@playwright/test";
import { freePort, type Place } from "./server";

// What `npm run package` lays out, used as an installation is: by an ordinary user, in a folder of its own, without the sources.

const root = path.resolve(import.meta.dirname, "../..");
const run = promisify(execFile);

/** The system's user without rights, where the tests run as the administrator; else whoever runs them. */
const ordinary = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};

/** What runs the installation: the Node.js of the tests, or another. */
const node = process.env.SPAIV_NODE ?? process.execPath;

export interface Installation {
  /** What is laid out. */
  folder: string;
  /** Where the ordinary user keeps files. */
  kept: string;
  /** A place that the ordinary user may write. */
  ofOrdinary(place: Place): Place;
  /** Runs a command of the installation, and gives what it said. */
  npm(args: string[], env: Record<string, string>): Promise<{ said: string; failed: boolean }>;
  /** Runs a program by its path with Node.js, as `execFile` does. */
  run(args: string[], cwd: string, env: Record<string, string>): Promise<{ stdout: string; stderr: string }>;
  /** Starts its server, and waits until it is well. */
  serve(env: Record<string, string>): Promise<{ address: string; stop(): Promise<void> }>;
  remove(): void;
}

export async function layOut(): Promise<Installation> {
  const home = mkdtempSync(path.join(tmpdir(), "spaiv-installation-"));
  const [folder, kept, bin] = ["monitor", "kept", "bin"].map((name) => path.join(home, name)) as [
    string,
    string,
    string,
  ];
  const plain = (env: Record<string, string>): NodeJS.ProcessEnv => ({
    // The environment of a shell just opened, and no more.
    PATH: `${bin}${path.delimiter}${process.env.PATH}`,
    NODE_ENV: "production",
    HOME: home,
    NPM_CONFIG_UPDATE_NOTIFIER: "false",
    ...env,
  });
  await run(process.execPath, ["scripts/package.mjs", folder], { cwd: root, env: plain({}) });
  for (const each of [kept, bin]) mkdirSync(each);
  // Where the ordinary user may run it, and npm finds it.
  copyFileSync(node, path.join(bin, "node"));
  belongsToOrdinary(home);
  return {
    folder,
    kept,
    ofOrdinary(place) {
      belongsToOrdinary(place.env.SPAIV_DATA_DIR!);
      return place;
    },
    async npm(args, env) {
      const called = { cwd: kept, env: plain(env), ...ordinary };
      try {
        const { stdout, stderr } = await run("npm", ["--prefix", folder, "run", "--silent", ...args], called);
        return { said: stdout + stderr, failed: false };
      } catch (error) {
        const { stdout, stderr } = error as { stdout: string; stderr: string };
        return { said: stdout + stderr, failed: true };
      }
    },
    run: (args, cwd, env) => run(path.join(bin, "node"), args, { cwd, env: plain(env), ...ordinary }),
    async serve(env) {
      const port = env.PORT ?? `${await freePort()}`;
      const child: ChildProcess = spawn(path.join(bin, "node"), ["server.js"], {
        cwd: folder,
        stdio: "inherit",
        env: plain({ ...env, PORT: port }),
        ...ordinary,
      });
      const ended = once(child, "exit");
      const address = `http://127.0.0.1:${port}`;
      const isWell = () =>
        fetch(`${address}/api/health`)
          .then(({ ok }) => ok)
          .catch(() => false);
      // As patient as every other start of a server (server.ts).
      await expect.poll(isWell, { timeout: 90_000 }).toBe(true);
      return {
        address,
        async stop() {
          child.kill("SIGTERM");
          await ended;
        },
      };
    },
    remove: () => rmSync(home, { recursive: true, force: true }),
  };
}

function belongsToOrdinary(folder: string) {
  if (ordinary.uid === undefined) return;
  for (const name of ["", ...readdirSync(folder, { recursive: true, encoding: "utf8" })])
    if (!name.startsWith("monitor")) chownSync(path.join(folder, name), ordinary.uid, ordinary.gid);
}

export async function signInAt(page: Page, address: string, email: string, secret: string) {
  await page.goto(`${address}/en/sign-in`);
  await page.getByLabel("Email").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(secret);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL((url) => !url.pathname.endsWith("/sign-in"));
}
