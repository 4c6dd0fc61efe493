import "server-only";
import type { Transaction } from "@/lib/server/db/client";
import { dayInRegion } from "@/lib/server/db/day";
import { Prisma } from "@/lib/server/db/generated/client";
import type { Corrected } from "@/lib/views/commitments/observation-view";

/**
 * The texts whose value was corrected since they were passed on, with the moment: the total shows in public now, another one
 * showed before, and neither is hidden or taken down; with the last release in which
 * the other one shows.
 * @param which of the rows `o` of observations
 * @param version the results version that is read
 */
const correctedSince = (which: Prisma.Sql, version: Prisma.Sql): Prisma.Sql => Prisma.sql`
  SELECT o.text_id AS id, max(v.created_at) AS at, (array_agg(named.code ORDER BY named.version DESC))[1] AS release
  FROM observation o
    JOIN addressed_unit au ON au.text_id = o.text_id
    JOIN addressed_round first ON first.text_id = o.text_id AND first.round = 1
    JOIN indicator_version iv ON iv.indicator_id = o.indicator_id
    JOIN result r ON r.plan_id = o.plan_id AND r.period_id = o.period_id AND r.unit_id = au.unit_id
      AND r.indicator_version_id = iv.id
    JOIN cell c ON c.id = r.cell_id AND c.key = 'total'
    JOIN results_version v ON v.plan_id = r.plan_id AND v.version = r.value_since
    LEFT JOIN release named ON named.plan_id = r.plan_id AND named.version < r.value_since
      AND EXISTS (SELECT FROM result e WHERE e.period_id = r.period_id AND e.unit_id = r.unit_id
        AND e.indicator_version_id = r.indicator_version_id AND e.cell_id = r.cell_id
        AND e.from_version <= named.version AND e.until_version >= named.version AND e.disclosure_state = 'shown')
  WHERE ${which} AND r.disclosure_state = 'shown'
    AND r.from_version <= ${version} AND (r.until_version IS NULL OR r.until_version >= ${version})
    AND v.created_at > first.checked_at
    AND EXISTS (SELECT FROM result e WHERE e.period_id = r.period_id AND e.unit_id = r.unit_id
      AND e.indicator_version_id = r.indicator_version_id AND e.cell_id = r.cell_id
      AND e.until_version < r.value_since AND e.disclosure_state = 'shown')
    AND NOT EXISTS (SELECT FROM take_down d WHERE d.kind = 'value' AND d.unit_id = r.unit_id
      AND d.period_id = r.period_id AND d.indicator_id = o.indicator_id AND d.until_version IS NULL)
  GROUP BY o.text_id`;

/** Such a text. */
export interface CorrectedRow {
  id: number;
  at: string;
  release: string | null;
}

const jsonOf = (since: Prisma.Sql): Prisma.Sql => Prisma.sql`
  (SELECT COALESCE(json_agg(json_build_object('id', since.id, 'at', since.at || 'Z', 'release', since.release)), '[]')
    FROM (${since}) AS since)`;

/** Those among some texts, as JSON: of a statement that asks for more. */
export const correctedJson = (textIds: readonly number[], version: number): Prisma.Sql =>
  jsonOf(correctedSince(Prisma.sql`o.text_id = ANY(${[...textIds]}::int[])`, Prisma.sql`${version}`));

/** The same of all observations of a plan, as it stands. @param planId a column */
export const correctedOfPlan = (planId: Prisma.Sql): Prisma.Sql =>
  jsonOf(
    correctedSince(
      Prisma.sql`o.plan_id = ${planId}`,
      Prisma.sql`(SELECT results_version FROM plan WHERE plan.id = ${planId})`,
    ),
  );

/** With the day in the region on which each was corrected. */
export const correctedByText = (rows: readonly CorrectedRow[]): ReadonlyMap<number, Corrected> =>
  new Map(rows.map(({ id, at, release }) => [id, { on: dayInRegion(new Date(at)), release }]));

export async function correctedAfter(
  client: Pick<Transaction, "$queryRaw">,
  textIds: readonly number[],
  version: number,
): Promise<ReadonlyMap<number, Corrected>> {
  const [{ rows }] = await client.$queryRaw<[{ rows: CorrectedRow[] }]>`
    SELECT ${correctedJson(textIds, version)} AS rows`;
  return correctedByText(rows);
}
