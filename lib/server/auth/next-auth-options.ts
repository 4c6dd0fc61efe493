import "server-only";
import type { NextAuthOptions } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { Refusal } from "@/lib/domain/refusal";
import { localPath } from "@/lib/schemas/addresses/local-path";
import { cleanStructure } from "@/lib/schemas/forms/clean-text";
import { signInSchema } from "@/lib/schemas/forms/sign-in";
import { signIn } from "@/lib/server/commands/sign-in";
import { signOut } from "@/lib/server/commands/sign-out";
import { log } from "@/lib/server/log/log";
import { deviceOf } from "./device-of";
import { clientAddress } from "./forwarded-headers";
import { comeBack } from "./identity/come-back";
import { oidcProvider, PROVIDER_ID } from "./identity/oidc-provider";
import { sessionSecret } from "./secret";
import { SESSION_SECONDS, type StartedSession, sessionActor } from "./session";
import { sessionCookie, sessionIdOf } from "./session-cookie";
import { SecondStepNeeded } from "./two-step/pending";

declare module "next-auth" {
  interface User {
    started?: StartedSession;
  }
}
declare module "next-auth/jwt" {
  interface JWT {
    /** The row of the session table. */
    sid?: string;
  }
}

/**
 * Credentials need NextAuth's JWT strategy, and a plain JWT outlives sign-out. Here the token only names a row of the
 * session table, and whoever decodes it asks that row: ending the row ends the session.
 */
export function nextAuthOptions(): NextAuthOptions {
  const cookie = sessionCookie();
  const provider = oidcProvider();
  return {
    secret: sessionSecret(),
    useSecureCookies: cookie.options.secure,
    cookies: { sessionToken: cookie },
    session: { strategy: "jwt", maxAge: SESSION_SECONDS },
    jwt: {
      async decode({ token }) {
        const sid = await sessionIdOf(token);
        const actor = sid === null ? null : await sessionActor(sid, new Date());
        return actor && sid ? { sub: String(actor.id), sid, name: actor.name, email: actor.email } : null;
      },
    },
    pages: { signIn: "/en/sign-in", error: "/en/sign-in", signOut: "/en/account" },
    providers: [Credentials({ credentials: { email: {}, password: {} }, authorize }), ...(provider ? [provider] : [])],
    callbacks: {
      // A path instead of a yes: NextAuth leads there, and makes no session besides the one that is made.
      signIn: ({ account, profile }) => (account?.provider === PROVIDER_ID ? comeBack(profile) : true),
      jwt: ({ token, user }) => (user?.started ? { sub: user.id, sid: user.started.id } : token),
      // Only this site's own pages, as bare paths: whatever host name the browser used stays right.
      redirect: ({ url, baseUrl }) => localPath(url.startsWith(`${baseUrl}/`) ? url.slice(baseUrl.length) : url) ?? "/",
    },
    events: {
      async signOut({ token }) {
        if (token?.sid) await signOut(token.sid, new Date());
      },
    },
    logger: {
      error(code, metadata) {
        // A cookie whose session is over is an everyday thing.
        if (code !== "JWT_SESSION_ERROR")
          log.error({ err: "error" in metadata ? metadata.error : metadata, code }, "NextAuth failed.");
      },
    },
  };
}

/** NextAuth puts what is thrown here into the address of its error page, so only a refusal's code may leave. */
async function authorize(form: Record<string, unknown> | undefined, request: { headers?: Record<string, string> }) {
  try {
    const credentials = signInSchema.safeParse(cleanStructure(form));
    if (!credentials.success) return null;
    const headers = new Headers(request.headers);
    const started = await signIn(credentials.data, clientAddress(headers), new Date(), deviceOf(headers));
    return { id: String(started.userId), started };
  } catch (error) {
    // A code is asked for by the site's own page alone, which has the form for it.
    if (error instanceof SecondStepNeeded) throw new Error("secondStepNeeded");
    if (!(error instanceof Refusal)) log.error({ err: error }, "A sign-in failed.");
    throw new Error(error instanceof Refusal ? error.code : "failed");
  }
}
