import "server-only";
import { createHash } from "node:crypto";
import { Refusal } from "@/lib/domain/refusal";
import { writeAudit } from "@/lib/server/audit/write";
import { db, type Transaction } from "@/lib/server/db/client";
import { transaction } from "@/lib/server/transaction";
import { networkOf } from "./network-of";

const MINUTE_MS = 60_000;

/**
 * Failed attempts in a window, by what they are counted by.
 * - `pair`: one account from one address, whoever sits there.
 * - `address`: all accounts from one address, behind which a whole ministry may be.
 * - `account`: one account from all addresses where it never signed in. It is slow, for passwords are guessed from many
 *   addresses at once, and it binds nobody at an address of theirs: else a stranger could lock them out of the office.
 * - `password`: the present password, asked of somebody who is signed in.
 * - `code`: the second step of one account, a recovery code too, wherever it is asked: whoever gets so far has the password.
 * - `asked`, `askedFrom`: mails with a link to set a forgotten password, asked for of one account, and from one address. They
 *   count whether there is such an account or not. Whoever asks for another person's link too often takes nothing from them:
 *   those that were mailed still work.
 * - `provider`: ways to the identity provider begun at one address: each has the server ask it.
 * - `passkey`: requests for something to sign by a passkey, and what was signed, from one address: nobody guesses a key, and
 *   nobody is to fill the table.
 * - `link`: links that let somebody in, opened from one address: nobody guesses one, and nobody is to keep trying.
 */
const RULES = {
  pair: { limit: 10, windowMs: 15 * MINUTE_MS },
  address: { limit: 300, windowMs: 15 * MINUTE_MS },
  account: { limit: 20, windowMs: 60 * MINUTE_MS },
  password: { limit: 10, windowMs: 15 * MINUTE_MS },
  code: { limit: 10, windowMs: 15 * MINUTE_MS },
  asked: { limit: 5, windowMs: 60 * MINUTE_MS },
  askedFrom: { limit: 30, windowMs: 60 * MINUTE_MS },
  provider: { limit: 120, windowMs: 15 * MINUTE_MS },
  passkey: { limit: 300, windowMs: 15 * MINUTE_MS },
  link: { limit: 60, windowMs: 15 * MINUTE_MS },
} as const;
type Rule = keyof typeof RULES;

/** An address stays known to an account for so long after a success. Its row is no count: its window began with that success. */
const KNOWN_MS = 90 * 24 * 60 * MINUTE_MS;

type ThrottleKey = `${Rule | "known"}:${string}`;

/** People type passwords into the wrong field, so the e-mail address is kept as a hash only. */
const hashed = (email: string) => createHash("sha256").update(email).digest("base64url");

export const passwordKey = (email: string): ThrottleKey => `password:${hashed(email)}`;
export const codeKey = (email: string): ThrottleKey => `code:${hashed(email)}`;

export interface Attempt {
  /** Lower case. */
  email: string;
  /** The client's, as the nearest trusted proxy saw it. */
  address: string;
}

export interface CountedAttempt {
  pair: ThrottleKey;
  known: ThrottleKey;
  /** Whether the account signed in from this network before. */
  isKnown: boolean;
  /** What counted it besides the pair. */
  counted: ThrottleKey[];
}

/**
 * Counts an attempt before its password is looked at, so that many at once can't slip past a limit together. A success
 * takes its own count back with `forgiveAttempt`. At an address that the account is known at, only the pair is counted.
 * @throws Refusal `throttled` with the minutes to wait
 */
export async function countAttempt(attempt: Attempt, now: Date): Promise<CountedAttempt> {
  const uncounted = await uncountedAttempt(attempt, now);
  const { email, address } = attempt;
  const counted: ThrottleKey[] = uncounted.isKnown ? [] : [`address:${networkOf(address)}`, `account:${hashed(email)}`];
  for (const key of [uncounted.pair, ...counted]) await count(key, now);
  return { ...uncounted, counted };
}

/** Whoever got another password begins afresh: at this network, and where they are asked for the present one. */
export async function forgiveTries(tx: Transaction, { email, address }: Attempt): Promise<void> {
  const keys = [`pair:${hashed(email)}@${networkOf(address)}`, passwordKey(email)];
  await tx.signInThrottle.deleteMany({ where: { key: { in: keys } } });
}

/** The same of an attempt that was counted before: it goes on with its second step. */
export async function uncountedAttempt({ email, address }: Attempt, now: Date): Promise<CountedAttempt> {
  const place = `${hashed(email)}@${networkOf(address)}` as const;
  const known: ThrottleKey = `known:${place}`;
  const since = new Date(now.getTime() - KNOWN_MS);
  const found = await (await db()).signInThrottle.count({ where: { key: known, windowStart: { gt: since } } });
  return { pair: `pair:${place}`, known, isKnown: found > 0, counted: [] };
}

