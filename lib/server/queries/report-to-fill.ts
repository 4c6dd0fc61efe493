import "server-only";
import { type Actor, can } from "@/lib/domain/permissions";
import type { ReportAddress, ReportHead } from "@/lib/schemas/report-view";
import { db } from "@/lib/server/db/client";
import { locateReport, subjectOf } from "@/lib/server/reporting/locate-report";
import type { Asked } from "@/lib/server/reporting/open-room";
import { frameworkOf } from "@/lib/server/reporting/plan-framework";
import { reportHead } from "@/lib/server/reporting/report-head";

/** The head of a report that the actor may fill from a file, locked or not; null where there is none for them. */
export async function reportToFill(
  actor: Actor,
  address: ReportAddress,
  { locale, now }: Asked,
): Promise<ReportHead | null> {
  const client = await db();
  const located = await locateReport(client, address);
  if (!located || !can(actor, "editReport", subjectOf(located))) return null;
  return reportHead(located, await frameworkOf(located.plan, locale), now);
}
