import "server-only";
import type { Actor } from "@/lib/domain/permissions";
import { goingOn } from "@/lib/server/auth/session";
import { handleOf } from "@/lib/server/auth/session-handle";
import { db } from "@/lib/server/db/client";
import type { OwnSessionView } from "@/lib/views/signed-in-view";

/**
 * Where somebody is signed in, this session first. Of the network it says nothing: an address tells its reader little, and
 * would have to be kept readable beside the person.
 */
export async function ownSessions(actor: Actor, sessionId: string, now: Date): Promise<OwnSessionView[]> {
  const client = await db();
  const sessions = await client.session.findMany({
    where: { userId: actor.id, ...(await goingOn(client, now)) },
    select: { id: true, createdAt: true, seenAt: true, browser: true, system: true, isNewPlace: true },
    orderBy: { seenAt: "desc" },
  });
  return sessions
    .map(({ id, createdAt, seenAt, ...place }) => ({
      handle: handleOf(id),
      isThis: id === sessionId,
      ...place,
      startedAt: createdAt.toISOString(),
      usedAt: seenAt.toISOString(),
    }))
    .sort((one, other) => Number(other.isThis) - Number(one.isThis));
}
