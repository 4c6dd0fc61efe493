import "server-only";
import type { Actor } from "@/lib/domain/permissions";
import { Refusal } from "@/lib/domain/refusal";
import { db } from "@/lib/server/db/client";
import { verifyPassword } from "./password";
import { count, passwordKey } from "./sign-in-throttle";

/**
 * Asks somebody who is signed in for their present password. Guesses count as attempts to sign in: a browser left open is no
 * way around the limit. Whoever changes something by it forgets them (`passwordKey`).
 * @returns the hash that it belongs to, for the `where` of what is changed
 * @throws Refusal `throttled` or `wrongPassword`
 */
export async function mustKnowPassword({ id, email }: Actor, password: string, now: Date): Promise<string> {
  await count(passwordKey(email), now);
  const { passwordHash } = await (await db()).user.findUniqueOrThrow({
    where: { id },
    select: { passwordHash: true },
  });
  if (!(await verifyPassword(passwordHash, password))) throw new Refusal("wrongPassword");
  return passwordHash;
}
