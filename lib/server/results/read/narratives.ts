import "server-only";
import { narrativeKinds } from "@/lib/domain/reports/narrative";
import { db } from "@/lib/server/db/client";
import { asOf } from "@/lib/server/results/stored/as-of";
import type { PillarNarrative } from "@/lib/views/country-view";
import type { PillarName } from "@/lib/views/results-plan";
import type { PublishedPlan } from "./plan";

const codeIn = ({ id: editionId }: PublishedPlan["edition"]) =>
  ({ select: { editions: { where: { editionId }, select: { code: true } } } }) as const;

/** What a unit wrote for everybody, by pillar, as its report was last approved. */
export async function publishedNarratives(
  { version, edition }: PublishedPlan,
  unitId: number,
  periodId: number,
  pillars: readonly PillarName[],
): Promise<PillarNarrative[]> {
  const client = await db();
  const rows = await client.publishedNarrative.findMany({
    where: { unitId, periodId, ...asOf(version) },
    select: { kind: true, text: true, pillar: codeIn(edition) },
  });
  return pillars
    .map((pillar) => ({
      pillar,
      texts: narrativeKinds.flatMap((kind) => {
        const row = rows.find((each) => each.pillar.editions[0]?.code === pillar.code && each.kind === kind);
        return row ? [{ kind, text: row.text }] : [];
      }),
    }))
    .filter(({ texts }) => texts.length > 0);
}

/** Which units wrote something for everybody in a period, by the code of the pillar that it is about. */
export async function unitsWithWords(
  { id: planId, version, edition }: Pick<PublishedPlan, "id" | "version" | "edition">,
  periodId: number,
): Promise<Map<string, Set<number>>> {
  const client = await db();
  const rows = await client.publishedNarrative.findMany({
    where: { periodId, pillar: { planId }, ...asOf(version) },
    select: { unitId: true, pillar: codeIn(edition) },
  });
  const found = new Map<string, Set<number>>();
  for (const { unitId, pillar } of rows)
    for (const { code } of pillar.editions) found.set(code, (found.get(code) ?? new Set()).add(unitId));
  return found;
}
