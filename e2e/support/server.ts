import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { memoryEnvironment, memoryFlags } from "../../scripts/server/server-memory.mjs";

// The production build on a database of its own: a copy of one that was migrated and filled once.

const root = path.resolve(import.meta.dirname, "../..");
const administrator = process.env.SPAIV_TEST_DATABASE_URL;

export interface Place {
  /** Environment that points a server at the database. */
  env: Record<string, string>;
  remove(): Promise<void>;
}

export interface Running {
  address: string;
  process: ChildProcess;
  /** What it printed so far. */
  output(): string;
  stop(signal?: NodeJS.Signals): Promise<void>;
}

export const templateName = () => process.env.SPAIV_E2E_TEMPLATE ?? "";

/** An empty place for a database. */
export async function emptyPlace(): Promise<Place> {
  const folder = mkdtempSync(path.join(tmpdir(), "spaiv-e2e-"));
  if (!administrator)
    return { env: { SPAIV_DATA_DIR: folder }, remove: async () => rmSync(folder, { recursive: true, force: true }) };
  return onServer(folder, "");
}

/** A copy of the filled one. */
export async function filledPlace(): Promise<Place> {
  const folder = mkdtempSync(path.join(tmpdir(), "spaiv-e2e-"));
  if (administrator) return onServer(folder, ` TEMPLATE ${templateName()}`);
  cpSync(templateName(), folder, { recursive: true });
  return { env: { SPAIV_DATA_DIR: folder }, remove: async () => rmSync(folder, { recursive: true, force: true }) };
}

async function onServer(folder: string, template: string): Promise<Place> {
  const name = `spaiv_e2e_${randomBytes(6).toString("hex")}`;
  await statement(`CREATE DATABASE ${name}${template}`);
  const url = new URL(administrator!);
  url.pathname = `/${name}`;
  return {
    env: { SPAIV_DATA_DIR: folder, DATABASE_URL: url.href },
    async remove() {
      await statement(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function statement(sql: string) {
  const client = new pg.Client({ connectionString: administrator });
  await client.connect();
  await client.query(sql).finally(() => client.end());
}

/**
 * Starts the built server and waits until it answers: that it is well, or whatever else is expected of its start. One that
 * fills an empty database is given its time.
 */
export async function startServer(
  env: Record<string, string>,
  isExpected = (health: Response) => health.ok,
  patienceMs = 90_000,
): Promise<Running> {
  const server = await beginServer(env);
  const { process: child, output } = server;
  const patience = AbortSignal.timeout(patienceMs);
  for (;;) {
    const end = child.exitCode ?? child.signalCode;
    if (end !== null) throw new Error(`The server ended before it was ready (${end}):\n${output()}`);
    if (patience.aborted) {
      await server.stop("SIGKILL");
      throw new Error(`The server isn't ready after ${patienceMs / 1000} seconds:\n${output()}`);
    }
    // What comes before the server is ready waits for its database.
    const health = fetch(`${server.address}/api/health`, { signal: AbortSignal.timeout(2_000) });
    if (await health.then(isExpected, () => false)) return server;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/**
 * The embedded database is compiled quickly, and not again for speed while it runs: a journey's server lives for a minute, and a third
 * of what its start costs was that.
 */
const wasmFlags = ["--liftoff-only"];

/** Starts the built server and waits for nothing. Its environment names the port where its own address stands in it. */
export async function beginServer(env: Record<string, string>): Promise<Running> {
  const port = Number(env.PORT) || (await freePort());
  const child = spawn(process.execPath, [...memoryFlags, ...wasmFlags, path.join(root, ".next/standalone/server.js")], {
    cwd: root,
    stdio: ["ignore", "pipe", "pipe"],
    env: {
      ...process.env,
      NODE_OPTIONS: "",
      ...memoryEnvironment,
      NODE_ENV: "production",
      ...env,
      PORT: String(port),
      HOST: "127.0.0.1",
    },
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (output += chunk));
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  return {
    address: `http://127.0.0.1:${port}`,
    process: child,
    output: () => output,
    async stop(signal = "SIGTERM") {
      child.kill(signal);
      await ended;
    },
  };
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() =>
        address && typeof address === "object" ? resolve(address.port) : reject(new Error("no port")),
      );
    });
  });
}
