import { mkdtempSync, rmSync } from "node:fs";
import { connect, createServer, type Socket } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, type Page, test } from "@playwright/test";
import pg from "pg";
import { demoPassword } from "@/lib/server/demo-accounts";
import { startPostgres } from "../../scripts/postgres.mjs";
import { type Running, startServer } from "../support/server";

// A server's database stops, hangs and is back: readers go on reading what is kept, all others are told, nobody waits.

/** A line to the database that can go dead: connections are taken, and nothing comes back. */
async function lineTo(database: URL) {
  let isDead = false;
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    const other = connect(Number(database.port), database.hostname);
    for (const [from, to] of [
      [socket, other],
      [other, socket],
    ] as const) {
      sockets.add(from);
      from.on("error", () => {});
      from.on("data", (bytes) => to.write(bytes));
      if (isDead) from.pause();
      from.on("close", () => to.destroy());
    }
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const url = new URL(database);
  url.port = String((server.address() as { port: number }).port);
  return {
    url: url.href,
    goDead: (does: boolean) => {
      isDead = does;
      for (const socket of sockets) does ? socket.pause() : socket.resume();
    },
    end: () => {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}

const kept = "/en/spaiv/2016";
const line = (page: Page) => page.getByRole("status").filter({ hasText: "may be out of date" });

async function isInterrupted(page: Page, { address }: Running) {
  const health = () => page.request.get(`${address}/api/health`);
  await expect.poll(async () => (await health()).status()).toBe(503);
  expect(await (await health()).json()).toEqual({ status: "unavailable" });

  expect((await page.goto(`${address}${kept}`))?.status()).toBe(200);
  await expect(line(page)).toHaveText(/this page is as it was made on \d+ \w+ \d{4} at \d\d:\d\d/);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  // The page works as before.
  await page.getByRole("link", { name: "Skip to content" }).focus();
  expect((await page.request.get(`${address}${kept}/csv`)).status()).toBe(200);

  for (const [path, words] of [
    ["/th/spaiv/goals", "ระบบขัดข้องชั่วคราว"],
    ["/km/spaiv/goals", "សេវាត្រូវបានរំខាន"],
    ["/en/spaiv/reports", "The service is interrupted"],
    ["/en/sign-in", "The service is interrupted"],
  ] as const) {
    const answer = await page.goto(address + path);
    expect(answer?.status(), path).toBe(503);
    expect(answer?.headers()["retry-after"]).toBe("30");
    await expect(page.getByRole("heading", { level: 1 })).toContainText(words);
  }
}

async function isWell(page: Page, { address }: Running) {
  await expect.poll(async () => (await page.request.get(`${address}/api/health`)).status()).toBe(200);
  expect((await page.goto(`${address}${kept}`))?.status()).toBe(200);
  await expect(line(page)).toHaveCount(0);
  // Whoever was signed in still is.
  expect((await page.goto(`${address}/en/spaiv/reports`))?.status()).toBe(200);
  await expect(page).toHaveURL(/\/en\/spaiv\/reports$/);
}

/** Keeps a request waiting for a statement, has the database hang meanwhile, and gives what the request was answered. */
async function inFlight(page: Page, { address }: Running, database: string, hang: () => void) {
  const client = new pg.Client({ connectionString: database });
  await client.connect();
  await client.query("BEGIN");
  await client.query("LOCK TABLE report");
  const asked = page.request.get(`${address}/en/spaiv/reports`, { timeout: 100_000 });
  // Not pg_stat_activity: within a transaction it lists those who were there when it was first asked.
  const waiting = "SELECT FROM pg_locks WHERE NOT granted";
  // What is answered without waiting shows by what.
  let early: number | undefined;
  asked.then(
    (answer) => {
      early = answer.status();
    },
    () => {},
  );
  await expect.poll(async () => early ?? ((await client.query(waiting)).rowCount ? "waits" : "")).toBe("waits");
  hang();
  const answer = await asked;
  await client.end();
  return answer;
}

test("the database stops, hangs and is back, and a server that starts without it waits @both", async ({ page }) => {
  test.skip(!process.env.SPAIV_TEST_DATABASE_URL, "the embedded database is never away");
  test.setTimeout(300_000);
  const complaints: string[] = [];
  page.on("console", (message) => {
    const text = message.text();
    if (message.type() === "error" && !text.includes("status of 503")) complaints.push(text);
  });
  page.on("pageerror", (error) => complaints.push(error.message));
  const folder = mkdtempSync(path.join(tmpdir(), "spaiv-e2e-"));
  const postgres = await startPostgres();
  const toDatabase = await lineTo(new URL(postgres.url));
  const env = { DATABASE_URL: toDatabase.url, SPAIV_DATA_DIR: folder };
  const server = await startServer(env);
  for (const path of [kept, `${kept}/csv`]) expect((await page.request.get(server.address + path)).status()).toBe(200);
  await page.goto(`${server.address}/en/sign-in`);
  await page.getByLabel("Email").fill("focal.thailand@demo.spaiv.example");
  await page.getByLabel("Password", { exact: true }).fill(demoPassword);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL((url) => !url.pathname.endsWith("/sign-in"));

  await postgres.halt();
  await isInterrupted(page, server);
  await postgres.begin();
  await isWell(page, server);

  const answer = await inFlight(page, server, postgres.url, () => toDatabase.goDead(true));
  expect([answer.status(), answer.headers()["retry-after"]]).toEqual([503, "30"]);
  expect(await answer.text()).toContain("The service is interrupted");
  // Given up because the database is away, long before the statement's own time is over.
  expect(server.output()).toContain("The database doesn't answer any more.");
  expect(server.output()).not.toContain("Query read timeout");
  await isInterrupted(page, server);
  toDatabase.goDead(false);
  await isWell(page, server);
  await server.stop();

  await postgres.halt();
  const waiting = await startServer(env, (health) => health.status === 503);
  expect((await page.goto(`${waiting.address}${kept}`))?.status()).toBe(503);
  expect(waiting.output()).toContain("The database doesn't answer");
  await postgres.begin();
  await isWell(page, waiting);

  expect(complaints).toEqual([]);
  await waiting.stop();
  toDatabase.end();
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
});
