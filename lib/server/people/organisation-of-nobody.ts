import "server-only";
import type { Transaction } from "@/lib/server/db/client";

/** It has no words in any language, and nobody can be put into it: it is archived from its beginning. */
export const nameOfNobodys = "—";

/** Where those are who belonged to an organisation, which nobody is to know any more. */
export async function organisationOfNobody(tx: Transaction): Promise<number> {
  const { id } = await tx.organisation.upsert({
    where: { name: nameOfNobodys },
    create: { name: nameOfNobodys, kind: "government", archivedAt: new Date(0) },
    update: {},
    select: { id: true },
  });
  return id;
}
