import "server-only";
import { randomBytes } from "node:crypto";
import type { Actor } from "@/lib/domain/permissions";
import { db, type Transaction } from "@/lib/server/db/client";
import type { Prisma } from "@/lib/server/db/generated/client";
import { demoMode } from "./demo-mode";

/** A working day with some overtime; then one signs in again. */
export const SESSION_SECONDS = 12 * 3600;

export interface StartedSession {
  id: string;
  userId: number;
  expiresAt: Date;
}

/** Adds a session of that person. The audit event is the caller's. */
export async function startSession(tx: Transaction, userId: number, now: Date): Promise<StartedSession> {
  const session = {
    id: randomBytes(32).toString("base64url"),
    userId,
    expiresAt: new Date(now.getTime() + SESSION_SECONDS * 1000),
  };
  await tx.session.create({ data: { ...session, createdAt: now } });
  return session;
}

/** A session counts while it is neither ended nor over, and its person may sign in. */
export function liveSession(id: string, now: Date): Prisma.SessionWhereInput {
  const user = { disabledAt: null, ...(demoMode() ? {} : { isDemo: false }) };
  return { id, endedAt: null, expiresAt: { gt: now }, user };
}

/** Who is behind the session; null when it is ended, over, or its person is disabled. */
export async function sessionActor(id: string, now: Date): Promise<Actor | null> {
  const session = await (await db()).session.findFirst({
    where: liveSession(id, now),
    select: {
      user: {
        select: {
          id: true,
          name: true,
          email: true,
          locale: true,
          isDemo: true,
          organisation: { select: { id: true, name: true, kind: true } },
          roles: {
            select: {
              role: true,
              plan: { select: { id: true, code: true } },
              unit: { select: { id: true, code: true, level: true } },
            },
          },
          assignments: { select: { indicatorId: true, unitId: true } },
        },
      },
    },
  });
  return session?.user ?? null;
}
