import "server-only";
import type { Actor } from "@/lib/domain/permissions";
import type { PublicationFormat } from "@/lib/domain/publication";
import { db } from "@/lib/server/db/client";
import { publicationScope } from "@/lib/server/publications/publication-scope";

/** A file of a publication; null where it isn't there, or the person may not know of it. */
export async function publicationFile(
  actor: Actor,
  planCode: string,
  id: number,
  format: PublicationFormat,
): Promise<{ name: string; bytes: Uint8Array<ArrayBuffer>; sha256: string } | null> {
  const scope = await publicationScope(actor, planCode);
  if (!scope) return null;
  const client = await db();
  return client.publicationFile.findFirst({
    where: { format, publication: { id, ...scope.readable } },
    select: { name: true, bytes: true, sha256: true },
  });
}
