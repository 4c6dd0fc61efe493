import "server-only";
import { type Actor, can } from "@/lib/domain/permissions";
import { db } from "@/lib/server/db/client";
import { frameworkOf } from "@/lib/server/framework/plan-framework";
import { locateReport, subjectOf } from "@/lib/server/reports/locate-report";
import { reportHead } from "@/lib/server/reports/report-head";
import type { Asked } from "@/lib/server/reports/visible-report";
import type { ReportAddress, ReportHead } from "@/lib/views/report-view";

/** The head of a report that the actor may import a file into, locked or not; null where there is none for them. */
export async function reportForImport(
  actor: Actor,
  address: ReportAddress,
  { locale, now }: Asked,
): Promise<ReportHead | null> {
  const client = await db();
  const located = await locateReport(client, address);
  if (!located || !can(actor, "importFile", subjectOf(located))) return null;
  return reportHead(located, await frameworkOf(located.plan, locale), now);
}
