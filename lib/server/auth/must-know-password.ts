import "server-only";
import type { Actor } from "@/lib/domain/permissions";
import { Refusal } from "@/lib/domain/refusal";
import { db } from "@/lib/server/db/client";
import { verifyPassword } from "./password";
import { count, passwordKey } from "./sign-in-throttle";

/**
 * Asks somebody who is signed in for their present password. Guesses count as attempts to sign in: a browser left open is no
 * way around the limit; the right one makes them forgotten, whatever else is wrong with what was asked.
 * @returns the hash that it belongs to, for the `where` of what is changed
 * @throws Refusal `throttled` or `wrongPassword`
 */
export async function mustKnowPassword({ id, email }: Actor, password: string, now: Date): Promise<string> {
  const client = await db();
  await count(passwordKey(email), now);
  const { passwordHash } = await client.user.findUniqueOrThrow({
    where: { id },
    select: { passwordHash: true },
  });
  if (!(await verifyPassword(passwordHash, password))) throw new Refusal("wrongPassword");
  await client.signInThrottle.deleteMany({ where: { key: passwordKey(email) } });
  return passwordHash;
}
