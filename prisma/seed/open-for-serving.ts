import { demoMode } from "@/lib/server/auth/demo-mode";
import { refuseDemonstrationData, refuseUnsafeSettings, UnsafeStart } from "@/lib/server/auth/safe-start";
import { closeDatabase, currentDatabase, type Database } from "@/lib/server/db/client";
import { FolderInUse } from "@/lib/server/db/folder-lock";
import { giveUpWhileAway } from "@/lib/server/db/give-up";
import { MigrationRefused, NewerDatabase, OlderDatabase } from "@/lib/server/db/migrate";
import { migrateDatabase, ownsItsTables } from "@/lib/server/db/two-roles";
import { databaseWatch, refusalOf } from "@/lib/server/db/watch";
import { diskFault } from "@/lib/server/disk-fault";
import { PlanNotBuilt, refuseNotBuilt } from "@/lib/server/framework/refuse-not-built";
import { log } from "@/lib/server/log/log";
import { readTimeZone } from "@/lib/server/site/time-zone";
import { seed } from "./seed";

/** Answers in flight reach their readers, and health is asked once more. */
const FAREWELL_MS = 2_000;

const say = (text: string) => log.info(text);

/**
 * Opens, migrates and fills the configured database; ends the process with a sentence where that can't be. Whatever is
 * refused is refused before anything is changed.
 */
export async function openForServing() {
  try {
    refuseUnsafeSettings();
    // One that starts beside its database waits for it, and answers meanwhile that the service is interrupted.
    await databaseWatch()?.whenHere();
    const database = await currentDatabase();
    await refuseDemonstrationData(database.pool);
    const applied = await migrateDatabase(database);
    if (applied.length) say(`Database: ${applied.length} migration${applied.length === 1 ? "" : "s"} applied.`);
    await seed(database.prisma, say);
    // The embedded one counts its rows at no other time, and would plan its statements as if its tables were empty.
    if (database.embedded) await database.pool.query("ANALYZE");
    await refuseNotBuilt(database.prisma);
    await readTimeZone();
    announce(database);
    await warnOfOwner(database);
    const watch = databaseWatch();
    if (watch) void giveUpWhileAway(database.pool, watch);
    void database.ended.then(endWithDatabase);
  } catch (error) {
    const isTold = [FolderInUse, UnsafeStart, NewerDatabase, OlderDatabase, MigrationRefused, PlanNotBuilt].some(
      (kind) => error instanceof kind,
    );
    const expected = isTold ? (error as Error).message : (refusalOf(error) ?? diskFault(error));
    // A sentence for whoever starts the server, outside of the log.
    if (expected !== null) process.stderr.write(`\n${expected}\n`);
    else log.fatal({ err: error }, "The server could not start.");
    await closeDatabase().catch(() => {});
    process.exit(1);
  }
}

/** Whoever asks meanwhile hears that the service is interrupted. What was committed is in the journal that a start reads. */
function endWithDatabase(error: Error) {
  log.fatal(
    { err: error },
    "The embedded database can't go on, and the server ends so that a new start recovers it. Where the disk is full, make room first.",
  );
  setTimeout(() => process.exit(1), FAREWELL_MS);
}

async function warnOfOwner({ embedded, pool }: Database) {
  if (embedded || demoMode() || !(await ownsItsTables(pool))) return;
  log.warn(
    "The database's user of this server owns its tables, and could take away what guards the audit. Let another one own them: docs/operations.md, Two users of the database.",
  );
}

function announce(database: Database) {
  say(database.embedded ? "Database: embedded, in its folder." : "Database: PostgreSQL server.");
}
