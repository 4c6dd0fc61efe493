import "server-only";
import { hash, verify } from "@node-rs/argon2";

/** Argon2id (the library's default variant) with OWASP's first choice for interactive sign-in: 19 MiB, two passes, one lane. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** One password typed on two keyboards may differ in how its characters are composed. */
const typed = (password: string) => password.normalize("NFKC");

let nobodysHash: Promise<string> | undefined;

/** A PHC string (`$argon2id$v=19$...`) with a salt of its own. */
export function hashPassword(password: string): Promise<string> {
  return hash(typed(password), cost);
}

/**
 * Whether the password belongs to the hash. For an account that doesn't exist (null) it does the same work on a hash of
 * nobody's, so that the time taken doesn't tell which accounts exist.
 */
export async function verifyPassword(passwordHash: string | null, password: string): Promise<boolean> {
  nobodysHash ??= hashPassword(crypto.randomUUID());
  const matches = await verify(passwordHash ?? (await nobodysHash), typed(password));
  return matches && passwordHash !== null;
}
