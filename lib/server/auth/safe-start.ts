import "server-only";
import type pg from "pg";
import { regularBackups } from "@/lib/server/backup/regular-backups";
import { dataFolder } from "@/lib/server/db/client";
import { diskFault, folderFault } from "@/lib/server/disk-fault";
import { settingsFault } from "@/lib/server/settings";
import { demoMode } from "./demo-mode";
import { secretFault, sessionSecret } from "./secret";

/** A start that was refused for safety's sake; the message is a sentence for whoever starts the server. */
export class UnsafeStart extends Error {
  override readonly name = "UnsafeStart";
}

/**
 * Refuses settings that say nothing that can be done: the server's, and those of any command.
 * @throws UnsafeStart
 */
export function refuseWrongSettings(): void {
  const fault = settingsFault();
  if (fault !== null) throw new UnsafeStart(fault);
}

/**
 * Refuses to serve under wrong settings, with folders that nothing can be kept in, and in production under a secret that can be guessed.
 * It asks no database, so that nothing is opened or changed for a start that is refused.
 * @throws UnsafeStart
 */
export function refuseUnsafeSettings(): void {
  refuseWrongSettings();
  const fault = (demoMode() ? null : secretFault(process.env.NEXTAUTH_SECRET)) ?? foldersFault();
  if (fault !== null) throw new UnsafeStart(fault);
  try {
    sessionSecret();
  } catch (error) {
    throw new UnsafeStart(diskFault(error) ?? (error as Error).message);
  }
}

/** Files that people send are kept beside either database, backups by a server of the embedded one. */
function foldersFault(): string | null {
  const backups = process.env.DATABASE_URL ? null : regularBackups();
  return folderFault("SPAIV_DATA_DIR", dataFolder()) ?? (backups && folderFault("SPAIV_BACKUP_DIR", backups.folder));
}

/** Where made-up accounts and values are marked. */
const marks = [
  { table: "user", column: "is_demo" },
  { table: "plan", column: "is_demonstration" },
] as const;

/**
 * Refuses in production a database with made-up values, and accounts whose password is published. It asks before migrations
 * run, so the tables may be missing, or older than their marks.
 * @throws UnsafeStart
 */
export async function refuseDemonstrationData(pool: pg.Pool): Promise<void> {
  if (demoMode()) return;
  for (const { table, column } of marks) {
    const { rowCount: known } = await pool.query(
      "SELECT FROM pg_attribute WHERE attrelid = to_regclass($1) AND attname = $2 AND NOT attisdropped",
      [`"${table}"`, column],
    );
    if (!known) continue;
    const { rowCount: found } = await pool.query(`SELECT FROM "${table}" WHERE "${column}" LIMIT 1`);
    if (!found) continue;
    throw new UnsafeStart(
      "This database holds demonstration data: made-up values, and accounts with a published password. " +
        "With SPAIV_DEMO=0, start with an empty database: another DATABASE_URL, or another folder in SPAIV_DATA_DIR.",
    );
  }
}
