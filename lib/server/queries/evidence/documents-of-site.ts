import "server-only";
import { createTranslator } from "use-intl/core";
import { type MeetingState, meetingStatesBefore } from "@/lib/domain/commitments/meeting";
import type { Visibility } from "@/lib/domain/commitments/observation";
import {
  type PlatformReportState,
  platformReportCode,
  platformReportStatesBefore,
  readsPlatformReport,
} from "@/lib/domain/commitments/platform-report";
import { type Actor, can } from "@/lib/domain/permissions";
import { formatsOf } from "@/lib/i18n/formats";
import { messagesOf } from "@/lib/i18n/messages";
import { planPath, platformReportPath, publicMeetingPath, releasePath } from "@/lib/i18n/paths";
import { type Locale, spokenLocale } from "@/lib/i18n/routing";
import { areCodes } from "@/lib/schemas/reports/report-forms";
import { db } from "@/lib/server/db/client";
import { frameworkOf } from "@/lib/server/framework/plan-framework";
import { siteAddressFor } from "@/lib/server/http/site-address";
import { findIndicator } from "@/lib/server/reports/hold-report";
import { type LocatedReport, locateReport, subjectOf } from "@/lib/server/reports/locate-report";
import type { ReportAddress } from "@/lib/views/report-view";
import type { SiteDocument } from "@/lib/views/site/site-document";

type Row =
  | { kind: "platformReport"; unitId: number; year: number; state: PlatformReportState; visibility: Visibility }
  | { kind: "meeting"; code: string; state: MeetingState; title: string }
  | { kind: "release"; code: string; title: string };

/**
 * What of this site a person may link as evidence: documents that everybody may read, at addresses that stay. So it is reports
 * of platforms once they were presented, meetings once they can't be deleted any more, and releases. Files that are made of them
 * are no such documents: they give way to newer ones.
 * @param indicator code of what it would back; null for the report as a whole
 * @param asked in which language, and the headers of the request, which tell where the site is
 * @returns null for whoever may not add evidence there
 */
export async function documentsOfSite(
  actor: Actor,
  address: ReportAddress,
  indicator: string | null,
  { locale, headers }: { locale: Locale; headers: Headers },
): Promise<SiteDocument[] | null> {
  const client = await db();
  const located = await locateReport(client, address);
  if (!located || !(await mayBack(actor, located, indicator))) return null;
  const { plan } = located;
  const { units } = await frameworkOf(plan, locale);
  const t = createTranslator({ locale, messages: await messagesOf(locale), namespace: "civilSociety" });
  const root = planPath(locale, plan.code);
  const { year: yearOf } = formatsOf(locale);
  const documents = (await lastingRows(plan.id, spokenLocale(locale))).flatMap((row): SiteDocument[] => {
    const document = (name: string, title: string, path: string) => [
      { key: `${row.kind} ${name}`, title, url: siteAddressFor(headers, path) },
    ];
    if (row.kind === "release") return document(row.code, row.title, releasePath(root, row.code));
    if (row.kind === "meeting") return document(row.code, row.title, publicMeetingPath(root, row.code));
    const unit = units.get(row.unitId);
    if (!unit) return [];
    const code = platformReportCode(unit.code, row.year);
    const title = t("reportTitle", { unit: unit.name, year: yearOf(`${row.year}-07-01`) });
    return document(code, title, platformReportPath(root, code));
  });
  const titles = documents.map(({ title }) => title);
  // Who picks one by its title gets that one.
  return documents.map((each) =>
    titles.indexOf(each.title) === titles.lastIndexOf(each.title)
      ? each
      : { ...each, title: `${each.title} (${each.key.split(" ")[1]})` },
  );
}

async function mayBack(actor: Actor, located: LocatedReport, code: string | null): Promise<boolean> {
  const subject = subjectOf(located);
  if (code === null) return can(actor, "editReport", subject);
  const indicator = areCodes(code) ? await findIndicator(await db(), located, code) : null;
  return indicator !== null && can(actor, "addEvidence", { ...subject, indicatorId: indicator.id });
}

/** The latest of each kind first: one statement. */
async function lastingRows(planId: number, language: string): Promise<Row[]> {
  const rows = await (await db()).$queryRaw<Row[]>`
    SELECT * FROM (
      SELECT 'platformReport' AS kind, NULL AS code, NULL AS title, r.unit_id AS "unitId", r.year,
        r.state::text AS state, r.visibility::text AS visibility, 1 AS place, r.year AS "order", r.id
      FROM platform_report r WHERE r.plan_id = ${planId}
      UNION ALL
      SELECT 'meeting', m.code,
        coalesce((SELECT coalesce(nullif(max(t.title) FILTER (WHERE t.locale = ${language}), ''),
          max(t.title) FILTER (WHERE t.locale = 'en')) FROM meeting_text t WHERE t.meeting_id = m.id), m.code),
        NULL, NULL, m.state::text, NULL, 2, m.year * 400 + coalesce(extract(doy FROM m.starts_on)::int, 0), m.id
      FROM meeting m WHERE m.plan_id = ${planId}
      UNION ALL
      SELECT 'release', l.code,
        coalesce((SELECT coalesce(nullif(max(t.title) FILTER (WHERE t.locale = ${language}), ''),
          max(t.title) FILTER (WHERE t.locale = 'en')) FROM release_text t WHERE t.release_id = l.id), l.code),
        NULL, NULL, NULL, NULL, 3, l.version, l.id
      FROM release l WHERE l.plan_id = ${planId}
    ) d ORDER BY d.place, d."order" DESC, d.id DESC`;
  return rows.filter((row) => lasts(row, planId));
}

/** Whether everybody may read it, and it can't be taken back: asked of the rules of those who write it. */
function lasts(row: Row, planId: number): boolean {
  switch (row.kind) {
    case "platformReport":
      return (
        readsPlatformReport(null, { ...row, planId, memberIds: [] }) &&
        !platformReportStatesBefore("reopen").includes(row.state)
      );
    case "meeting":
      return !meetingStatesBefore("delete").includes(row.state);
    case "release":
      return true;
  }
}
