// The difference between prisma/migrations and prisma/schema, worked out by Prisma's schema engine in WebAssembly in a database
// in memory (the native engine can't be had everywhere). Only a checkout has it.
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { PrismaPg } from "@prisma/adapter-pg";
import {
  bindMigrationAwareSqlAdapterFactory,
  ColumnTypeEnum,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
} from "@prisma/driver-adapter-utils";
import type pg from "pg";
import { migrationsFolder, readMigrations } from "@/lib/server/db/migrate";
import { pglitePool } from "@/lib/server/db/pglite-pool";

// The engine reads catalogue columns of PostgreSQL's type "char", which the adapter refuses: they pass as text and are
// given back as single characters.
const CHAR_TYPE = 18;
const TEXT_TYPE = 25;
const charColumns = new WeakMap<object, number[]>();

const schemaFolder = "prisma/schema";
/** The SQL that leads from the migrations to the schema, or null where they agree. */
export async function schemaDifference(): Promise<string | null> {
  const files = readdirSync(schemaFolder)
    .filter((file) => file.endsWith(".prisma"))
    .map((file) => ({
      path: path.join(schemaFolder, file),
      content: readFileSync(path.join(schemaFolder, file), "utf8"),
    }));
  const migrations = {
    baseDir: migrationsFolder,
    shadowDbInitScript: "",
    lockfile: {
      path: "migration_lock.toml",
      content: readFileSync(path.join(migrationsFolder, "migration_lock.toml"), "utf8"),
    },
    migrationDirectories: readMigrations().map((migration) => ({
      path: migration.name,
      migrationFile: { path: "migration.sql", content: { tag: "ok" as const, value: migration.sql } },
    })),
  };
  const engine = await schemaEngine(files.map((file) => [file.path, file.content]));
  const { exitCode, stdout } = await engine.diff({
    from: migrations.migrationDirectories.length ? { tag: "migrations", ...migrations } : { tag: "empty" },
    to: { tag: "schemaDatamodel", files },
    script: true,
    exitCode: true,
    shadowDatabaseUrl: null,
    filters: { externalTables: [], externalEnums: [] },
  });
  return exitCode === 0 ? null : stdout;
}

interface SchemaEngine {
  diff(parameters: unknown): Promise<{ exitCode: number; stdout: string | null }>;
}

async function schemaEngine(datamodels: [string, string][]): Promise<SchemaEngine> {
  const require = createRequire(import.meta.url);
  const bindings = await import("@prisma/schema-engine-wasm/schema_engine_bg");
  const wasm = readFileSync(require.resolve("@prisma/schema-engine-wasm/schema_engine_bg").replace(/\.js$/, ".wasm"));
  const { instance } = await WebAssembly.instantiate(wasm, { "./schema_engine_bg.js": bindings });
  bindings.__wbg_set_wasm(instance.exports);
  (instance.exports.__wbindgen_start as () => void)();
  Object.assign(globalThis, { PRISMA_WASM_PANIC_REGISTRY: { set_message: (text: string) => console.error(text) } });
  const connect = () => catalogueAdapter(labelCharColumns(pglitePool(new PGlite("memory://"))));
  const factory: SqlMigrationAwareDriverAdapterFactory = {
    provider: "postgres",
    adapterName: "spaiv-monitor",
    connect,
    connectToShadowDb: connect,
  };
  return bindings.SchemaEngine.new({ datamodels }, () => {}, bindMigrationAwareSqlAdapterFactory(factory));
}

function labelCharColumns(pool: pg.Pool): pg.Pool {
  const query = pool.query.bind(pool) as unknown as (...given: unknown[]) => Promise<pg.QueryArrayResult>;
  Object.assign(pool, {
    query: async (...given: unknown[]) => {
      const result = await query(...given);
      const columns = (result.fields ?? []).flatMap((field, index) => (field.dataTypeID === CHAR_TYPE ? [index] : []));
      for (const index of columns) result.fields[index]!.dataTypeID = TEXT_TYPE;
      if (columns.length) charColumns.set(result.rows, columns);
      return result;
    },
  });
  return pool;
}

async function catalogueAdapter(pool: pg.Pool): Promise<SqlDriverAdapter> {
  const adapter = await new PrismaPg(pool).connect();
  // The adapter's own cuts a script at every semicolon, also inside a function's body.
  adapter.executeScript = async (script) => {
    await pool.query(script);
  };
  const queryRaw = adapter.queryRaw.bind(adapter);
  adapter.queryRaw = async (query) => {
    const result = await queryRaw(query);
    for (const index of charColumns.get(result.rows) ?? []) {
      result.columnTypes[index] = ColumnTypeEnum.Character;
      for (const row of result.rows) if (row[index] === "") row[index] = "\0";
    }
    return result;
  };
  return adapter;
}
