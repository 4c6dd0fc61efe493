import "server-only";
import type { Actor } from "@/lib/domain/permissions";
import { db } from "@/lib/server/db/client";
import type { OwnPasskeyView } from "@/lib/views/signed-in-view";

/** The actor's own passkeys, in the order in which they were added. */
export async function ownPasskeys(actor: Actor): Promise<OwnPasskeyView[]> {
  const passkeys = await (await db()).passkey.findMany({
    where: { userId: actor.id },
    select: { id: true, name: true, createdAt: true, lastUsedAt: true, isBackedUp: true },
    orderBy: { id: "asc" },
  });
  return passkeys.map(({ createdAt, lastUsedAt, ...passkey }) => ({
    ...passkey,
    addedAt: createdAt.toISOString(),
    usedAt: lastUsedAt?.toISOString() ?? null,
  }));
}
