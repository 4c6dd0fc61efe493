import "server-only";
import { type NarrativeKind, narrativeKinds } from "@/lib/domain/reports/narrative";
import type { Transaction } from "@/lib/server/db/client";
import type { NarrativeView } from "@/lib/views/report-view";
import type { FrameworkTree } from "../framework/framework-tree";

const unwritten = { text: "", isPublic: false, rowVersion: 0, savedAt: null };

/** The report narrative of every pillar, written or not. */
export async function narrativesOfReport(
  client: Pick<Transaction, "reportNarrative">,
  { pillars }: Pick<FrameworkTree, "pillars">,
  reportId: number | undefined,
): Promise<NarrativeView[]> {
  const rows =
    reportId === undefined
      ? []
      : await client.reportNarrative.findMany({
          where: { reportId },
          select: { pillarId: true, kind: true, text: true, isPublic: true, rowVersion: true, updatedAt: true },
        });
  return pillars.map(({ id, code, title }) => {
    const textOf = (kind: NarrativeKind): NarrativeView["texts"][NarrativeKind] => {
      const row = rows.find((row) => row.pillarId === id && row.kind === kind);
      if (!row) return unwritten;
      const { text, isPublic, rowVersion, updatedAt } = row;
      return { text, isPublic, rowVersion, savedAt: updatedAt.toISOString() };
    };
    return {
      pillar: code,
      title,
      texts: Object.fromEntries(narrativeKinds.map((kind) => [kind, textOf(kind)])) as NarrativeView["texts"],
    };
  });
}
