import "server-only";
import { cookies } from "next/headers";
import type { StartedSession } from "./session";
import { encodeSession, hintCookie, sessionCookie } from "./session-cookie";

/** Makes this browser the session's. Only a server action or a route handler can set cookies. */
export async function setSessionCookie(session: StartedSession): Promise<void> {
  const { name, options } = sessionCookie();
  const store = await cookies();
  store.set(name, await encodeSession(session), { ...options, expires: session.expiresAt });
  const hint = hintCookie();
  store.set(hint.name, "1", { ...hint.options, expires: session.expiresAt });
}

export async function clearSessionCookie(): Promise<void> {
  const store = await cookies();
  for (const { name, options } of [sessionCookie(), hintCookie()]) store.set(name, "", { ...options, maxAge: 0 });
}
