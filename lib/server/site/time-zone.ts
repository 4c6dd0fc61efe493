import "server-only";
import { noteTimeZone } from "@/lib/i18n/site-time-zone";
import { currentDatabase } from "@/lib/server/db/client";

/** For queries that go before all else of a request: so each request shows the clock that is set when it begins, whichever server answers. */
export const SITE_TIME_ZONE = `(SELECT time_zone FROM site_settings) AS "timeZone"`;

/** What a row of such a query says besides, once its time zone is noted. */
export function withoutTimeZone<T extends { timeZone: string | null }>({ timeZone, ...rest }: T): Omit<T, "timeZone"> {
  noteTimeZone(timeZone);
  return rest;
}

/** Reads the zone that is set, where no request's query does: at a start, before a job, for a picture. */
export async function readTimeZone(): Promise<void> {
  const { pool } = await currentDatabase();
  const { rows } = await pool.query<{ timeZone: string | null }>({
    name: "site_time_zone",
    text: `SELECT ${SITE_TIME_ZONE}`,
  });
  noteTimeZone(rows[0]?.timeZone ?? null);
}
