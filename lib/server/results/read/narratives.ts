import "server-only";
import { narrativeKinds } from "@/lib/domain/reports/narrative";
import { db } from "@/lib/server/db/client";
import { dayInRegion } from "@/lib/server/db/day";
import { asOf } from "@/lib/server/results/stored/as-of";
import { takenDownTexts } from "@/lib/server/results/stored/take-downs";
import type { PillarNarrative } from "@/lib/views/country-view";
import type { PillarName } from "@/lib/views/results-plan";
import type { PublishedPlan } from "./plan";

const codeIn = ({ id: editionId }: PublishedPlan["edition"]) =>
  ({ select: { editions: { where: { editionId }, select: { code: true } } } }) as const;

const place = { unitId: true, periodId: true, pillarId: true, kind: true, text: true, fromVersion: true } as const;

/** What a unit wrote for everybody, by pillar, as its report was last approved. */
export async function publishedNarratives(
  { id: planId, version, edition }: PublishedPlan,
  unitId: number,
  periodId: number,
  pillars: readonly PillarName[],
): Promise<PillarNarrative[]> {
  const client = await db();
  const rows = await client.publishedNarrative.findMany({
    where: { unitId, periodId, ...asOf(version) },
    select: { ...place, pillar: codeIn(edition) },
  });
  const takenDown = await takenDownTexts(client, { id: planId, version }, { unitId, periodId });
  return pillars
    .map((pillar) => ({
      pillar,
      texts: narrativeKinds.flatMap((kind) => {
        const row = rows.find((each) => each.pillar.editions[0]?.code === pillar.code && each.kind === kind);
        const at = row && takenDown(row);
        if (!row) return [];
        return [{ kind, ...(at ? { text: null, takenDownOn: dayInRegion(at) } : { text: row.text }) }];
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
    select: { ...place, pillar: codeIn(edition) },
  });
  const takenDown = await takenDownTexts(client, { id: planId, version }, { periodId });
  const found = new Map<string, Set<number>>();
  for (const { pillar, ...row } of rows.filter((row) => !takenDown(row)))
    for (const { code } of pillar.editions) found.set(code, (found.get(code) ?? new Set()).add(row.unitId));
  return found;
}
