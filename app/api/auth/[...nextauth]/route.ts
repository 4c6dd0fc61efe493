import NextAuth from "next-auth";
import { nextAuthOptions } from "@/lib/server/auth/next-auth-options";

// NextAuth takes its own origin from NEXTAUTH_URL or, told to trust it, from the host that the browser asked. Which of
// the forwarded headers may be trusted was settled before (lib/server/auth/forwarded-headers.ts).
process.env.AUTH_TRUST_HOST ??= "1";

type Context = { params: Promise<{ nextauth: string[] }> };

// The options need the secret, which building must not ask for.
const handler = (request: Request, context: Context) => NextAuth(nextAuthOptions())(request, context);

export { handler as GET, handler as POST };
