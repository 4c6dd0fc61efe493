// npm run migrate -- deploy | status | gen <name> | drift
// `deploy`, which is meant where nothing is said, and `status` work on the configured database; `gen` and `drift` compare the
// migrations with prisma/schema, in a checkout.
import "./at-home.mjs";
import "./server/read-env.mjs";
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { currentDatabase, isLaidOut } from "@/lib/server/db/client";
import { appliedMigrations, migrationsFolder, readMigrations } from "@/lib/server/db/migrate";
import { migrateDatabase } from "@/lib/server/db/two-roles";
import { runCommand, Told } from "./command";

async function deploy() {
  const applied = await migrateDatabase(await currentDatabase());
  console.log(applied.length ? `Applied ${applied.join(", ")}.` : "Nothing to apply.");
}

async function status() {
  const done = isLaidOut() ? await appliedMigrations((await currentDatabase()).pool) : new Set<string>();
  for (const migration of readMigrations())
    console.log(`${done.has(migration.name) ? "applied" : "missing"}  ${migration.name}`);
}

/** The SQL that leads from the migrations to the schema, or null where they agree. */
async function difference(): Promise<string | null> {
  const { schemaDifference } = await import("./checkout/schema-difference").catch((error) => {
    if (error.code === "ERR_MODULE_NOT_FOUND") throw new Told("Migrations are written in a checkout of the sources.");
    throw error;
  });
  return schemaDifference();
}

async function drift() {
  const script = await difference();
  if (script) throw new Told(`prisma/schema is ahead of prisma/migrations:\n${script}`);
  console.log("prisma/migrations and prisma/schema agree.");
}

async function gen(name = "") {
  if (!/^[a-z0-9_]+$/.test(name)) throw new Told("Give the migration a name of a-z, 0-9 and _.");
  const script = await difference();
  if (!script) {
    console.log("Nothing changed.");
    return;
  }
  const folder = path.join(migrationsFolder, `${new Date().toISOString().replace(/\D/g, "").slice(0, 14)}_${name}`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, "migration.sql"), script);
  console.log(`Wrote ${path.relative(".", folder)}. Add by hand what Prisma's schema can't say (checks, triggers).`);
}

const verbs = new Map<string, (name?: string) => Promise<void>>(Object.entries({ deploy, status, drift, gen }));

await runCommand(async () => {
  const [verb = "deploy", name] = process.argv.slice(2);
  const work = verbs.get(verb);
  if (!work) throw new Told("npm run migrate -- deploy | status | gen <name> | drift");
  await work(name);
});
