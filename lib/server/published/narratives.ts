import "server-only";
import type { PillarNarrative } from "@/lib/charts/country-view";
import type { PillarName } from "@/lib/charts/results-plan";
import { narrativeKinds } from "@/lib/schemas/report-view";
import { db } from "@/lib/server/db/client";

/** What a unit wrote for everybody, by pillar, as its report was last approved. */
export async function publishedNarratives(
  unitId: number,
  periodId: number,
  pillars: readonly PillarName[],
): Promise<PillarNarrative[]> {
  const client = await db();
  const rows = await client.publishedNarrative.findMany({
    where: { unitId, periodId },
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
