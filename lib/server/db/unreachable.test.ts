import { existsSync } from "node:fs";
import { tmpdir } from "node:os";
import pg from "pg";
import { expect, it, onTestFinished } from "vitest";
import { place } from "./line.testing";
import { unreachable } from "./unreachable";

/** What a pool that is out of patience after so few milliseconds says of a statement. */
async function refusal(connectionString: string) {
  const pool = new pg.Pool({ connectionString, connectionTimeoutMillis: 50, query_timeout: 50 });
  onTestFinished(() => pool.end());
  return pool.query("SELECT 1").catch((error) => error);
}

it("knows a server that takes connections and says nothing", async () => {
  const { port } = await place(() => {});
  expect(unreachable(await refusal(`postgres://nobody@127.0.0.1:${port}/none`))).toMatch(
    /^The database can't be reached: it doesn't answer \(.*timeout.*\)\. Check DATABASE_URL\.$/,
  );
  // As pg names one that hangs once it is connected, and the pool one whose connections are all at work.
  for (const message of ["Query read timeout", "timeout exceeded when trying to connect"])
    expect(unreachable(new Error(message))).toContain("it doesn't answer");
});

it("knows one that closes the connection, and what lies behind another error", async () => {
  const { port } = await place((socket) => socket.end());
  const error = await refusal(`postgres://nobody@127.0.0.1:${port}/none`);
  expect(unreachable(error)).toContain("it closed the connection");
  expect(unreachable(new Error("Migration x failed", { cause: error }))).toContain("it closed the connection");
});

it("knows a socket that isn't there", async () => {
  const folder = `${tmpdir()}/spaiv-no-sockets`;
  expect(existsSync(folder)).toBe(false);
  expect(unreachable(await refusal(`postgres:///none?host=${folder}`))).toContain("nothing listens there");
});

it("names both places of a password that is turned away", () => {
  const error = Object.assign(new pg.DatabaseError('password authentication failed for user "spaiv"', 0, "error"), {
    code: "28P01",
  });
  expect(unreachable(error)).toMatch(/ user "spaiv"\. Check the password, in PGPASSWORD or DATABASE_URL\.$/);
});

it("says nothing of other errors", () => {
  for (const error of [new Error("A defect"), Object.assign(new Error("ENOENT"), { code: "ENOENT", syscall: "open" })])
    expect(unreachable(error)).toBeNull();
});
