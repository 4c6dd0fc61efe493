import "server-only";
import type { RefusalArgs } from "@/lib/domain/refusal";
import type { Transaction } from "@/lib/server/db/client";
import { presentEdition } from "@/lib/server/framework/edition";

interface Place {
  id: number;
  periodId: number;
}

const ofReport = ({ id, periodId }: Place) => ({ periodId, reportId: id });

/** How often a value of the report was entered or cleared: it grows with every change of one, and only then. */
export const revisionsSoFar = (client: Pick<Transaction, "valueRevision">, report: Place): Promise<number> =>
  client.valueRevision.count({ where: ofReport(report) });

/** As many codes as a sentence bears. */
const named = 5;

/** What changed in a report after so many revisions, as it is told to the person who didn't see it. */
export async function changesSince(
  client: Pick<Transaction, "valueRevision" | "editionIndicator">,
  report: Place,
  revisions: number,
  actor: { id: number },
): Promise<RefusalArgs["valuesChanged"] | null> {
  const rows = await client.valueRevision.findMany({
    where: ofReport(report),
    orderBy: { sequence: "asc" },
    skip: revisions,
    select: {
      createdAt: true,
      createdBy: { select: { id: true, name: true } },
      indicatorVersionId: true,
    },
  });
  const last = rows.at(-1);
  if (!last) return null;
  const versionIds = [...new Set(rows.map(({ indicatorVersionId }) => indicatorVersionId))];
  const indicators = await client.editionIndicator.findMany({
    where: { edition: presentEdition, indicator: { versions: { some: { id: { in: versionIds } } } } },
    orderBy: { position: "asc" },
    select: { code: true },
  });
  const codes = indicators.map(({ code }) => code);
  return {
    codes: codes.slice(0, named).join(", "),
    more: Math.max(0, codes.length - named),
    by: last.createdBy.id === actor.id ? "you" : last.createdBy.name,
    at: last.createdAt.toISOString(),
  };
}
