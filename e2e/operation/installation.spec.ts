import { type ChildProcess, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import {
  chownSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { expect, type Page, test } from "@playwright/test";
import { demoPassword } from "@/lib/server/demo-accounts";
import { emptyPlace, filledPlace, freePort, type Place } from "../support/server";

// What `npm run package` lays out, used as an installation is: by an ordinary user, in a folder of its own, without the sources.

const root = path.resolve(import.meta.dirname, "../..");
const run = promisify(execFile);
const password = "seven quiet rivers at dawn";

/** The system's user without rights, where the tests run as the administrator; else whoever runs them. */
const ordinary = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};

/** What runs the installation: the Node.js of the tests, or another. */
const node = process.env.SPAIV_NODE ?? process.execPath;

let home: string;
let installation: string;

test.beforeAll(async () => {
  home = mkdtempSync(path.join(tmpdir(), "spaiv-installation-"));
  installation = path.join(home, "monitor");
  await run(process.execPath, ["scripts/package.mjs", installation], { cwd: root, env: plain({}) });
  mkdirSync(path.join(home, "kept"));
  mkdirSync(path.join(home, "bin"));
  // Where the ordinary user may run it, and npm finds it.
  copyFileSync(node, path.join(home, "bin", "node"));
  belongsToOrdinary(home);
});
test.afterAll(() => rmSync(home, { recursive: true, force: true }));

/** The environment of a shell just opened, and no more. */
const plain = (env: Record<string, string>): NodeJS.ProcessEnv => ({
  ...{
    PATH: `${path.join(home, "bin")}${path.delimiter}${process.env.PATH}`,
    NODE_ENV: "production",
    HOME: home,
    NPM_CONFIG_UPDATE_NOTIFIER: "false",
  },
  ...env,
});

function belongsToOrdinary(folder: string) {
  if (ordinary.uid === undefined) return;
  for (const name of ["", ...readdirSync(folder, { recursive: true, encoding: "utf8" })])
    if (!name.startsWith("monitor")) chownSync(path.join(folder, name), ordinary.uid, ordinary.gid);
}

async function ordinaryPlace(place: Place): Promise<Place> {
  belongsToOrdinary(place.env.SPAIV_DATA_DIR!);
  return place;
}

/** Runs a command of the installation, and gives what it said. */
async function npm(args: string[], env: Record<string, string>): Promise<{ said: string; failed: boolean }> {
  const called = { cwd: path.join(home, "kept"), env: plain(env), ...ordinary };
  try {
    const { stdout, stderr } = await run("npm", ["--prefix", installation, "run", "--silent", ...args], called);
    return { said: stdout + stderr, failed: false };
  } catch (error) {
    const { stdout, stderr } = error as { stdout: string; stderr: string };
    return { said: stdout + stderr, failed: true };
  }
}

async function serve(env: Record<string, string>): Promise<{ address: string; stop(): Promise<void> }> {
  const port = `${await freePort()}`;
  const child: ChildProcess = spawn(path.join(home, "bin", "node"), ["server.js"], {
    cwd: installation,
    stdio: "inherit",
    env: plain({ ...env, PORT: port }),
    ...ordinary,
  });
  const ended = once(child, "exit");
  const address = `http://127.0.0.1:${port}`;
  await expect
    .poll(
      () =>
        fetch(`${address}/api/health`)
          .then(({ ok }) => ok)
          .catch(() => false),
      // As patient as every other start of a server (support/server.ts).
      { timeout: 90_000 },
    )
    .toBe(true);
  return {
    address,
    async stop() {
      child.kill("SIGTERM");
      await ended;
    },
  };
}

async function signIn(page: Page, address: string, email: string, secret: string) {
  await page.goto(`${address}/en/sign-in`);
  await page.getByLabel("Email").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(secret);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL((url) => !url.pathname.endsWith("/sign-in"));
}

test("holds what runs, and nothing from the folder that it was made in", () => {
  const tops = ["next-server.js", "node_modules", "package.json", "prisma", "public", "server.js"];
  const papers = [".env.example", "LICENSE", "operations.md", "two-roles.sql"].filter((name) =>
    existsSync(path.join(installation, name)),
  );
  expect(readdirSync(installation).sort()).toEqual([".next", "commands", "lib", ...tops, ...papers].sort());
  const files = readdirSync(installation, { recursive: true, encoding: "utf8" });
  const own = files.filter((name) => !/^(\.next|node_modules)\//.test(name));
  expect(own.filter((name) => /\.tsx?$|\.map$|\.test\./.test(name))).toEqual([]);
  expect(files.filter((name) => /(^|\/)\.(env(?!\.example$)|data|git)/.test(name))).toEqual([]);
  for (const tool of ["tsx", "typescript", "esbuild", "vitest", "@playwright"])
    expect(existsSync(path.join(installation, "node_modules", tool))).toBe(false);
});

test("an ordinary user makes the administrator, signs in and makes publications @both", async ({ page }) => {
  // Each command opens the embedded database anew.
  test.slow();
  const place = await ordinaryPlace(await filledPlace());
  const env = { ...place.env, SPAIV_ADMIN_PASSWORD: password };
  expect((await npm(["migrate"], env)).said).toContain("Nothing to apply.");
  const made = await npm(["admin:create", "--", "--email", "you@example.org", "--name", "You"], env);
  expect(made.said).toContain("You <you@example.org> is an administrator now.");

  const server = await serve(place.env);
  await signIn(page, server.address, "you@example.org", password);
  const files = ["--kind", "regional", "--period", "2016", "--lang", "km", "--format", "pdf,csv"];
  if (!place.env.DATABASE_URL) {
    const held = await npm(["publication", "--", ...files], env);
    expect(held.failed).toBe(true);
    expect(held.said.trim()).toMatch(/^The database in .* is open in process \d+\. .*$/);
    const wrong = await npm(["publication", "--", "--kind", "regional", "--period", "2016", "--lang", "xx"], env);
    expect(wrong.said).toMatch(/^Check --lang/);
    await server.stop();
  }
  const { said } = await npm(["publication", "--", ...files], env);
  expect(said.trim().split("\n")).toEqual(["spaiv-2016-regional-km.pdf", "spaiv-2016-regional-km.zip"]);
  expect(
    readFileSync(path.join(home, "kept", "spaiv-2016-regional-km.pdf"))
      .subarray(0, 5)
      .toString(),
  ).toBe("%PDF-");
  // Everything of the indicator is worked out, in a thread.
  const corrected = await npm(["results:correct", "--", "--check", "--indicator", "G5.1-a"], env);
  expect(corrected.said).toContain("There is nothing to correct");
  if (place.env.DATABASE_URL) await server.stop();
  await place.remove();
});

test("a command runs from another folder, and means files by their names there", async () => {
  const place = await ordinaryPlace(await emptyPlace());
  const called = (name: string, ...args: string[]) =>
    run(path.join(home, "bin", "node"), [path.join("..", "monitor", "commands", `${name}.mjs`), ...args], {
      ...{ cwd: path.join(home, "kept"), env: plain(place.env), ...ordinary },
    });
  expect((await called("migrate", "status")).stdout).toMatch(place.env.DATABASE_URL ? /^\w+ / : /^missing {2}\d/);
  await expect(called("backup", "--check", "gone.tar.gz")).rejects.toMatchObject({
    stderr: expect.stringContaining(path.join(home, "kept", "gone.tar.gz")),
  });
  await place.remove();
});

test("an ordinary user backs up and restores, on PostgreSQL while the server goes on @both", async ({ page }) => {
  test.slow();
  const place = await ordinaryPlace(await filledPlace());
  const server = place.env.DATABASE_URL ? await serve(place.env) : null;
  expect((await npm(["backup", "--", "one.tar.gz"], place.env)).said).toMatch(/one\.tar\.gz \(\d+\.\d MB\)\n$/);
  await server?.stop();
  expect((await npm(["restore", "--", "one.tar.gz"], place.env)).said).toContain("isn't empty");
  const other = await ordinaryPlace(await emptyPlace());
  expect((await npm(["restore", "--", "one.tar.gz"], other.env)).said).toContain("is restored");
  const again = await serve(other.env);
  await signIn(page, again.address, "secretariat@demo.spaiv.example", demoPassword);
  await again.stop();
  rmSync(path.join(home, "kept", "one.tar.gz"));
  await place.remove();
  await other.remove();
});

test("the server makes backups of the embedded database by itself, and keeps the newest", async ({ page }) => {
  test.skip(!!process.env.SPAIV_TEST_DATABASE_URL, "a PostgreSQL server is backed up from outside");
  const place = await ordinaryPlace(await filledPlace());
  const folder = path.join(home, "kept", "regular");
  const server = await serve({
    ...place.env,
    ...{ SPAIV_BACKUP_DIR: folder, SPAIV_BACKUP_HOURS: "0.0005", SPAIV_BACKUP_KEEP: "2" },
  });
  const names = () =>
    existsSync(folder) ? readdirSync(folder).filter((name) => /^spaiv-backup-.*gz$/.test(name)) : [];
  const seen = new Set<string>();
  const made = () => {
    for (const name of names()) seen.add(name);
    return seen.size;
  };
  await expect.poll(made, { timeout: 90_000 }).toBeGreaterThan(2);
  // Somebody else is served meanwhile, and what they read is there.
  await page.goto(`${server.address}/en/spaiv`);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await server.stop();
  await expect.poll(() => names().length).toBe(2);
  const newest = path.join(folder, names().sort().at(-1)!);
  expect((await npm(["backup", "--", "--check", newest], {})).said).toContain("is whole");
  await place.remove();
});

test("settings in a file beside the server are read by the server and its commands", async () => {
  const settings = [
    "NEXTAUTH_SECRET=short",
    "SPAIV_DEMO=0",
    "DATABASE_URL=postgres://127.0.0.1:1/none",
    `PORT=${await freePort()}`,
  ];
  writeFileSync(path.join(installation, ".env"), settings.join("\n"));
  try {
    const start = await run(path.join(home, "bin", "node"), [path.join(installation, "server.js")], {
      cwd: home,
      env: plain({}),
      ...ordinary,
    }).catch((error) => error as { code: number; stderr: string });
    expect(start).toMatchObject({ code: 1, stderr: expect.stringContaining("NEXTAUTH_SECRET has 5 characters") });
    const { said } = await npm(["migrate", "--", "status"], {});
    expect(said.trim()).toMatch(/^The database can't be reached: .*ECONNREFUSED.*DATABASE_URL.*$/);
  } finally {
    rmSync(path.join(installation, ".env"));
  }
});
