import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync, writeFileSync } from "node:fs";
import { type AddressInfo, createServer } from "node:net";
import path from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { type APIRequestContext, expect, type Page, test } from "@playwright/test";
import { demoPassword } from "@/lib/server/demo-accounts";
import { isReady, make } from "../support/publications";
import { emptyPlace, filledPlace, freePort, startServer } from "../support/server";

// What happens when things go wrong: a second start, a killed server, a start that isn't safe.

const serverFile = path.resolve(import.meta.dirname, "../../.next/standalone/server.js");

/** Runs a start that is expected to end by itself, and gives what it said. Its port is free unless the start is about that. */
async function refusedStart(env: Record<string, string>) {
  const port = `${await freePort()}`;
  const child = spawn(process.execPath, [serverFile], {
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, NODE_ENV: "production", PORT: port, ...env, HOST: "127.0.0.1" },
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (said += chunk));
  const [code] = await once(child, "exit");
  return { code, said };
}

async function signIn(page: Page, address: string, account = "focal.thailand") {
  await page.goto(`${address}/en/sign-in`);
  await page.getByLabel("Email").fill(`${account}@demo.spaiv.example`);
  await page.getByLabel("Password", { exact: true }).fill(demoPassword);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL((url) => !url.pathname.endsWith("/sign-in"));
}

function save(request: APIRequestContext, address: string, number: number, expectedRevision: number) {
  return request.post(`${address}/api/reports/spaiv/THA/2016/values`, {
    data: {
      indicator: "G5.1-a",
      cell: "total",
      expectedRevision,
      entered: { kind: "number", number: `${number}`, missingReason: "" },
    },
    headers: { origin: address },
  });
}

test("a second start on the same folder is refused and says which process holds it", async () => {
  test.skip(!!process.env.SPAIV_TEST_DATABASE_URL, "a PostgreSQL server may be shared");
  const place = await filledPlace();
  const first = await startServer(place.env);
  const { code, said } = await refusedStart(place.env);
  expect(code).toBe(1);
  expect(said).toContain(`is open in process ${first.process.pid}`);
  expect(said).toContain("DATABASE_URL");
  await first.stop();
  expect(existsSync(path.join(place.env.SPAIV_DATA_DIR!, "pglite.lock"))).toBe(false);
  await place.remove();
});

test("a start on a port that is taken, or is none, says which setting to change", async () => {
  const place = await emptyPlace();
  const taken = createServer().listen(0, "127.0.0.1");
  await once(taken, "listening");
  const { port } = taken.address() as AddressInfo;
  for (const [PORT, sentence] of [
    [`${port}`, `Port ${port} of 127.0.0.1 is taken by another program. Set PORT to one that is free.`],
    ["0", "PORT is 0. Set it to a number from 1 to 65535."],
  ] as const) {
    const { code, said } = await refusedStart({ ...place.env, PORT });
    expect(said.trim()).toBe(sentence);
    expect(code).toBe(1);
  }
  taken.close();
  await place.remove();
});

test("a start with a setting that says nothing, or a folder that is none, says which and opens nothing", async () => {
  const place = await emptyPlace();
  const file = path.join(place.env.SPAIV_DATA_DIR!, "a-file");
  writeFileSync(file, "");
  for (const [setting, sentence] of [
    [{ DATABASE_URL: "postgres://spaiv:12/34secret@127.0.0.1/spaiv" }, "DATABASE_URL can't be read"],
    [{ SPAIV_DEMO: "no" }, 'SPAIV_DEMO is "no".'],
    [{ DATABASE_URL: "", SPAIV_DATA_DIR: file }, `${file} can't be used: a file stands where a folder is needed.`],
    [
      { DATABASE_URL: "", SPAIV_BACKUP_DIR: path.join(file, "backups") },
      `${file}/backups can't be used: a file stands where a folder is needed. Move it away, or name another place in SPAIV_BACKUP_DIR.`,
    ],
  ] as const) {
    const { code, said } = await refusedStart({ ...place.env, ...(setting as Record<string, string>) });
    expect(said.trim()).toContain(sentence);
    expect(said).not.toMatch(/secret|\n\s+at /);
    expect(code).toBe(1);
  }
  expect(readdirSync(place.env.SPAIV_DATA_DIR!)).toEqual(["a-file"]);
  await place.remove();
});

