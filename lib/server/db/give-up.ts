import "server-only";
import type pg from "pg";
import { cutOff, DatabaseAway, type DatabaseWatch } from "./watch";

/** Between two looks, and how long the database may be away before whoever waits for it is told: milliseconds. */
const limits = { between: 1_000, longest: 6_000 };

/**
 * Ends the connections of a pool, busy, idle or only beginning, once the database has been away for long: one that hangs
 * never says so. A statement's own timeout leaves time for work that waits for other work, and in a transaction passes
 * twice, as ROLLBACK waits behind what hangs.
 */
export async function giveUpWhileAway(
  pool: pg.Pool,
  watch: Pick<DatabaseWatch, "ask">,
  { between, longest } = limits,
): Promise<void> {
  // The pool's events tell of a connection only once it is made; it makes a new list with each that goes.
  const held = pool as unknown as { _clients: pg.Client[] };
  let since: number | null = null;
  while (!pool.ending) {
    await new Promise<void>((resolve) => setTimeout(resolve, between).unref());
    if (pool.totalCount === 0 || (await watch.ask())) {
      since = null;
      continue;
    }
    since ??= performance.now();
    if (performance.now() - since < longest) continue;
    for (const client of held._clients) cutOff(client, new DatabaseAway("The database doesn't answer any more."));
  }
}
