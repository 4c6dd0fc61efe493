import "server-only";
import { type NarrativeKind, readNarrativeCode } from "@/lib/domain/reports/narrative";
import type { Transaction } from "@/lib/server/db/client";
import { presentEdition } from "@/lib/server/framework/edition";
import { present } from "@/lib/server/results/stored/as-of";
import { takenDownTexts } from "@/lib/server/results/stored/take-downs";

/**
 * What a unit's report says of a pillar, by its code; null where it says nothing in public, or that is taken down.
 */
export async function publicNarrative(
  client: Pick<Transaction, "editionNode" | "publishedNarrative" | "takeDown">,
  { id: planId, resultsVersion: version }: { id: number; resultsVersion: number },
  here: { unitId: number; periodId: number },
  code: string,
): Promise<{ pillarId: number; narrativeKind: NarrativeKind } | null> {
  const asked = readNarrativeCode(code);
  if (!asked) return null;
  const pillar = await client.editionNode.findFirst({
    where: { edition: { planId, ...presentEdition }, code: asked.pillar, node: { kind: "pillar" } },
    select: { nodeId: true },
  });
  if (!pillar) return null;
  const text = await client.publishedNarrative.findFirst({
    where: { ...here, pillarId: pillar.nodeId, kind: asked.kind, ...present, redactedAt: null },
  });
  if (!text) return null;
  const takenDown = await takenDownTexts(client, { id: planId, version }, here);
  return takenDown(text) ? null : { pillarId: pillar.nodeId, narrativeKind: asked.kind };
}
