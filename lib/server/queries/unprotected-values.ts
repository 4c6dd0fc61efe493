import "server-only";
import { type Actor, can } from "@/lib/domain/permissions";
import { db } from "@/lib/server/db/client";
import { frameworkOf } from "@/lib/server/framework/plan-framework";
import { type NamedValue, valuesNamed } from "@/lib/server/reports/values-named";
import type { HiddenAsWholeView, UnprotectedView } from "@/lib/views/unprotected-view";

/**
 * The values of a plan that anyone can work out who kept what was public before, and those that are hidden for want of a
 * pattern that hides less, as approvals wrote them into the audit. Neither is taken back: what was hidden once stays so.
 * Only those that the reader may see exactly anyway.
 */
export async function unprotectedValues(actor: Actor, planCode: string, locale: string): Promise<UnprotectedView> {
  const none: UnprotectedView = { values: [], hiddenAsWhole: [], dimensions: [], units: [] };
  const client = await db();
  const plan = await client.plan.findUnique({
    where: { code: planCode },
    select: { id: true, resultsVersion: true, units: { select: { id: true, code: true, level: true } } },
  });
  const units = plan?.units.filter((unit) => can(actor, "seeExactValues", { planId: plan.id, unit })) ?? [];
  if (!plan || units.length === 0) return none;
  const isSeen = ({ unit }: { unit: string }) => units.some(({ code }) => code === unit);
  const values = (await valuesNamed(client, plan.id, "unprotected")).filter(isSeen);
  const hiddenAsWhole = byPlace((await valuesNamed(client, plan.id, "hiddenAsWhole")).filter(isSeen));
  if (values.length === 0 && hiddenAsWhole.length === 0) return none;
  const { dimensions, units: views } = await frameworkOf(plan, locale);
  const named = new Set([...values, ...hiddenAsWhole].map(({ unit }) => unit));
  return {
    values,
    hiddenAsWhole,
    dimensions: [...dimensions],
    units: [...views.values()].filter(({ code }) => named.has(code)),
  };
}

/** A whole group at a time went dark, so that its cells one by one would say no more than how many they are. */
function byPlace(values: readonly NamedValue[]): HiddenAsWholeView[] {
  const places = new Map<string, HiddenAsWholeView>();
  for (const { indicator, unit, period, since } of values) {
    const key = `${since} ${indicator} ${unit} ${period}`;
    const { cells } = places.get(key) ?? { cells: 0 };
    places.set(key, { indicator, unit, period, since, cells: cells + 1 });
  }
  return [...places.values()];
}
