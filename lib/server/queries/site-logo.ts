import "server-only";
import { db } from "@/lib/server/db/client";

/**
 * The site's mark as PNG; null where it is none of that digest.
 * @param digest as the address has it
 */
export async function siteLogo(digest: string): Promise<Uint8Array<ArrayBuffer> | null> {
  const row = await (await db()).siteLogo.findFirst({ where: { digest }, select: { png: true } });
  return row?.png ?? null;
}
