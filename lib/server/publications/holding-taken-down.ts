import "server-only";
import type { Transaction } from "@/lib/server/db/client";
import { Prisma } from "@/lib/server/db/generated/client";

/**
 * Which publications may hold something that was taken down since their results were read, each with what that is: a text
 * of a country whose words it has, or values that stood in its results and may be counted in any value of their period or a
 * later one. More may be named than hold it, never fewer. A platform's report has nothing of results.
 */
export const holdingTakenDown = (
  client: Pick<Transaction, "$queryRaw">,
  planId: number,
  publications: readonly number[] | "all",
): Promise<{ publicationId: number; takeDownId: number }[]> =>
  client.$queryRaw(Prisma.sql`${takenDownIn(planId, publications)} ORDER BY p.id DESC, t.id`);

/**
 * Which of these publications may hold what isn't public any more: something that was taken down, or the words of an
 * observation or a recommendation that was withdrawn, or taken down for safety, since they were read.
 */
export async function holdingWhatWent(
  client: Pick<Transaction, "$queryRaw">,
  planId: number,
  publications: readonly number[],
): Promise<Set<number>> {
  const rows = await client.$queryRaw<{ publicationId: number }[]>`
    SELECT held."publicationId" FROM (${takenDownIn(planId, publications)}) held
    UNION SELECT p.id FROM publication p WHERE p.id = ANY(${[...publications]}::int[]) AND ${hasWithdrawn}`;
  return new Set(rows.map(({ publicationId }) => publicationId));
}

/** Whether words of text `t` went for safety since publication `p` was read: all of it, or an answer or a key action alone. */
const isErased = Prisma.sql`(t."end" = 'takenDown'
  OR EXISTS (SELECT FROM unit_response r WHERE r.text_id = t.id AND r.redacted_at >= p.read_at)
  OR EXISTS (SELECT FROM key_action k WHERE k.text_id = t.id AND k.redacted_at >= p.read_at))`;

/** Whether publication `p` has words that were taken down for safety since they were read. */
export const hasErased = Prisma.sql`EXISTS (SELECT 1 FROM addressed_text t WHERE t.id = ANY(p.text_ids) AND ${isErased})`;

/** Whether it has those, or the words of something that was withdrawn. */
export const hasWithdrawn = Prisma.sql`EXISTS (SELECT 1 FROM addressed_text t WHERE t.id = ANY(p.text_ids)
  AND (t."end" = 'withdrawn' OR ${isErased}))`;

const takenDownIn = (planId: number, publications: readonly number[] | "all") => Prisma.sql`
  SELECT p.id AS "publicationId", t.id AS "takeDownId"
  FROM take_down t
  JOIN publication p ON p.plan_id = t.plan_id AND p.present_version < t.from_version
  JOIN reporting_unit u ON u.id = t.unit_id
  JOIN reporting_period about ON about.id = p.period_id
  JOIN reporting_period of ON of.id = t.period_id
  WHERE t.plan_id = ${planId} AND t.until_version IS NULL AND p.platform_report_id IS NULL
  ${publications === "all" ? Prisma.empty : Prisma.sql`AND p.id = ANY(${[...publications]}::int[])`}
  AND CASE t.kind
    WHEN 'narrative' THEN p.period_id = t.period_id AND p.settings -> 'sections' ? 'narratives'
      AND (p.unit_id = t.unit_id OR p.settings -> 'countries' ? u.code)
      AND EXISTS (
        SELECT 1 FROM published_narrative n
        WHERE n.unit_id = t.unit_id AND n.period_id = t.period_id AND n.pillar_id = t.pillar_id AND n.kind = t.narrative_kind
        AND n.from_version <= p.version AND (n.until_version IS NULL OR n.until_version >= p.version)
      )
    ELSE about.ends_on >= of.ends_on AND EXISTS (
        SELECT 1 FROM result r JOIN indicator_version v ON v.id = r.indicator_version_id
        WHERE r.plan_id = t.plan_id AND r.unit_id = t.unit_id AND r.period_id = t.period_id
        AND v.indicator_id = t.indicator_id AND r.kind <> 'missing'
        AND r.from_version <= p.version AND (r.until_version IS NULL OR r.until_version >= p.version)
      )
  END`;
