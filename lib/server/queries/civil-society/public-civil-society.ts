import "server-only";
import { readPlatformReportCode, readsPlatformReport } from "@/lib/domain/commitments/platform-report";
import { spokenLocale } from "@/lib/i18n/routing";
import { resultsVersionOfArea } from "@/lib/schemas/addresses/area-version";
import { observationsOfYear } from "@/lib/server/civil-society/observations-of-year";
import {
  platformReportHead,
  platformReportView,
  readMembers,
  readPlatformReport,
  readPlatformReports,
} from "@/lib/server/civil-society/platform-rows";
import { db } from "@/lib/server/db/client";
import { frameworkOf } from "@/lib/server/framework/plan-framework";
import { platformFiles, withoutIds } from "@/lib/server/publications/platform-files";
import { publishedPlan } from "@/lib/server/results/read/plan";
import type { CivilSocietyView, PublicPlatformReportView } from "@/lib/views/commitments/platform-view";

interface Area {
  code: string;
  locale: string;
  /** As the address has it: `17-3`. */
  version: string;
}

/** Null for a plan that there isn't, and for what is no version of an area. */
async function published({ code, locale, version }: Area) {
  const results = resultsVersionOfArea(version);
  const plan = results && (await publishedPlan(code, spokenLocale(locale), results));
  if (!plan) return null;
  return { plan, framework: await frameworkOf({ id: plan.id, resultsVersion: plan.version }, locale) };
}

/** The platforms of a plan: who belongs to them, and which of their reports anybody may read. */
export async function publicCivilSociety(area: Area): Promise<CivilSocietyView | null> {
  const found = await published(area);
  if (!found) return null;
  const { plan, framework } = found;
  const client = await db();
  const members = await readMembers(client, plan.id, area.locale);
  const reports = (await readPlatformReports(client, plan.id)).filter((row) =>
    readsPlatformReport(null, { ...row, memberIds: [] }),
  );
  return {
    plan: plan.head,
    platforms: [...framework.units]
      .filter(([, { level }]) => level !== "province")
      .map(([id, unit]) => {
        const own = members.filter(({ unitId }) => unitId === id);
        const memberIds = own.map(({ organisationId }) => organisationId);
        return {
          unit,
          members: own.map(({ unitId: _, ...member }) => member),
          reports: reports
            .filter(({ unitId }) => unitId === id)
            .map((row) => platformReportHead(row, memberIds, framework)),
        };
      }),
  };
}

/** The report of that code, where anybody may read it. */
export async function publicPlatformReport(area: Area, code: string): Promise<PublicPlatformReportView | null> {
  const address = readPlatformReportCode(code);
  const found = address && (await published(area));
  if (!found) return null;
  const { plan, framework } = found;
  const { locale } = area;
  const client = await db();
  const row = await readPlatformReport(
    client,
    { ...address, planId: plan.id },
    { locale, language: spokenLocale(locale) },
  );
  if (!row || !readsPlatformReport(null, row)) return null;
  const { smallCountThreshold: threshold } = await client.plan.findUniqueOrThrow({
    where: { id: plan.id },
    select: { smallCountThreshold: true },
  });
  const reader = { framework, locale, threshold, now: new Date() };
  const observations = await observationsOfYear(client, row, { ...reader, actor: null });
  return {
    plan: plan.head,
    report: platformReportView(row, { ...reader, observations }),
    files: withoutIds(await platformFiles(client, row.id)),
  };
}