test("a command whose folder or disk fails it says so in a sentence, and leaves no half file", async () => {
  test.skip(!!process.env.SPAIV_TEST_DATABASE_URL, "the same code on both");
  const place = await filledPlace();
  const folder = path.join(place.env.SPAIV_DATA_DIR!, "gone");
  const command = spawn(
    process.execPath,
    ["commands/publication.mjs", ..."--kind regional --period 2016 --lang en --format csv".split(" ")],
    { cwd: path.dirname(serverFile), env: { ...process.env, ...place.env, INIT_CWD: folder } },
  );
  let said = "";
  for (const stream of [command.stdout, command.stderr]) stream.on("data", (chunk) => (said += chunk));
  const [code] = await once(command, "exit");
  expect(said.trim()).toMatch(/^\S*\/gone\/\S+ can't be used: there is no such file or folder\. .*$/);
  expect(code).toBe(1);
  await place.remove();
});

test("kill -9 during entry loses no acknowledged value @quick", async ({ page }) => {
  test.skip(!!process.env.SPAIV_TEST_DATABASE_URL, "PostgreSQL outlives the server that is killed here");
  const place = await filledPlace();
  const server = await startServer(place.env);
  await signIn(page, server.address);
  const acknowledged: { revision: number; number: number }[] = [];
  const kill = 40;
  let revision = 0;
  for (let number = 1; ; number++) {
    // The last one is in flight when the server dies; whether it was stored is anybody's guess, so nobody was told.
    const answer = save(page.request, server.address, 1000 + number, revision);
    if (number === kill) await Promise.all([answer.catch(() => null), server.stop("SIGKILL")]);
    if (number === kill) break;
    const response = await answer;
    expect(response.status()).toBe(200);
    revision = (await response.json()).revision;
    acknowledged.push({ revision, number: 1000 + number });
  }
  const again = await startServer(place.env);
  await again.stop();
  const database = await PGlite.create(path.join(place.env.SPAIV_DATA_DIR!, "pglite"));
  const { rows } = await database.query<{ revision: number; number: string }>(
    `SELECT r.revision, r.number FROM value_revision r
     JOIN indicator_version v ON v.id = r.indicator_version_id JOIN edition_indicator i ON i.indicator_id = v.indicator_id
     JOIN report ON report.id = r.report_id JOIN reporting_unit u ON u.id = report.unit_id
     JOIN reporting_period p ON p.id = r.period_id JOIN cell c ON c.id = r.cell_id
     WHERE i.code = 'G5.1-a' AND u.code = 'THA' AND p.code = '2016' AND c.key = 'total'`,
  );
  await database.close();
  const stored = new Map(rows.map((row) => [row.revision, Number(row.number)]));
  expect(acknowledged.filter(({ revision, number }) => stored.get(revision) !== number)).toEqual([]);
  expect(acknowledged).toHaveLength(kill - 1);
  await place.remove();
});

test("SIGTERM keeps what was acknowledged and lets the next start in @both", async ({ page }) => {
  const place = await filledPlace();
  const server = await startServer(place.env);
  await signIn(page, server.address);
  expect((await save(page.request, server.address, 77, 0)).status()).toBe(200);
  // One more may be on its way when the signal comes: answered and stored, or never taken.
  const last = save(page.request, server.address, 78, 1).then(
    (response) => response.status(),
    () => null,
  );
  await server.stop("SIGTERM");
  const standing = (await last) === 200 ? "78" : "77";
  const again = await startServer(place.env);
  await signIn(page, again.address);
  // Whoever doesn't know of it is told what stands there.
  const told = await save(page.request, again.address, 99, 0);
  expect(told.status()).toBe(409);
  expect(["77", "78"]).toContain((await told.json()).present.value.number);
  if (standing === "78") expect((await save(page.request, again.address, 78, 0)).status()).toBe(200);
  await again.stop();
  await place.remove();
});

test("a second start seeds nothing twice @both @quick", async ({ request }) => {
  const place = await filledPlace();
  const server = await startServer(place.env);
  expect(server.output()).not.toContain("writing the reference framework");
  expect((await request.get(`${server.address}/en/spaiv`)).status()).toBe(200);
  await server.stop();
  await place.remove();
});

test("without demonstration data, a start refuses a missing or weak secret and demonstration accounts", async () => {
  test.skip(!!process.env.SPAIV_TEST_DATABASE_URL, "the same code on both");
  const strong = "q8Zt3vN0bXk5RwP7uLs2YcHd9JfGm4Ea6TiO1rVxKzQhWnBy";
  const empty = await emptyPlace();
  const missing = await refusedStart({ ...empty.env, SPAIV_DEMO: "0", NEXTAUTH_SECRET: "" });
  expect(missing.code).toBe(1);
  expect(missing.said).toContain("NEXTAUTH_SECRET is missing");
  const weak = await refusedStart({ ...empty.env, SPAIV_DEMO: "0", NEXTAUTH_SECRET: "secret" });
  expect(weak.said).toContain("at least 32");
  expect(existsSync(path.join(empty.env.SPAIV_DATA_DIR!, "pglite"))).toBe(false);
  const server = await startServer({ ...empty.env, SPAIV_DEMO: "0", NEXTAUTH_SECRET: strong });
  await server.stop();
  await empty.remove();

  const filled = await filledPlace();
  const made = await refusedStart({ ...filled.env, SPAIV_DEMO: "0", NEXTAUTH_SECRET: strong });
  expect(made.code).toBe(1);
  expect(made.said).toContain("demonstration data");
  await filled.remove();
});

test("kill -9 while a publication is made leaves no half file, and the next start makes it once", async ({ page }) => {
  test.skip(
    !!process.env.SPAIV_TEST_DATABASE_URL,
    "there another process waits for the heartbeat first (see its db test)",
  );
  const place = await filledPlace();
  const server = await startServer(place.env);
  await signIn(page, server.address, "secretariat");
  await page.goto(`${server.address}/en/spaiv/publications/new`);
  await page.getByRole("radio", { name: "Regional annual report" }).check();
  for (const name of ["Word document", "Web page"]) await page.getByRole("checkbox", { name }).uncheck();
  const id = await make(page);
  await expect(page.getByRole("progressbar")).toBeVisible();
  const progress = `${server.address}/api/publications/spaiv/${id}/progress`;
  await expect.poll(async () => (await (await page.request.get(progress)).json()).state).toBe("making");
  const file = (address: string) => `${address}/api/publications/spaiv/${id}/files/pdf`;
  expect((await page.request.get(file(server.address))).status()).toBe(404);
  await server.stop("SIGKILL");
  const again = await startServer(place.env);
  await page.goto(`${again.address}/en/spaiv/publications/${id}`);
  await isReady(page);
  const pdf = await (await page.request.get(file(again.address))).body();
  expect(pdf.subarray(0, 5).toString()).toBe("%PDF-");
  expect(pdf.subarray(-8).toString()).toContain("%%EOF");
  await again.stop();
  const database = await PGlite.create(path.join(place.env.SPAIV_DATA_DIR!, "pglite"));
  const { rows } = await database.query<{ action: string }>(
    "SELECT action FROM audit_event WHERE stream = $1 ORDER BY sequence",
    [`publication:${id}`],
  );
  expect(rows.map(({ action }) => action)).toEqual(["publicationRequested", "publicationTakenBack", "publicationMade"]);
  await database.close();
  await place.remove();
});
