import "server-only";
import { cookies } from "next/headers";
import type { StartedSession } from "./session";
import { encodeSession, sessionCookie } from "./session-cookie";

/** Makes this browser the session's. Only a server action or a route handler can set cookies. */
export async function setSessionCookie(session: StartedSession): Promise<void> {
  const { name, options } = sessionCookie();
  (await cookies()).set(name, await encodeSession(session), { ...options, expires: session.expiresAt });
}

export async function clearSessionCookie(): Promise<void> {
  const { name, options } = sessionCookie();
  (await cookies()).set(name, "", { ...options, maxAge: 0 });
}
