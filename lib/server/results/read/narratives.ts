import "server-only";
import { narrativeKinds } from "@/lib/domain/reports/narrative";
import { db } from "@/lib/server/db/client";
import { asOf } from "@/lib/server/results/stored/as-of";
import type { PillarNarrative } from "@/lib/views/country-view";
import type { PillarName } from "@/lib/views/results-plan";
import type { PublishedPlan } from "./plan";

/** What a unit wrote for everybody, by pillar, as its report was last approved. */
export async function publishedNarratives(
  { version }: PublishedPlan,
  unitId: number,
  periodId: number,
  pillars: readonly PillarName[],
): Promise<PillarNarrative[]> {
  const client = await db();
  const rows = await client.publishedNarrative.findMany({
    where: { unitId, periodId, ...asOf(version) },
    select: { kind: true, text: true, pillar: { select: { code: true } } },
  });
  return pillars
    .map((pillar) => ({
      pillar,
      texts: narrativeKinds.flatMap((kind) => {
        const row = rows.find((each) => each.pillar.code === pillar.code && each.kind === kind);
        return row ? [{ kind, text: row.text }] : [];
      }),
    }))
    .filter(({ texts }) => texts.length > 0);
}

/** Which units wrote something for everybody in a period, by the code of the pillar that it is about. */
export async function unitsWithWords(
  { id: planId, version }: Pick<PublishedPlan, "id" | "version">,
  periodId: number,
): Promise<Map<string, Set<number>>> {
  const client = await db();
  const rows = await client.publishedNarrative.findMany({
    where: { periodId, pillar: { planId }, ...asOf(version) },
    select: { unitId: true, pillar: { select: { code: true } } },
  });
  const found = new Map<string, Set<number>>();
  for (const { unitId, pillar } of rows) found.set(pillar.code, (found.get(pillar.code) ?? new Set()).add(unitId));
  return found;
}
