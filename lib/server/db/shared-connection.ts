import "server-only";
import pg from "pg";
import { outsideRequests } from "@/lib/server/log/current-request";
import { log } from "@/lib/server/log/log";

/** Runs a named statement by itself. */
export interface Reads {
  query<R extends object>(statement: { name: string; text: string; values: unknown[] }): Promise<{ rows: R[] }>;
}

/**
 * Of a server that hangs, in milliseconds: what runs here takes a few, and whoever comes later waits behind it. The
 * connection is given up with its statements, and the next one opens another.
 */
const patience = { connectionTimeoutMillis: 15_000, statement_timeout: 10_000, query_timeout: 12_000 };

/**
 * One connection for what every request asks first. Statements are sent one behind the other before the first is answered
 * (pg's pipeline mode), so that nobody waits for a connection of a pool, and one process of the server does what would
 * otherwise be spread over all, each of them woken for it.
 *
 * Only for short statements that read and wait for no lock: one that takes long keeps everybody waiting.
 */
export class SharedConnection implements Reads {
  #opened: Promise<pg.Client> | null = null;
  #isEnded = false;

  constructor(
    private readonly url: string,
    private readonly limits: Partial<typeof patience> = {},
  ) {}

  /** @throws what the database says of the statement, or the connection's loss */
  async query<R extends object>(statement: Parameters<Reads["query"]>[0]): Promise<{ rows: R[] }> {
    // Whoever asks first opens it for all, long after their request.
    this.#opened ??= outsideRequests(() => this.#open());
    const opened = this.#opened;
    const client = await opened;
    try {
      return await client.query<R>(statement);
    } catch (error) {
      // Lost, or given up because nothing came: it says that it has ended only after whoever asks next.
      if (!(error instanceof pg.DatabaseError)) this.#forget(opened);
      throw error;
    }
  }

  /** Once what was sent is answered. */
  async end(): Promise<void> {
    this.#isEnded = true;
    await (await this.#opened?.catch(() => null))?.end();
  }

  #open(): Promise<pg.Client> {
    if (this.#isEnded) throw new Error("The database is closed.");
    const client = new pg.Client({
      connectionString: this.url,
      pipeline: true,
      keepAlive: true,
      ...patience,
      ...this.limits,
    });
    const opened = client.connect().then(() => client);
    const forget = () => this.#forget(opened);
    // Unheard, it would end this process.
    client.on("error", (error) => {
      forget();
      log.warn({ err: error }, "The shared database connection was lost.");
    });
    client.on("end", forget);
    opened.catch(forget);
    return opened;
  }

  #forget(opened: Promise<pg.Client>): void {
    if (this.#opened !== opened) return;
    this.#opened = null;
    // Others may still wait for what they asked by it.
    void opened.then((client) => client.end()).catch(() => {});
  }
}
