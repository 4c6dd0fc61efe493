import "server-only";
import { Refusal } from "@/lib/domain/refusal";
import { signOut } from "@/lib/server/commands/sign-out";
import { currentSession } from "./current-actor";
import { otherPerson } from "./other-person";
import { clearSessionCookie } from "./set-session-cookie";

/**
 * Signs out whoever is signed in to this browser.
 * @param madeFor the person whose page asks for it; null: no page does
 * @returns why not: somebody else is signed in by now; null where nobody is signed in any more
 */
export async function signOutHere(madeFor: number | null): Promise<Refusal<"otherPersonStays"> | null> {
  const session = await currentSession();
  const other = session && otherPerson(session.actor, madeFor);
  if (other) return new Refusal("otherPersonStays", other.args);
  if (session) await signOut(session.id, new Date());
  await clearSessionCookie();
  return null;
}
