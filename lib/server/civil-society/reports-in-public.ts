import "server-only";
import { readsPlatformReport } from "@/lib/domain/commitments/platform-report";
import { db } from "@/lib/server/db/client";
import { dayOf } from "@/lib/server/db/day";
import type { PlanFramework } from "@/lib/server/framework/plan-framework";
import type { PublicReportHead } from "@/lib/views/commitments/platform-view";
import { platformReportHead, readPlatformReports } from "./platform-rows";

/** The reports of a plan's platforms that anybody may read, the latest year first, with where each was presented. */
export async function reportsInPublic(planId: number, framework: PlanFramework): Promise<PublicReportHead[]> {
  const client = await db();
  const rows = (await readPlatformReports(client, planId)).filter((row) =>
    readsPlatformReport(null, { ...row, memberIds: [] }),
  );
  const presented = await client.platformReport.findMany({
    where: { id: { in: rows.map(({ id }) => id) }, meetingId: { not: null } },
    select: { id: true, presentedOn: true, meeting: { select: { code: true } } },
  });
  return rows.map((row) => {
    const at = presented.find(({ id }) => id === row.id);
    return {
      // It has been agreed: what counts are the members of then.
      ...platformReportHead(row, [], framework),
      presented: at?.meeting && at.presentedOn ? { meeting: at.meeting.code, on: dayOf(at.presentedOn) } : null,
    };
  });
}
