import "server-only";
import { type Actor, can } from "@/lib/domain/permissions";
import { narrativeKinds } from "@/lib/domain/reports/narrative";
import type { Locale } from "@/lib/i18n/routing";
import { db } from "@/lib/server/db/client";
import type { TakeDown } from "@/lib/server/db/generated/client";
import { frameworkOf, type PlanFramework } from "@/lib/server/framework/plan-framework";
import { publicationsHolding } from "@/lib/server/queries/publications/publication-list";
import { reportedBy } from "@/lib/server/reports/hold-report";
import { locateReport } from "@/lib/server/reports/locate-report";
import { present } from "@/lib/server/results/stored/as-of";
import { takenDownTexts, valuesTakenDown } from "@/lib/server/results/stored/take-downs";
import type { ReportAddress } from "@/lib/views/report-view";
import type { PublicPart, PublicPartsView, TakeDownListView, TakeDownView } from "@/lib/views/take-down-view";

/** What was ever taken down of a plan, the latest first; null for whoever may not see it. */
export async function takeDownsOf(actor: Actor, planCode: string, locale: Locale): Promise<TakeDownListView | null> {
  const client = await db();
  const plan = await client.plan.findUnique({
    where: { code: planCode },
    select: { id: true, resultsVersion: true },
  });
  if (!plan || !can(actor, "viewTakeDowns", { planId: plan.id })) return null;
  const rows = await client.takeDown.findMany({
    where: { planId: plan.id },
    orderBy: { id: "desc" },
    select: {
      id: true,
      kind: true,
      unitId: true,
      pillarId: true,
      indicatorId: true,
      narrativeKind: true,
      reason: true,
      redactedAt: true,
      takenAt: true,
      fromVersion: true,
      restoredAt: true,
      erasedAt: true,
      period: { select: { code: true } },
      takenBy: { select: { name: true } },
      restoredBy: { select: { name: true } },
      erasedBy: { select: { name: true } },
    },
  });
  const framework = await frameworkOf(plan, locale);
  const publications = await publicationsHolding(actor, planCode, locale);
  const takeDowns = rows.map((row): TakeDownView => {
    const { restoredAt, restoredBy, erasedAt, erasedBy } = row;
    return {
      id: row.id,
      part: partNamed(row, framework),
      unit: framework.units.get(row.unitId)?.name ?? "",
      period: row.period.code,
      takenAt: row.takenAt.toISOString(),
      takenBy: row.takenBy.name,
      reason: row.redactedAt === null ? row.reason : null,
      version: row.fromVersion,
      publications: publications.get(row.id) ?? [],
      restored: restoredAt && restoredBy && { at: restoredAt.toISOString(), by: restoredBy.name },
      erased: erasedAt && erasedBy && { at: erasedAt.toISOString(), by: erasedBy.name },
    };
  });
  return { takeDowns, mayRestore: can(actor, "takeDown", { planId: plan.id }) };
}

/** What a take-down is of, as its row says it. */
export type TakenDownRow = Pick<TakeDown, "kind" | "pillarId" | "narrativeKind" | "indicatorId">;

export function partNamed(
  { kind, pillarId, narrativeKind, indicatorId }: TakenDownRow,
  { pillars, indicators }: Pick<PlanFramework, "pillars" | "indicators">,
): PublicPart {
  if (kind === "value") {
    const indicator = indicators.find((each) => each.id === indicatorId)?.versions[0]?.view;
    return { kind, indicator: indicator?.code ?? "", title: indicator?.title ?? "" };
  }
  const pillar = pillars.find(({ id }) => id === pillarId);
  return { kind, pillar: pillar?.code ?? "", narrative: narrativeKind!, title: pillar?.title ?? "" };
}

/** What of a report is public now and can be taken down; null for whoever may not. */
export async function publicParts(
  actor: Actor,
  address: ReportAddress,
  locale: string,
): Promise<PublicPartsView | null> {
  const client = await db();
  const located = await locateReport(client, address);
  if (!located || !can(actor, "takeDown", { planId: located.plan.id })) return null;
  const { plan, unit, period } = located;
  const where = { unitId: unit.id, periodId: period.id };
  const texts = await client.publishedNarrative.findMany({ where: { ...where, ...present } });
  const takenDown = await takenDownTexts(client, { id: plan.id, version: plan.resultsVersion }, where);
  const { units, pillars, indicators } = await frameworkOf(plan, locale);
  const values = await client.result.findMany({
    where: {
      ...where,
      ...present,
      kind: { notIn: ["missing", "narrative"] },
      indicatorVersion: { indicator: reportedBy(unit) },
    },
    distinct: ["indicatorVersionId"],
    select: { indicatorVersion: { select: { indicatorId: true } } },
  });
  const isTakenDown = await valuesTakenDown(client, plan.id);
  const reported = new Set(
    values
      .map(({ indicatorVersion }) => indicatorVersion.indicatorId)
      .filter((indicatorId) => !isTakenDown({ ...where, indicatorId })),
  );
  const shown = texts.filter((text) => !takenDown(text));
  return {
    unit: units.get(unit.id)?.name ?? unit.code,
    parts: [
      ...pillars.flatMap(({ id, code, title }) =>
        narrativeKinds
          .filter((kind) => shown.some((text) => text.pillarId === id && text.kind === kind))
          .map((narrative) => ({ kind: "narrative" as const, pillar: code, narrative, title })),
      ),
      ...indicators
        .filter(({ id }) => reported.has(id))
        .flatMap(({ versions }) => versions[0]?.view ?? [])
        .map(({ code, title }) => ({ kind: "value" as const, indicator: code, title })),
    ],
  };
}
