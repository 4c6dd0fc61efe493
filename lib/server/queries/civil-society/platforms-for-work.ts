import "server-only";
import { isPlatformMember, isPlatformReporter, readsPlatformReport } from "@/lib/domain/commitments/platform-report";
import { type Actor, can, grantsIn } from "@/lib/domain/permissions";
import { hasReporter } from "@/lib/server/civil-society/has-reporter";
import { platformReportHead, readMembers, readPlatformReports } from "@/lib/server/civil-society/platform-rows";
import { db } from "@/lib/server/db/client";
import { frameworkOf } from "@/lib/server/framework/plan-framework";
import { organisationNameIn } from "@/lib/server/people/organisation-name";
import type { PlatformsView, PlatformView, WorkingPlatformView } from "@/lib/views/commitments/platform-view";

/** The plan for whoever has to do with its platforms: their members, the secretariat, whom they address, and auditors. */
export async function planOfPlatforms(actor: Actor, planCode: string) {
  const plan = await (await db()).plan.findUnique({
    where: { code: planCode },
    select: { id: true, code: true, resultsVersion: true, smallCountThreshold: true },
  });
  return plan && hasPlatforms(actor, plan.id) ? plan : null;
}

/** Whether somebody has to do with platforms of a plan. */
export function hasPlatforms(actor: Actor, planId: number): boolean {
  const held = grantsIn(actor, planId).map(({ unit }) => unit ?? { id: 0, level: "region" as const });
  return (
    can(actor, "takePartInPlatform", { planId }) ||
    held.some((unit) => can(actor, "viewObservations", { planId, unit }))
  );
}

/** All platforms of a plan; null for whoever has nothing to do with them. */
export async function platformsForWork(actor: Actor, planCode: string, locale: string): Promise<PlatformsView | null> {
  const plan = await planOfPlatforms(actor, planCode);
  if (!plan) return null;
  const client = await db();
  const framework = await frameworkOf(plan, locale);
  const members = await readMembers(client, plan.id, locale);
  const reports = await readPlatformReports(client, plan.id);
  const platforms = [...framework.units]
    .filter(([, { level }]) => level !== "province")
    .map(([id, unit]) => {
      const own = members.filter(({ unitId }) => unitId === id);
      const memberIds = own.map(({ organisationId }) => organisationId);
      const read = reports.filter((row) => row.unitId === id && readsPlatformReport(actor, { ...row, memberIds }));
      const view: PlatformView = {
        unit,
        members: own.map(({ unitId: _, ...member }) => member),
        reports: read.map((row) => platformReportHead(row, memberIds, framework)),
      };
      const [isOwn, mayWrite] = [isPlatformMember, isPlatformReporter].map((is) => is(actor, plan.id, memberIds));
      return { view, isOwn, mayWrite };
    });
  return {
    plan: plan.code,
    platforms: platforms.map(({ view }) => view),
    own: platforms.flatMap(({ view, isOwn }) => (isOwn ? [view.unit.code] : [])),
    written: platforms.flatMap(({ view, mayWrite }) => (mayWrite ? [view.unit.code] : [])),
    mayKeep: can(actor, "keepPlatforms", { planId: plan.id }),
  };
}

/** One of them, with what can be done there. */
export async function platformForWork(
  actor: Actor,
  planCode: string,
  unitCode: string,
  locale: string,
): Promise<WorkingPlatformView | null> {
  const all = await platformsForWork(actor, planCode, locale);
  const platform = all?.platforms.find(({ unit }) => unit.code === unitCode);
  if (!all || !platform) return null;
  const mayWrite = all.written.includes(unitCode);
  const client = await db();
  const years = mayWrite
    ? await client.reportingPeriod.findMany({
        where: { plan: { code: planCode } },
        orderBy: { startsOn: "desc" },
        select: { startsOn: true },
      })
    : [];
  const [reporters] = await client.$queryRaw<[{ hasReporter: boolean }?]>`
    SELECT ${hasReporter} AS "hasReporter" FROM reporting_unit u JOIN plan ON plan.id = u.plan_id
    WHERE plan.code = ${planCode} AND u.code = ${unitCode}`;
  const begun = new Set(platform.reports.map(({ year }) => year));
  const present = new Set(platform.members.map(({ organisationId }) => organisationId));
  const organisations = all.mayKeep ? await civilSociety(locale) : [];
  return {
    ...platform,
    plan: all.plan,
    mayKeep: all.mayKeep,
    onlyReads: all.own.includes(unitCode) && !mayWrite,
    isWithoutReporter: platform.members.length > 0 && !reporters?.hasReporter,
    years: [...new Set(years.map(({ startsOn }) => startsOn.getUTCFullYear()))].filter((year) => !begun.has(year)),
    organisations: organisations.filter(({ id }) => !present.has(id)),
  };
}

/** Civil society organisations of the directory, by their names. */
const civilSociety = async (locale: string): Promise<{ id: number; name: string }[]> =>
  (await db()).$queryRaw`
    SELECT o.id, ${organisationNameIn(locale)} AS name FROM organisation o
    WHERE o.kind = 'civilSociety' AND o.archived_at IS NULL ORDER BY name, o.id`;
