import "server-only";
import { expect } from "vitest";
import type { Actor } from "@/lib/domain/permissions";
import { sessionActor, startSession } from "@/lib/server/auth/session";
import type { Database } from "@/lib/server/db/client";
import { planHead } from "./plan-head";

/**
 * A page that asks statement by statement keeps whoever waits behind it: so many are enough for any page, with those about
 * the session and the plan's head.
 */
export const ENOUGH_STATEMENTS = 15;

/**
 * How many statements a signed-in page sends to the database, with its session and its head, once what it shares with
 * others is known.
 * @param page asks what the page asks
 */
export async function statementsOfPage(
  database: Database,
  plan: string,
  actor: Actor,
  page: (actor: Actor) => Promise<unknown>,
): Promise<number> {
  const now = new Date();
  const session = await database.prisma.$transaction((tx) => startSession(tx, actor.id, now));
  return statementsOfPublicPage(database, async () => {
    await sessionActor(session.id, now);
    await planHead(plan, "en");
    return page(actor);
  });
}

/** The same of a page that anybody reads, which has neither. */
export async function statementsOfPublicPage(
  { pool, reads }: Pick<Database, "pool" | "reads">,
  page: () => Promise<unknown>,
): Promise<number> {
  const whole = async () => expect(await page()).not.toBeNull();
  await whole();
  let count = 0;
  const uncount = [...new Set([pool, reads])].map((asked) => {
    const { query } = asked;
    asked.query = ((...statement: unknown[]) => {
      count++;
      return Reflect.apply(query, asked, statement);
    }) as typeof asked.query;
    return () => {
      asked.query = query;
    };
  });
  try {
    await whole();
    return count;
  } finally {
    for (const end of uncount) end();
  }
}
