import "server-only";
import { spokenLocale } from "@/lib/i18n/routing";
import { type NarrativeKind, type NarrativeView, narrativeKinds } from "@/lib/schemas/report-view";
import type { Transaction } from "@/lib/server/db/client";
import { inLocale, textsFor } from "./locale-text";

const unwritten = { text: "", isPublic: false, rowVersion: 0, savedAt: null };

/** The report narrative of every pillar, written or not. */
export async function narrativesOfReport(
  client: Pick<Transaction, "frameworkNode" | "reportNarrative">,
  planId: number,
  reportId: number | undefined,
  locale: string,
): Promise<NarrativeView[]> {
  const pillars = await client.frameworkNode.findMany({
    where: { planId, kind: "pillar" },
    orderBy: { position: "asc" },
    select: {
      id: true,
      code: true,
      versions: {
        orderBy: { version: "desc" },
        take: 1,
        select: { texts: { where: textsFor(spokenLocale(locale)), select: { locale: true, title: true } } },
      },
    },
  });
  const rows =
    reportId === undefined
      ? []
      : await client.reportNarrative.findMany({
          where: { reportId },
          select: { pillarId: true, kind: true, text: true, isPublic: true, rowVersion: true, updatedAt: true },
        });
  return pillars.map(({ id, code, versions }) => {
    const textOf = (kind: NarrativeKind): NarrativeView["texts"][NarrativeKind] => {
      const row = rows.find((row) => row.pillarId === id && row.kind === kind);
      if (!row) return unwritten;
      const { text, isPublic, rowVersion, updatedAt } = row;
      return { text, isPublic, rowVersion, savedAt: updatedAt.toISOString() };
    };
    return {
      pillar: code,
      title: inLocale(versions[0]?.texts ?? [], spokenLocale(locale))?.title ?? code,
      texts: Object.fromEntries(narrativeKinds.map((kind) => [kind, textOf(kind)])) as NarrativeView["texts"],
    };
  });
}
