// npm run backup [-- FILE or FOLDER] [--check FILE]
// Writes the configured database and the data folder's files into one checked file, in the current folder if none is named, and
// prints its name. A server on PostgreSQL may go on meanwhile; the embedded database must not be open in a server.
import "./at-home.mjs";
import "./server/read-env.mjs";
import { statSync } from "node:fs";
import { constants } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { checkBackup } from "@/lib/server/backup/backup-file";
import { keepNewest, keptCount } from "@/lib/server/backup/keep-newest";
import { backupName, nothingToBackUp, writeBackup } from "@/lib/server/backup/write-backup";
import { currentDatabase, dataFolder, isLaidOut, openDatabase, setDatabase } from "@/lib/server/db/client";
import { s3Settings } from "@/lib/server/files/s3-settings";
import { readArguments, runCommand, Told } from "./command";

const usage = "npm run backup [-- FILE or FOLDER], or to check one: npm run backup -- --check FILE";
const one = { type: "string" } as const;

/** npm runs this in the project's folder, wherever it was called. */
const here = (name: string) => path.resolve(process.env.INIT_CWD || process.cwd(), name);

// A process that ends of a signal tidies nothing up.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
  process.once(signal, () => process.exit(128 + constants.signals[signal]));

await runCommand(async () => {
  const { values, positionals } = readArguments(usage, () =>
    // A running server asks for a backup of a copy of its embedded database, and how many to keep.
    parseArgs({ allowPositionals: true, options: { check: one, copy: one, keep: one } }),
  );
  if (positionals.length > 1) throw new Told(`Name one file or folder:\n${usage}`);
  if (values.check !== undefined) {
    const { made, tables } = await checkBackup(here(values.check));
    console.log(`${values.check} is whole: made at ${made}, ${tables.length} tables.`);
    return;
  }
  const keep = values.keep === undefined ? null : keptCount(values.keep);
  const given = here(positionals[0] ?? ".");
  const isFolder = statSync(given, { throwIfNoEntry: false })?.isDirectory() ?? false;
  const file = isFolder ? path.join(given, backupName(new Date())) : given;
  const url = process.env.DATABASE_URL;
  if (values.copy !== undefined) setDatabase(await openDatabase({ folder: values.copy }));
  else if (url) setDatabase(await openDatabase({ url, unhurried: true }));
  else if (!isLaidOut()) throw nothingToBackUp();
  const { pool } = await currentDatabase();
  const missing = await writeBackup(pool, dataFolder(), file);
  const bucket = s3Settings()?.bucket;
  if (bucket !== undefined) {
    console.error(`Files stand in the bucket ${bucket}, which this backup doesn't hold: back it up by its own means.`);
  } else if (missing > 0) {
    console.error(
      `Files that the database names and ${dataFolder()} doesn't hold: ${missing}. The backup lacks them. Check SPAIV_DATA_DIR.`,
    );
  }
  if (keep !== null) await keepNewest(path.dirname(file), keep);
  const size = (statSync(file).size / 1e6).toFixed(1);
  console.log(`${file} (${size} MB)`);
});
