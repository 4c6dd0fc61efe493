import "server-only";
import { type Actor, can } from "@/lib/domain/permissions";
import type { UnprotectedView } from "@/lib/schemas/unprotected-view";
import { db } from "@/lib/server/db/client";
import { dimensionsOfPlan } from "@/lib/server/reporting/plan-dimensions";
import { unitViews } from "@/lib/server/reporting/report-head";
import { figureView } from "@/lib/server/results/figure-view";

/**
 * The figures of a plan that anyone can work out who kept what was public before, as each approval wrote them into the
 * audit, the latest first. None of them can be protected again. Only those that the reader may see exactly anyway.
 */
export async function unprotectedFigures(actor: Actor, planCode: string, locale: string): Promise<UnprotectedView> {
  const client = await db();
  const plan = await client.plan.findUnique({
    where: { code: planCode },
    select: { id: true, units: { select: { id: true, code: true, level: true } } },
  });
  const units = plan?.units.filter((unit) => can(actor, "seeExactFigures", { planId: plan.id, unit })) ?? [];
  if (!plan || units.length === 0) return { figures: [], dimensions: [], units: [] };
  const events = await client.$queryRaw<{ at: Date; unprotected: string[] }[]>`
    SELECT e.at, e.after -> 'unprotected' AS unprotected
    FROM report r JOIN audit_event e ON e.stream = 'report:' || r.id
    WHERE r.plan_id = ${plan.id} AND e.action = 'approved' AND e.after -> 'unprotected' IS NOT NULL
    ORDER BY e.at`;
  // The first time counts: whatever comes later only says it again.
  const since = new Map<string, Date>();
  for (const { at, unprotected } of events) for (const name of unprotected) if (!since.has(name)) since.set(name, at);
  const seen = new Map(units.map((unit) => [unit.code, unit]));
  const figures = [...since]
    .map(([name, at]) => ({ ...figureView(name), since: at.toISOString() }))
    .filter(({ unit }) => seen.has(unit))
    .reverse();
  if (figures.length === 0) return { figures, dimensions: [], units: [] };
  const named = units.filter(({ code }) => figures.some(({ unit }) => unit === code));
  const views = await unitViews(client, named, locale);
  return { figures, dimensions: await dimensionsOfPlan(client, plan.id, locale), units: [...views.values()] };
}
