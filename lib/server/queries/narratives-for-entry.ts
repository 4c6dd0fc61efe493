import "server-only";
import { type Actor, can } from "@/lib/domain/permissions";
import { db } from "@/lib/server/db/client";
import { frameworkOf } from "@/lib/server/framework/plan-framework";
import { locateReport, subjectOf } from "@/lib/server/reports/locate-report";
import { reportHead } from "@/lib/server/reports/report-head";
import { narrativesOfReport } from "@/lib/server/reports/report-narratives";
import { textDigest } from "@/lib/server/reports/text-digest";
import type { Asked } from "@/lib/server/reports/visible-report";
import type { NarrativeView, ReportAddress, ReportHead, TextDigests } from "@/lib/views/report-view";

/**
 * The report narrative on its page, locked or not.
 * @returns null where there is no such report, for whoever may not edit it as a whole, and in a plan without pillars
 */
export async function narrativesForEntry(
  actor: Actor | null,
  address: ReportAddress,
  { locale, now }: Asked,
): Promise<{ report: ReportHead; narratives: NarrativeView[]; digests: TextDigests } | null> {
  const client = await db();
  const located = await locateReport(client, address);
  if (!located || !can(actor, "editReport", subjectOf(located))) return null;
  const framework = await frameworkOf(located.plan, locale);
  const narratives = await narrativesOfReport(client, framework, located.report?.id);
  if (narratives.length === 0) return null;
  return { report: reportHead(located, framework, now), narratives, digests: digestsOf(narratives) };
}

const digestsOf = (narratives: readonly NarrativeView[]): TextDigests =>
  Object.fromEntries(
    narratives.map(({ pillar, texts: { progress, challenges, lessons, goodPractice } }) => [
      pillar,
      {
        progress: textDigest(progress),
        challenges: textDigest(challenges),
        lessons: textDigest(lessons),
        goodPractice: textDigest(goodPractice),
      },
    ]),
  );
