import "server-only";
import type { Transaction } from "@/lib/server/db/client";

/**
 * Which of these publications have the words of an observation that was withdrawn, or taken down for safety, since they were
 * read.
 */
export const holdingWithdrawn = (
  client: Pick<Transaction, "$queryRaw">,
  publications: readonly number[],
): Promise<{ publicationId: number }[]> => client.$queryRaw`
  SELECT p.id AS "publicationId" FROM publication p
  WHERE p.id = ANY(${[...publications]}::int[])
  AND EXISTS (SELECT 1 FROM addressed_text t WHERE t.id = ANY(p.text_ids) AND t."end" IN ('withdrawn', 'takenDown'))`;
