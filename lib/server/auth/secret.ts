import "server-only";
import { randomBytes, randomUUID } from "node:crypto";
import { existsSync, linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { dataFolder } from "@/lib/server/db/client";
import { demoMode } from "./demo-mode";

const MIN_LENGTH = 32;
const MIN_DIFFERENT = 12;
const wellKnown =
  /change.?me|secret.?key|your.?secret|my.?secret|nextauth|example|password|insecure|not.?a.?secret|placeholder|0123456789|abcdefghij/i;
const howTo = "Set NEXTAUTH_SECRET to a random text, for example the output of: openssl rand -base64 48";

/** Why the secret that signs sessions won't do in production, as a sentence for whoever starts the server; null when it will. */
export function secretFault(secret: string | undefined): string | null {
  if (!secret) return `NEXTAUTH_SECRET is missing. ${howTo}`;
  if (secret.length < MIN_LENGTH) {
    return `NEXTAUTH_SECRET has ${secret.length} characters; at least ${MIN_LENGTH} are needed. ${howTo}`;
  }
  if (wellKnown.test(secret) || new Set(secret).size < MIN_DIFFERENT) return `NEXTAUTH_SECRET can be guessed. ${howTo}`;
  return null;
}

let kept: string | undefined;

/**
 * The secret under which session cookies are encrypted. In demo mode one is made at the first start and kept in the data
 * folder, so that a restart signs nobody out.
 * @throws Error with a sentence when `SPAIV_DEMO=0` and `NEXTAUTH_SECRET` is missing or weak
 */
export function sessionSecret(): string {
  const given = process.env.NEXTAUTH_SECRET;
  if (!demoMode()) {
    const fault = secretFault(given);
    if (fault !== null) throw new Error(fault);
  }
  kept ??= given || ownSecret(dataFolder());
  return kept;
}

/** Reads the folder's secret, or makes it; two processes that make it at once end up with the same one. */
export function ownSecret(folder: string): string {
  const file = path.join(/* turbopackIgnore: true */ folder, "session-secret");
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (!existsSync(file)) makeSecret(file);
  const secret = readFileSync(file, "utf8").trim();
  if (secret.length < MIN_LENGTH)
    throw new Error(`${file} is damaged. Delete it; everyone will have to sign in again.`);
  return secret;
}

/** Under its name only once it is whole and on the disk, which may be full, and only where nobody else's is meanwhile. */
function makeSecret(file: string) {
  const draft = `${file}.${randomUUID()}`;
  try {
    writeFileSync(draft, randomBytes(48).toString("base64url"), { flag: "wx", mode: 0o600, flush: true });
    giveName(draft, file);
  } finally {
    rmSync(draft, { force: true });
  }
}

/** Where the disk knows no links, by renaming. */
function giveName(draft: string, file: string) {
  try {
    linkSync(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") renameSync(draft, file);
  }
}
