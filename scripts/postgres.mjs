// A throw-away PostgreSQL server for tests and benchmarks: found on the machine, else installed where that is allowed.
import { execFileSync, spawn } from "node:child_process";
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir, userInfo } from "node:os";
import path from "node:path";
import process from "node:process";
import { createInterface } from "node:readline";
import { run, say } from "./steps.mjs";

const isRoot = process.getuid?.() === 0;

function findBinaries() {
  const debian = "/usr/lib/postgresql";
  const folders = [
    ...(process.env.PATH ?? "").split(path.delimiter),
    ...(existsSync(debian)
      ? readdirSync(debian)
          .sort()
          .reverse()
          .map((version) => path.join(debian, version, "bin"))
      : []),
    "/opt/homebrew/opt/postgresql@17/bin",
    "/usr/local/opt/postgresql@17/bin",
  ];
  return folders.find((folder) => existsSync(path.join(folder, "initdb")) && existsSync(path.join(folder, "postgres")));
}

export function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/** PostgreSQL refuses to run as root; there it runs as its own user. */
const asServerUser = (program, args) =>
  isRoot ? ["runuser", ["-u", "postgres", "--", program, ...args]] : [program, args];

/**
 * Starts a server on a free port of 127.0.0.1, in a temporary folder that `stop` removes. Between `halt` and `begin` it is
 * away, as one that somebody stopped. `log` hears each line that the server logs from now on, and gives what ends that.
 * @param {string[]} settings of the server, as in `fsync=off`
 * @returns {Promise<{ url: string, stop: () => Promise<void>, halt: () => Promise<void>, begin: () => Promise<void>, log: (listener: (line: string) => void) => () => void }>}
 */
export async function startPostgres(settings = []) {
  let binaries = findBinaries();
  if (!binaries && isRoot && existsSync("/usr/bin/apt-get")) {
    say("Installing PostgreSQL …");
    await aptInstall("postgresql");
    binaries = findBinaries();
  }
  if (!binaries)
    throw new Error("No PostgreSQL server was found. Install one (Debian: apt-get install postgresql) and try again.");
  const folder = mkdtempSync(path.join(tmpdir(), "spaiv-postgres-"));
  if (isRoot) {
    const [uid, gid] = ["-u", "-g"].map((flag) => Number(execFileSync("id", [flag, "postgres"], { encoding: "utf8" })));
    chownSync(folder, uid, gid);
  }
  const data = path.join(folder, "data");
  const user = isRoot ? "postgres" : userInfo().username;
  const [initdb, initArgs] = asServerUser(path.join(binaries, "initdb"), [
    "-D",
    data,
    "-U",
    user,
    "--auth=trust",
    "--encoding=UTF8",
    "--locale=C.UTF-8",
    "--no-sync",
  ]);
  execFileSync(initdb, initArgs, { stdio: ["ignore", "ignore", "inherit"], cwd: folder });
  const port = await freePort();
  const [postgres, serveArgs] = asServerUser(path.join(binaries, "postgres"), [
    "-D",
    data,
    "-p",
    String(port),
    "-k",
    folder,
    ...["listen_addresses=127.0.0.1", "max_connections=200", ...settings].flatMap((setting) => ["-c", setting]),
  ]);
  let ended = Promise.resolve();
  const listeners = new Set();
  const begin = async () => {
    const server = spawn(postgres, serveArgs, { cwd: folder, stdio: ["ignore", "ignore", "pipe"] });
    ended = new Promise((resolve) => server.once("exit", resolve));
    createInterface({ input: server.stderr }).on("line", (line) => {
      for (const listener of listeners) listener(line);
    });
    await new Promise((resolve, reject) => {
      let log = "";
      server.stderr.on("data", (chunk) => {
        log = (log + chunk).slice(-4000);
        if (log.includes("ready to accept connections")) resolve();
      });
      ended.then(() => reject(new Error(`PostgreSQL did not start:\n${log}`)));
    });
  };
  const halt = async () => {
    const [control, args] = asServerUser(path.join(binaries, "pg_ctl"), ["stop", "-D", data, "-m", "fast", "-w", "-s"]);
    execFileSync(control, args, { cwd: folder, stdio: ["ignore", "ignore", "inherit"] });
    await ended;
  };
  await begin();
  return {
    url: `postgres://${user}@127.0.0.1:${port}/postgres`,
    begin,
    halt,
    log(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async stop() {
      await halt();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export async function aptInstall(...packages) {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  await run("apt-get", ["update", "-qq"], { env });
  await run("apt-get", ["install", "-y", "-qq", "--no-install-recommends", ...packages], {
    env,
    stdio: ["ignore", "ignore", "inherit"],
  });
}
