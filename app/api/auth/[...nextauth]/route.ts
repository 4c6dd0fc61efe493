import type { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { inWords } from "@/lib/server/auth/identity/come-back";
import { PROVIDER_ID } from "@/lib/server/auth/identity/oidc-provider";
import { setOut } from "@/lib/server/auth/identity/set-out";
import { nextAuthOptions } from "@/lib/server/auth/next-auth-options";
import { sessionCookie } from "@/lib/server/auth/session-cookie";
import { signedInHint } from "@/lib/views/signed-in-view";

// NextAuth takes its own origin from NEXTAUTH_URL or, told to trust it, from the host that the browser asked. Which of
// the forwarded headers may be trusted was settled before (lib/server/auth/forwarded-headers.ts).
process.env.AUTH_TRUST_HOST ??= "1";

type Context = { params: Promise<{ nextauth: string[] }> };

/** More than any form of signing in or out. */
const BODY_LIMIT = 16 * 1024;

/** NextAuth reads a body to its end, whoever sends it: only one that says how long it is, and isn't long, gets there. */
function isTooLarge({ method, headers }: Request): boolean {
  return method === "POST" && !(Number(headers.get("content-length") ?? Number.NaN) <= BODY_LIMIT);
}

// The options need the secret, which building must not ask for.
const handler = async (request: NextRequest, context: Context) => {
  if (isTooLarge(request)) return new Response(null, { status: 413 });
  const ask = (asked: NextRequest): Promise<Response> => NextAuth(nextAuthOptions())(asked, context);
  const [action, provider] = (await context.params).nextauth;
  if (provider !== PROVIDER_ID) return withHint(await ask(request));
  if (action === "signin" && request.method === "POST") return setOut(request, ask);
  return inWords(await ask(request), request.nextUrl.searchParams);
};

/** The hint beside the session's cookie comes, goes and ends with it. */
function withHint(response: Response): Response {
  const session = response.headers.getSetCookie().find((cookie) => cookie.startsWith(`${sessionCookie().name}=`));
  if (!session) return response;
  const hint = session
    .replace(/^[^=]+=([^;]*)/, (_, token) => `${signedInHint}=${token === "" ? "" : 1}`)
    .replace(/;\s*HttpOnly/i, "");
  response.headers.append("Set-Cookie", hint);
  return response;
}

export { handler as GET, handler as POST };