/** Of a password that was right where a code is still to come: it was no failure, and no success yet. */
export async function giveBackAttempt(tx: Transaction, { pair, counted }: CountedAttempt): Promise<void> {
  await tx.signInThrottle.updateMany({
    where: { key: { in: [pair, ...counted] }, failures: { gt: 0 } },
    data: { failures: { decrement: 1 } },
  });
}

/**
 * Counts one more under the key, in one statement.
 * @throws Refusal `throttled` with the minutes to wait
 */
export async function count(key: ThrottleKey, now: Date): Promise<void> {
  const rule = key.slice(0, key.indexOf(":")) as Rule;
  const { limit, windowMs } = RULES[rule];
  const windowBegan = new Date(now.getTime() - windowMs);
  const client = await db();
  const [row] = await client.$queryRaw<{ failures: number; window_start: Date }[]>`
    INSERT INTO sign_in_throttle AS t (key, failures, window_start) VALUES (${key}, 1, ${now})
    ON CONFLICT (key) DO UPDATE SET
      failures = CASE WHEN t.window_start <= ${windowBegan} THEN 1 ELSE LEAST(t.failures, 1000000) + 1 END,
      window_start = CASE WHEN t.window_start <= ${windowBegan} THEN ${now} ELSE t.window_start END
    RETURNING failures, window_start`;
  if (row === undefined || row.failures <= limit) return;
  if (row.failures === limit + 1) {
    await transaction((tx) =>
      writeAudit(tx, {
        stream: "sign-in",
        actorId: null,
        action: "throttled",
        subject: `sign-in ${rule}`,
        after: { key, since: row.window_start },
      }),
    );
  }
  const wait = row.window_start.getTime() + windowMs - now.getTime();
  throw new Refusal("throttled", { minutes: Math.max(1, Math.ceil(wait / MINUTE_MS)) });
}

/**
 * After a success: the account begins afresh at this address and is known there, and what else counted the attempt gives
 * it back: a success doesn't wipe out what strangers tried. Windows long over are cleared away.
 */
export async function forgiveAttempt(tx: Transaction, { pair, known, counted }: CountedAttempt, now: Date) {
  await tx.signInThrottle.upsert({
    where: { key: known },
    create: { key: known, failures: 0, windowStart: now },
    update: { windowStart: now },
  });
  await tx.signInThrottle.updateMany({
    where: { key: { in: counted }, failures: { gt: 0 } },
    data: { failures: { decrement: 1 } },
  });
  const over = [...Object.entries(RULES), ["known", { windowMs: KNOWN_MS }] as const].map(([kind, { windowMs }]) => ({
    key: { startsWith: `${kind}:` },
    windowStart: { lt: new Date(now.getTime() - windowMs) },
  }));
  await tx.signInThrottle.deleteMany({ where: { OR: [{ key: pair }, ...over] } });
}

/**
 * Counts a link that somebody opens before it is looked at; one that works takes its own count back with `forgiveLink`.
 * @throws Refusal `throttled` with the minutes to wait
 */
export async function countLink(address: string, now: Date): Promise<ThrottleKey> {
  const key: ThrottleKey = `link:${networkOf(address)}`;
  await count(key, now);
  return key;
}

/**
 * Counts that somebody sets out for the identity provider.
 * @throws Refusal `throttled` with the minutes to wait
 */
export async function countSettingOut(address: string, now: Date): Promise<void> {
  await count(`provider:${networkOf(address)}`, now);
}

/**
 * Counts that somebody at the address begins to sign in by a passkey, or ends it: whose it is isn't known before. A success
 * gives both back by `forgivePasskey`.
 * @throws Refusal `throttled` with the minutes to wait
 */
export async function countPasskey(address: string, now: Date): Promise<ThrottleKey> {
  const key: ThrottleKey = `passkey:${networkOf(address)}`;
  await count(key, now);
  return key;
}

export async function forgivePasskey(tx: Transaction, key: ThrottleKey): Promise<void> {
  await tx.signInThrottle.updateMany({ where: { key, failures: { gt: 1 } }, data: { failures: { decrement: 2 } } });
}

/** After a link that works. */
export async function forgiveLink(client: Pick<Transaction, "signInThrottle">, key: ThrottleKey): Promise<void> {
  await client.signInThrottle.updateMany({ where: { key, failures: { gt: 0 } }, data: { failures: { decrement: 1 } } });
}

/**
 * Counts that somebody asks for a link to set the password of an account, whether there is one or not.
 * @throws Refusal `throttled` with the minutes to wait
 */
export async function countAsked({ email, address }: Attempt, now: Date): Promise<void> {
  await count(`askedFrom:${networkOf(address)}`, now);
  await count(`asked:${hashed(email)}`, now);
}

/**
 * Forgets what is counted of somebody whose data are erased, and where they signed in from.
 * @returns by what it knew their addresses
 */
export async function forgetThrottled(tx: Transaction, emails: readonly string[]): Promise<string[]> {
  const keys = emails.map(hashed);
  await tx.signInThrottle.deleteMany({ where: { OR: keys.map((key) => ({ key: { contains: key } })) } });
  return keys;
}
