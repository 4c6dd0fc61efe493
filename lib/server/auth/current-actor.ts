import "server-only";
import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import type { Actor } from "@/lib/domain/permissions";
import { accountPath, signInPath, twoStepPath } from "@/lib/i18n/paths";
import { localPath } from "@/lib/schemas/addresses/local-path";
import { type OpenSession, openSession } from "./session";
import { sessionCookie, sessionIdOf } from "./session-cookie";

/** The session behind this request, asked once a request; null when nobody is signed in. */
export const currentSession = cache(async (): Promise<OpenSession | null> => {
  const id = await sessionIdOf((await cookies()).get(sessionCookie().name)?.value);
  if (id === null) return null;
  return openSession(id, new Date());
});

/** Who asks; null when nobody is signed in. */
export async function currentActor(): Promise<Actor | null> {
  return (await currentSession())?.actor ?? null;
}

/**
 * Who asks; whoever isn't signed in is led to do so and then back to `from`, the page's own path with its locale.
 * Being signed in allows nothing yet: ask `can`.
 */
export async function requireActor(from: string): Promise<Actor> {
  return (await requireSession(from)).actor;
}

/** As `requireActor`, with the session's id. Whoever has to set up a second step first is led there from all but their account. */
export async function requireSession(from: string): Promise<OpenSession> {
  const session = await currentSession();
  if (session === null) redirect(signInFrom(from));
  const account = accountPath(localeOf(from));
  const isOwn = from === account || from.startsWith(`${account}/`) || from.startsWith(`${account}?`);
  if (session.actor.twoStepDue && !isOwn) redirect(twoStepPath(localeOf(from)));
  return session;
}

const localeOf = (path: string) => /^\/([a-z]{2})(?=\/|$)/.exec(path)?.[1] ?? "en";

/** Where to sign in, in the language of the path, and come back to it. */
function signInFrom(from: string): string {
  const back = localPath(from);
  return `${signInPath(localeOf(from))}${back === null ? "" : `?from=${encodeURIComponent(back)}`}`;
}
