import "server-only";
import { db } from "@/lib/server/db/client";

interface ReleaseChoice {
  code: string;
  version: number;
  title: string;
  /** The codes of the periods of which it has results. */
  periods: string[];
}

/** A plan's releases as signed-in pages name them, the newest first: one statement, whatever the number of results. */
export async function releaseChoices(planId: number, locale: string): Promise<ReleaseChoice[]> {
  return (await db()).$queryRaw<ReleaseChoice[]>`
    SELECT e.code, e.version, COALESCE(own.title, en.title) AS title,
      ARRAY(
        SELECT p.code FROM reporting_period p
          JOIN LATERAL (
            SELECT FROM result r WHERE r.plan_id = p.plan_id AND r.period_id = p.id
              AND r.from_version <= e.version AND (r.until_version IS NULL OR r.until_version >= e.version)
            ORDER BY r.cell_id LIMIT 1
          ) first ON true
        WHERE p.plan_id = e.plan_id ORDER BY p.starts_on
      ) AS periods
    FROM release e JOIN release_text en ON en.release_id = e.id AND en.locale = 'en'
      LEFT JOIN release_text own ON own.release_id = e.id AND own.locale = ${locale}
    WHERE e.plan_id = ${planId} ORDER BY e.version DESC`;
}
