import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "@playwright/test";
import { demoPassword } from "@/lib/server/demo-accounts";
import { type Installation, layOut, signInAt } from "../support/installation";
import { emptyPlace, filledPlace, freePort } from "../support/server";

const password = "seven quiet rivers at dawn";

let installed: Installation;
test.beforeAll(async () => {
  installed = await layOut();
});
test.afterAll(() => installed.remove());

test("holds what runs, and nothing from the folder that it was made in", () => {
  const tops = ["next-server.js", "node_modules", "package.json", "prisma", "public", "server.js"];
  const papers = [".env.example", "LICENSE", "configuration.md", "operations.md", "two-roles.sql"].filter((name) =>
    existsSync(path.join(installed.folder, name)),
  );
  expect(readdirSync(installed.folder).sort()).toEqual([".next", "commands", "lib", ...tops, ...papers].sort());
  const files = readdirSync(installed.folder, { recursive: true, encoding: "utf8" });
  const own = files.filter((name) => !/^(\.next|node_modules)\//.test(name));
  expect(own.filter((name) => /\.tsx?$|\.map$|\.test\./.test(name))).toEqual([]);
  expect(files.filter((name) => /(^|\/)\.(env(?!\.example$)|data|git)/.test(name))).toEqual([]);
  for (const tool of ["tsx", "typescript", "esbuild", "vitest", "@playwright"])
    expect(existsSync(path.join(installed.folder, "node_modules", tool))).toBe(false);
});

test("an ordinary user makes the administrator, signs in and makes publications @both", async ({ page }) => {
  // Each command opens the embedded database anew.
  test.slow();
  const place = installed.ofOrdinary(await filledPlace());
  const env = { ...place.env, SPAIV_ADMIN_PASSWORD: password };
  expect((await installed.npm(["migrate"], env)).said).toContain("Nothing to apply.");
  const made = await installed.npm(["admin:create", "--", "--email", "you@example.org", "--name", "You"], env);
  expect(made.said).toContain("You <you@example.org> is an administrator now.");

  const server = await installed.serve(place.env);
  await signInAt(page, server.address, "you@example.org", password);
  const files = ["--kind", "regional", "--period", "2016", "--lang", "km", "--format", "pdf,csv"];
  if (!place.env.DATABASE_URL) {
    const held = await installed.npm(["publication", "--", ...files], env);
    expect(held.failed).toBe(true);
    expect(held.said.trim()).toMatch(/^The database in .* is open in process \d+\. .*$/);
    const wrong = await installed.npm(
      ["publication", "--", "--kind", "regional", "--period", "2016", "--lang", "xx"],
      env,
    );
    expect(wrong.said).toMatch(/^Check --lang/);
    await server.stop();
  }
  const { said } = await installed.npm(["publication", "--", ...files], env);
  expect(said.trim().split("\n")).toEqual(["spaiv-2016-regional-km.pdf", "spaiv-2016-regional-km.zip"]);
  expect(readFileSync(path.join(installed.kept, "spaiv-2016-regional-km.pdf")).subarray(0, 5).toString()).toBe("%PDF-");
  // Everything of the indicator is worked out, in a thread.
  const corrected = await installed.npm(["results:correct", "--", "--check", "--indicator", "G5.1-a"], env);
  expect(corrected.said).toContain("There is nothing to correct");
  if (place.env.DATABASE_URL) await server.stop();
  await place.remove();
});

test("a command runs from another folder, and means files by their names there", async () => {
  const place = installed.ofOrdinary(await emptyPlace());
  const called = (name: string, ...args: string[]) =>
    installed.run([path.join("..", "monitor", "commands", `${name}.mjs`), ...args], installed.kept, place.env);
  expect((await called("migrate", "status")).stdout).toMatch(place.env.DATABASE_URL ? /^\w+ / : /^missing {2}\d/);
  await expect(called("backup", "--check", "gone.tar.gz")).rejects.toMatchObject({
    stderr: expect.stringContaining(path.join(installed.kept, "gone.tar.gz")),
  });
  await place.remove();
});

test("an ordinary user backs up and restores, on PostgreSQL while the server goes on @both", async ({ page }) => {
  test.slow();
  const place = installed.ofOrdinary(await filledPlace());
  const server = place.env.DATABASE_URL ? await installed.serve(place.env) : null;
  expect((await installed.npm(["backup", "--", "one.tar.gz"], place.env)).said).toMatch(
    /one\.tar\.gz \(\d+\.\d MB\)\n$/,
  );
  await server?.stop();
  expect((await installed.npm(["restore", "--", "one.tar.gz"], place.env)).said).toContain("isn't empty");
  const other = installed.ofOrdinary(await emptyPlace());
  expect((await installed.npm(["restore", "--", "one.tar.gz"], other.env)).said).toContain("is restored");
  const again = await installed.serve(other.env);
  await signInAt(page, again.address, "secretariat@demo.spaiv.example", demoPassword);
  await again.stop();
  rmSync(path.join(installed.kept, "one.tar.gz"));
  await place.remove();
  await other.remove();
});

test("the server makes backups of the embedded database by itself, and keeps the newest", async ({ page }) => {
  test.skip(!!process.env.SPAIV_TEST_DATABASE_URL, "a PostgreSQL server is backed up from outside");
  const place = installed.ofOrdinary(await filledPlace());
  const folder = path.join(installed.kept, "regular");
  const server = await installed.serve({
    ...place.env,
    SPAIV_BACKUP_DIR: folder,
    SPAIV_BACKUP_HOURS: "0.0005",
    SPAIV_BACKUP_KEEP: "2",
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
  expect((await installed.npm(["backup", "--", "--check", newest], {})).said).toContain("is whole");
  await place.remove();
});

test("settings in a file beside the server are read by the server and its commands", async () => {
  const settings = [
    "NEXTAUTH_SECRET=short",
    "SPAIV_DEMO=0",
    "DATABASE_URL=postgres://127.0.0.1:1/none",
    `PORT=${await freePort()}`,
  ];
  writeFileSync(path.join(installed.folder, ".env"), settings.join("\n"));
  try {
    const start = await installed
      .run([path.join(installed.folder, "server.js")], installed.kept, {})
      .catch((error) => error as { code: number; stderr: string });
    expect(start).toMatchObject({ code: 1, stderr: expect.stringContaining("NEXTAUTH_SECRET has 5 characters") });
    const { said } = await installed.npm(["migrate", "--", "status"], {});
    expect(said.trim()).toMatch(/^The database can't be reached: .*ECONNREFUSED.*DATABASE_URL.*$/);
  } finally {
    rmSync(path.join(installed.folder, ".env"));
  }
});
