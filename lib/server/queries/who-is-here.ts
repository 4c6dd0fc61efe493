import "server-only";
import { type Actor, can } from "@/lib/domain/permissions";
import { db } from "@/lib/server/db/client";
import { indicatorsOfPeriod } from "@/lib/server/framework/period-indicators";
import { frameworkOf } from "@/lib/server/framework/plan-framework";
import { locateReport, subjectOf } from "@/lib/server/reports/locate-report";
import { visibleTo } from "@/lib/server/reports/read-reports";
import type { PersonHere } from "@/lib/views/entry-view";
import type { ReportAddress } from "@/lib/views/report-view";

/** Whoever hasn't asked for so long has left. */
export const HERE_SECONDS = 60;

/**
 * Who else has a report's entry form open, and in which row: whoever asks is here themselves from then on, unless they may
 * write nothing there and only look. It is no change of anything: rows are over after a minute, and whoever asks next deletes
 * them, or `tidyJob`. One statement besides that which finds the report.
 * @param at the indicator that the actor is at, if any
 * @returns by name; an indicator that the actor may not see isn't told. Null where they may not know of the report
 */
export async function whoIsHere(actor: Actor, address: ReportAddress, at: string | null): Promise<PersonHere[] | null> {
  const client = await db();
  const located = await locateReport(client, address);
  if (!located || !can(actor, "viewReport", subjectOf(located))) return null;
  const { plan, unit, period } = located;
  const { indicators } = indicatorsOfPeriod(await frameworkOf(plan, "en"), unit.level, period);
  const visible = visibleTo(actor, subjectOf(located), indicators);
  const mayWrite = visible.some(({ id }) => can(actor, "addComment", { ...subjectOf(located), indicatorId: id }));
  const indicatorId = visible.find(({ view }) => view.code === at)?.id ?? null;
  const rows = await client.$queryRaw<{ id: number; name: string; indicatorId: number | null }[]>`
    WITH clock AS (SELECT clock_timestamp() AT TIME ZONE 'UTC' AS at),
    own AS (
      INSERT INTO presence (person_id, unit_id, period_id, indicator_id, seen_at)
      SELECT ${actor.id}::int, ${unit.id}::int, ${period.id}::int, ${indicatorId}::int, clock.at FROM clock
      WHERE ${mayWrite}::boolean
      ON CONFLICT (person_id, unit_id, period_id)
        DO UPDATE SET indicator_id = excluded.indicator_id, seen_at = excluded.seen_at
    ), rested AS (
      SELECT p.person_id, p.unit_id, p.period_id FROM presence p, clock
      WHERE p.seen_at < clock.at - ${HERE_SECONDS} * interval '1 second' AND p.person_id <> ${actor.id}
      FOR UPDATE OF p SKIP LOCKED
    ), gone AS (
      DELETE FROM presence p USING rested o
      WHERE p.person_id = o.person_id AND p.unit_id = o.unit_id AND p.period_id = o.period_id
    )
    SELECT u.id, u.name, p.indicator_id AS "indicatorId"
    FROM presence p JOIN "user" u ON u.id = p.person_id, clock
    WHERE p.unit_id = ${unit.id} AND p.period_id = ${period.id} AND p.person_id <> ${actor.id}
      AND p.seen_at >= clock.at - ${HERE_SECONDS} * interval '1 second'
    ORDER BY u.name, u.id`;
  const codeOf = new Map(visible.map(({ id, view }) => [id, view.code]));
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    at: row.indicatorId === null ? null : (codeOf.get(row.indicatorId) ?? null),
  }));
}
