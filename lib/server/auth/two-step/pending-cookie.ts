import "server-only";
import { cookies } from "next/headers";
import { sessionCookie } from "@/lib/server/auth/session-cookie";
import type { PendingSignIn } from "./pending";

/** Beside the session's, and for the second step of signing in alone: it says nothing of who is signed in. */
function pendingCookie() {
  const { options } = sessionCookie();
  return { name: `${options.secure ? "__Host-" : ""}spaiv.second-step`, options };
}

export async function pendingToken(): Promise<string | null> {
  return (await cookies()).get(pendingCookie().name)?.value || null;
}

export async function setPendingCookie({ token, expiresAt }: PendingSignIn): Promise<void> {
  const { name, options } = pendingCookie();
  (await cookies()).set(name, token, { ...options, expires: expiresAt });
}

export async function clearPendingCookie(): Promise<void> {
  const { name, options } = pendingCookie();
  (await cookies()).set(name, "", { ...options, maxAge: 0 });
}
