import "server-only";
import type { PrismaClient } from "@/lib/server/db/generated/client";
import { publisherOfServer } from "@/lib/server/publisher";
import { demoMode } from "./demo-mode";
import { sessionSecret } from "./secret";

/** A start that was refused for safety's sake; the message is a sentence for whoever starts the server. */
export class UnsafeStart extends Error {
  override readonly name = "UnsafeStart";
}

/** Why the site's configured address won't do; null when it will, or none is set. Cookies and forwarded headers rest on it. */
function addressFault(address: string | undefined): string | null {
  if (!address || (/^https?:\/\//.test(address) && URL.canParse(address))) return null;
  return `NEXTAUTH_URL is not an address: ${address}. Write it as people type it, with https:// in front: https://monitor.example.org`;
}

/**
 * Refuses to serve under an address that is none, with a publisher whose settings can't be printed, and in production what is only fit for a demonstration: a
 * secret that can be guessed, or a database with made-up values and accounts whose password is published.
 * @throws UnsafeStart
 */
export async function refuseUnsafeStart(prisma: PrismaClient): Promise<void> {
  const fault = addressFault(process.env.NEXTAUTH_URL);
  if (fault !== null) throw new UnsafeStart(fault);
  try {
    sessionSecret();
    publisherOfServer();
  } catch (error) {
    throw new UnsafeStart((error as Error).message);
  }
  if (demoMode()) return;
  const made = await prisma.user.count({ where: { isDemo: true } });
  const plans = await prisma.plan.count({ where: { isDemonstration: true } });
  if (made + plans === 0) return;
  throw new UnsafeStart(
    "This database holds demonstration data: made-up values, and accounts with a published password. " +
      "With SPAIV_DEMO=0, start with an empty database: another DATABASE_URL, or another folder in SPAIV_DATA_DIR.",
  );
}
