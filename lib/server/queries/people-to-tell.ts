import "server-only";
import { type Actor, can } from "@/lib/domain/permissions";
import { areCodes } from "@/lib/schemas/reports/report-forms";
import { db } from "@/lib/server/db/client";
import { findIndicator } from "@/lib/server/reports/hold-report";
import { locateReport, subjectOf } from "@/lib/server/reports/locate-report";
import { peopleToTell } from "@/lib/server/reports/people-to-tell";
import type { PersonToTell, ReportAddress } from "@/lib/views/report-view";

/** Whom the actor may tell of a comment on an indicator; null where they may not comment on it themselves. */
export async function peopleToTellOf(
  actor: Actor,
  address: ReportAddress,
  code: string,
): Promise<PersonToTell[] | null> {
  const client = await db();
  const located = await locateReport(client, address);
  const indicator = located && areCodes(code) ? await findIndicator(client, located, code) : null;
  if (!located || !indicator) return null;
  const subject = { ...subjectOf(located), indicatorId: indicator.id };
  return can(actor, "addComment", subject) ? peopleToTell(client, actor, subject) : null;
}
