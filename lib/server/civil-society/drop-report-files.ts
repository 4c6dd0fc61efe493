import "server-only";
import type { Actor } from "@/lib/domain/permissions";
import type { Transaction } from "@/lib/server/db/client";
import { dropPublications } from "@/lib/server/publications/drop-publications";

/**
 * Takes the files away that were made of a report, or are being made: its words are about to be others.
 * @returns the jobs to stop once the transaction is through
 */
export const dropReportFiles = (
  tx: Transaction,
  actor: Actor,
  { id, planCode }: { id: number; planCode: string },
): Promise<number[]> => dropPublications(tx, actor, planCode, { platformReportId: id });
