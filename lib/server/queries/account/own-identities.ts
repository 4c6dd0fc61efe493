import "server-only";
import type { Actor } from "@/lib/domain/permissions";
import { providerSettings } from "@/lib/server/auth/identity/provider-settings";
import { db } from "@/lib/server/db/client";
import type { OwnIdentitiesView } from "@/lib/views/signed-in-view";

/** By which identities the actor may sign in besides their password. One of a provider that is set no more signs nobody in. */
export async function ownIdentities(actor: Actor): Promise<OwnIdentitiesView> {
  const provider = providerSettings();
  const rows = await (await db()).identity.findMany({
    where: { userId: actor.id },
    orderBy: { id: "asc" },
    select: { id: true, issuer: true, createdAt: true, lastUsedAt: true },
  });
  return {
    provider: provider?.name ?? null,
    identities: rows.map(({ id, issuer, createdAt, lastUsedAt }) => ({
      id,
      provider: issuer === provider?.issuer ? provider.name : issuer,
      isInUse: issuer === provider?.issuer,
      linkedAt: createdAt.toISOString(),
      usedAt: lastUsedAt.toISOString(),
    })),
  };
}
