import "server-only";
import type { Actor } from "@/lib/domain/permissions";
import { can } from "@/lib/domain/permissions";
import { db } from "@/lib/server/db/client";
import { valueOfRow, valueSelect } from "@/lib/server/db/value-columns";
import { indicatorsOfPeriod } from "@/lib/server/framework/period-indicators";
import { frameworkOf } from "@/lib/server/framework/plan-framework";
import { locateReport, lockOf, subjectOf } from "@/lib/server/reports/locate-report";
import { visibleTo } from "@/lib/server/reports/read-reports";
import { revisionsSoFar } from "@/lib/server/reports/revisions-so-far";
import type { NewsView, NewValue } from "@/lib/views/entry-view";
import type { ReportAddress } from "@/lib/views/report-view";

/** So far before the asked moment it looks: a value carries the moment of its writing, and is seen a little later. */
const OVERLAP_MS = 60_000;

/**
 * The values of a report that somebody changed since a moment, as they are now, as far as the actor sees them. Some are
 * told twice; each with its moment, so that nothing new is taken for old. With what the actor may enter at this moment.
 * @returns null where the actor may not know of the report
 */
export async function newsOfReport(
  actor: Actor,
  address: ReportAddress,
  { since, now }: { since: Date; now: Date },
): Promise<NewsView | null> {
  const client = await db();
  const located = await locateReport(client, address);
  if (!located || !can(actor, "viewReport", subjectOf(located))) return null;
  const { plan, unit, period, report } = located;
  const until = new Date().toISOString();
  const subject = subjectOf(located);
  const { indicators } = indicatorsOfPeriod(await frameworkOf(plan, "en"), unit.level, period);
  const visible = visibleTo(actor, subject, indicators);
  const lock = lockOf(located, now);
  const mayEnter = ({ id }: { id: number }) =>
    lock === null && can(actor, "enterValue", { ...subject, indicatorId: id });
  const standing = { lock, enterable: visible.filter(mayEnter).map(({ view }) => view.code) };
  if (!report) return { until, revisions: 0, standing, changes: [] };
  const codeOf = new Map(visible.map(({ versionId, view }) => [versionId, view.code]));
  const rows = await client.valueRevision.findMany({
    where: {
      periodId: period.id,
      reportId: report.id,
      indicatorVersionId: { in: [...codeOf.keys()] },
      createdAt: { gte: new Date(since.getTime() - OVERLAP_MS) },
    },
    orderBy: { revision: "asc" },
    select: {
      ...valueSelect,
      indicatorVersionId: true,
      cellId: true,
      revision: true,
      carried: true,
      createdAt: true,
      createdBy: { select: { id: true, name: true } },
    },
  });
  const cells = await client.cell.findMany({
    where: { id: { in: [...new Set(rows.map(({ cellId }) => cellId))] } },
    select: { id: true, key: true },
  });
  const keyOf = new Map(cells.map(({ id, key }) => [id, key]));
  const latest = new Map<string, NewValue>();
  for (const { indicatorVersionId, cellId, revision, carried, createdAt, createdBy, ...columns } of rows) {
    const at = createdAt.toISOString();
    const value = valueOfRow(columns);
    const place = { indicator: codeOf.get(indicatorVersionId)!, cell: keyOf.get(cellId)! };
    const present = value ? { value, revision, savedAt: at, ...(carried && { carried }) } : null;
    latest.set(`${indicatorVersionId} ${cellId}`, {
      ...place,
      present,
      at,
      by: createdBy.name,
      isOwn: createdBy.id === actor.id,
    });
  }
  const revisions = await revisionsSoFar(client, { id: report.id, periodId: period.id });
  return { until, revisions, standing, changes: [...latest.values()] };
}
