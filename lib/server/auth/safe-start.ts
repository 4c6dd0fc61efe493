import "server-only";
import type pg from "pg";
import { timeZoneFault } from "@/lib/i18n/site-time-zone";
import { regularBackups } from "@/lib/server/backup/regular-backups";
import { logLevelFault } from "@/lib/server/log/log";
import { publisherOfServer } from "@/lib/server/publisher";
import { demoMode } from "./demo-mode";
import { sessionSecret } from "./secret";

/** A start that was refused for safety's sake; the message is a sentence for whoever starts the server. */
export class UnsafeStart extends Error {
  override readonly name = "UnsafeStart";
}

/** Why the site's configured address won't do; null when it will, or none is set. Cookies and forwarded headers rest on it. */
function addressFault(address: string | undefined): string | null {
  if (!address || (/^https?:\/\//.test(address) && URL.canParse(address))) return null;
  return `NEXTAUTH_URL is not an address: ${address}. Write it as people type it, with https:// in front: https://monitor.example.org`;
}

/**
 * Refuses to serve under an address that is none, with a publisher whose settings can't be printed, backups that can't be made, and in production under a
 * secret that can be guessed. It asks no database, so that nothing is opened or changed for a start that is refused.
 * @throws UnsafeStart
 */
export function refuseUnsafeSettings(): void {
  const { NEXTAUTH_URL, SPAIV_LOG_LEVEL, SPAIV_TIME_ZONE } = process.env;
  const fault = addressFault(NEXTAUTH_URL) ?? logLevelFault(SPAIV_LOG_LEVEL) ?? timeZoneFault(SPAIV_TIME_ZONE);
  if (fault !== null) throw new UnsafeStart(fault);
  try {
    sessionSecret();
    publisherOfServer();
    regularBackups();
  } catch (error) {
    throw new UnsafeStart((error as Error).message);
  }
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
