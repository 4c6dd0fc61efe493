import "server-only";
import type { Standing, TextEnd } from "@/lib/domain/commitments/addressed-life";
import type { Visibility } from "@/lib/domain/commitments/observation";
import { readsRound } from "@/lib/domain/commitments/parties";
import type { PrismaClient } from "@/lib/server/db/generated/client";

interface Row extends Standing {
  decisionId: number;
  textId: number;
  visibility: Visibility;
  end: TextEnd | null;
}

/**
 * How many observations of which anybody reads a round are about each of some decisions, by its text: in one statement, for
 * pages that tell no more of them.
 */
export async function countAboutDecisions(
  client: Pick<PrismaClient, "$queryRaw">,
  decisionIds: readonly number[],
): Promise<ReadonlyMap<number, number>> {
  const counts = new Map<number, number>();
  if (decisionIds.length === 0) return counts;
  const rows = await client.$queryRaw<Row[]>`
    SELECT o.decision_id AS "decisionId", o.text_id AS "textId", o.visibility::text AS visibility, t."end"::text AS "end",
      r.stage::text AS stage, w.state::text AS response
    FROM observation o JOIN addressed_text t ON t.id = o.text_id JOIN addressed_round r ON r.text_id = o.text_id
      LEFT JOIN unit_response w ON w.text_id = r.text_id AND w.round = r.round
    WHERE o.decision_id = ANY(${[...decisionIds]}::int[])`;
  // The rule by which whole observations are read: it stands nowhere in SQL.
  const read = rows.filter((row) => readsRound(null, row, row));
  for (const [, decisionId] of new Map(read.map((row) => [row.textId, row.decisionId])))
    counts.set(decisionId, (counts.get(decisionId) ?? 0) + 1);
  return counts;
}
