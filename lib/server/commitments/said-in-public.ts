import "server-only";
import { reportsInPublic } from "@/lib/server/civil-society/reports-in-public";
import { db } from "@/lib/server/db/client";
import { dayInRegion } from "@/lib/server/db/day";
import type { SaidToUnits } from "@/lib/views/commitments/public-observation";
import { countsOf, type Published, readPublicObservations } from "./read-public-observations";

/**
 * What civil society says in public, for the papers of a meeting: each in its words, how many by country, and which reports
 * its platforms made.
 * @returns `textIds` are the rows whose words are in it, for whoever keeps them
 */
export async function saidInPublic(
  found: Published,
  locale: string,
  now: Date,
): Promise<{ said: SaidToUnits; textIds: number[] }> {
  const { plan, framework } = found;
  const all = await readPublicObservations(found, locale);
  const observations = all.filter(({ said }) => said !== null);
  const region = plan.region && observations.some(({ unit }) => unit.code === plan.region!.code) ? [plan.region] : [];
  const rows = await (await db()).addressedText.findMany({
    where: { planId: plan.id, kind: "observation", number: { in: observations.map(({ number }) => number) } },
    orderBy: { id: "asc" },
    select: { id: true },
  });
  return {
    textIds: rows.map(({ id }) => id),
    said: {
      readOn: dayInRegion(now),
      observations,
      reports: await reportsInPublic(plan.id, framework),
      units: [...plan.countries, ...region].map(({ code, name }) => ({
        unit: { code, name },
        counts: countsOf(all.filter(({ unit }) => unit.code === code)),
      })),
    },
  };
}
