import "server-only";
import type { Transaction } from "@/lib/server/db/client";
import type { ReportToPublish } from "./compute/reported-values";

/**
 * Puts what these units tell everybody in line with what stands in their reports: texts marked public appear or change,
 * texts that no longer are, or were emptied, go. A text that stays as it is keeps its row. Call it in the
 * transaction that approves, with the reports held.
 */
export async function publishNarratives(
  tx: Transaction,
  reports: readonly Pick<ReportToPublish, "id">[],
  resultsVersion: number,
): Promise<void> {
  const ids = reports.map(({ id }) => id);
  await tx.$executeRaw`
    UPDATE published_narrative p SET until_version = ${resultsVersion - 1}::int FROM report r
    WHERE p.until_version IS NULL AND r.id = ANY(${ids}::int[]) AND p.period_id = r.period_id AND p.unit_id = r.unit_id
      AND NOT EXISTS (
        SELECT FROM report_narrative n
        WHERE n.report_id = r.id AND n.pillar_id = p.pillar_id AND n.kind = p.kind AND n.is_public AND n.text = p.text AND n.text <> '')`;
  await tx.$executeRaw`
    INSERT INTO published_narrative (period_id, unit_id, pillar_id, kind, text, from_version)
    SELECT r.period_id, r.unit_id, n.pillar_id, n.kind, n.text, ${resultsVersion}::int
    FROM report_narrative n JOIN report r ON r.id = n.report_id
    WHERE r.id = ANY(${ids}::int[]) AND n.is_public AND n.text <> ''
    ON CONFLICT (period_id, unit_id, pillar_id, kind) WHERE until_version IS NULL DO NOTHING`;
}
