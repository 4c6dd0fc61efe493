import "server-only";
import type { Actor } from "@/lib/domain/permissions";
import type { Locale } from "@/lib/i18n/routing";
import { spokenLocale } from "@/lib/i18n/routing";
import { db } from "@/lib/server/db/client";
import { dayInRegion } from "@/lib/server/db/day";
import { isPresentEdition } from "@/lib/server/framework/edition";
import { reportFileOf } from "@/lib/server/imports/report-file/report-file-of";
import { reportFileWords } from "@/lib/server/imports/report-file/report-file-words";
import { stampOf } from "@/lib/server/imports/report-file/report-stamp";
import { writeReportFile } from "@/lib/server/imports/report-file/write-report-file";
import { publisherOfServer } from "@/lib/server/publisher";
import { locateReport } from "@/lib/server/reports/locate-report";
import type { ReportAddress } from "@/lib/views/report-view";
import { reportForEntry } from "./report-for-entry";

interface AskedFile {
  format: "xlsx" | "csv";
  /** Code of the goal whose indicators are wanted; without it, all are given. */
  goal?: string;
  locale: Locale;
  now: Date;
}

/**
 * The report as a file that can be filled in elsewhere and imported again: what the entry form shows to whoever asks, with the
 * revision of each cell.
 * @param stop ends it where whoever asked has gone
 * @returns null where there is no such report or the actor may not know of it, and for a goal that isn't theirs
 */
export async function reportAsFile(
  actor: Actor,
  address: ReportAddress,
  { format, goal, locale, now }: AskedFile,
  stop?: AbortSignal,
): Promise<{ name: string; bytes: Uint8Array<ArrayBuffer> } | null> {
  const whole = await reportForEntry(actor, address, { locale, now });
  if (!whole || (goal !== undefined && !whole.goals.some(({ code }) => code === goal))) return null;
  const isAsked = (indicator: { goal: string }) => goal === undefined || indicator.goal === goal;
  const view = { ...whole, indicators: whole.indicators.filter(isAsked) };
  const client = await db();
  const located = await locateReport(client, address);
  if (!located) return null;
  const file = reportFileOf(view, await reportFileWords(locale), {
    stamp: await stampOf(client, located),
    language: spokenLocale(locale),
    today: dayInRegion(now),
    author: publisherOfServer().name ?? view.report.plan.title,
    revisions: await lastRevisions(located.report && { id: located.report.id, periodId: located.period.id }),
  });
  const { plan, unit, period } = file.stamp;
  const name = [plan, unit, period, ...(goal === undefined ? [] : [goal])].join("-");
  return { name: `${name}.${format}`, bytes: await writeReportFile({ file, format }, stop) };
}

/** By indicator code and version: also of cells that were cleared, since what is entered there follows the revision that cleared them. */
async function lastRevisions(report: { id: number; periodId: number } | null) {
  const revisions = new Map<string, Map<string, number>>();
  if (!report) return revisions;
  const rows = await (await db()).$queryRaw<{ version: string; cell: string; revision: number }[]>`
    SELECT i.code || ' ' || v.version AS version, c.key AS cell, max(r.revision) AS revision
    FROM value_revision r
      JOIN cell c ON c.id = r.cell_id
      JOIN indicator_version v ON v.id = r.indicator_version_id
      JOIN edition_indicator i ON i.indicator_id = v.indicator_id
      JOIN framework_edition e ON e.id = i.edition_id AND ${isPresentEdition}
    WHERE r.period_id = ${report.periodId} AND r.report_id = ${report.id}
    GROUP BY i.code, v.version, c.key`;
  for (const { version, cell, revision } of rows) {
    const own = revisions.get(version) ?? new Map<string, number>();
    revisions.set(version, own.set(cell, revision));
  }
  return revisions;
}
