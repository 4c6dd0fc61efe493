// npm run restore -- FILE
// Puts a backup into the configured database and data folder, which have to be empty: of the embedded database or of a server,
// whichever it was made from. The file is checked before anything is touched.
import "./at-home.mjs";
import "./server/read-env.mjs";
import path from "node:path";
import { parseArgs } from "node:util";
import { restoreBackup } from "@/lib/server/backup/restore-backup";
import { currentDatabase, dataFolder } from "@/lib/server/db/client";
import { grantAfterRestore } from "@/lib/server/db/two-roles";
import { readArguments, runCommand, Told } from "./command";

const usage = "npm run restore -- FILE";

await runCommand(async () => {
  const { positionals } = readArguments(usage, () => parseArgs({ allowPositionals: true, options: {} }));
  const [given] = positionals;
  if (!given || positionals.length > 1) throw new Told(`Name the backup's file:\n${usage}`);
  // npm runs this in the project's folder, wherever it was called.
  const file = path.resolve(process.env.INIT_CWD ?? process.cwd(), given);
  const { made, tables } = await restoreBackup(file, {
    // Of two users, the one who owns the tables.
    url: (process.env.DATABASE_URL && process.env.MIGRATE_DATABASE_URL) || process.env.DATABASE_URL || undefined,
    folder: dataFolder(),
  });
  await grantAfterRestore(await currentDatabase());
  console.log(
    `The backup of ${made} is restored: ${tables.length} tables. Everybody signs in anew where the secret is another.`,
  );
});
