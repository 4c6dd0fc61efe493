import "server-only";
import type { Duplex } from "node:stream";
import pg from "pg";
import { outsideRequests } from "@/lib/server/log/current-request";
import { log } from "@/lib/server/log/log";

/** An answer so young still holds: milliseconds. */
const FRESH = 500;
/** After so long without an answer, the database is away: milliseconds. */
const PATIENCE = 2_000;
/** While it is away, it is asked again after so long: milliseconds. */
const RETRY = 500;

/** The database can't be reached; whoever asks is told so at once, and nothing is tried. */
export class DatabaseAway extends Error {
  override readonly name = "DatabaseAway";
}

/**
 * Knows whether a server's database answers, by a connection of its own: those of the pool may all be at work, and one
 * that hangs says nothing. Asked when somebody wants to know; once it is away, it is asked until it is back.
 */
export class DatabaseWatch {
  private client: pg.Client | null = null;
  private asked: Promise<boolean> | null = null;
  private lastAnswer = Number.NEGATIVE_INFINITY;
  private away = false;
  private readonly waitingForChange = new Set<() => void>();

  constructor(
    private readonly url: string,
    private readonly say: (sentence: string) => void = (sentence) => log.warn(sentence),
  ) {}

  get isAway(): boolean {
    return this.away;
  }

  /** Whether it answers now, or did a moment ago. Never waits for one that is known to be away. */
  async answers(): Promise<boolean> {
    if (this.away) return false;
    return performance.now() - this.lastAnswer < FRESH || this.ask();
  }

  /** Asks it, together with whoever asks at the same time. */
  ask(): Promise<boolean> {
    // Whoever asks first is told with all others, and what it begins goes on long after their request.
    this.asked ??= outsideRequests(() => this.askNow()).finally(() => {
      this.asked = null;
    });
    return this.asked;
  }

  /** Resolves once it answers. */
  async whenHere(): Promise<void> {
    while (!(await this.answers())) await this.change();
  }

  /**
   * The same as the work, given up once the database is away: a connection that hangs never says so.
   * @throws DatabaseAway
   */
  async orAway<T>(work: Promise<T>): Promise<T> {
    let isSettled = false;
    const settled = work.finally(() => {
      isSettled = true;
    });
    const away = (async (): Promise<never> => {
      for (;;) {
        await after(FRESH);
        if (isSettled) return settled as never;
        if (!(await this.answers())) throw new DatabaseAway();
      }
    })();
    away.catch(() => {});
    return Promise.race([settled, away]);
  }

  private change(): Promise<void> {
    return new Promise((resolve) => this.waitingForChange.add(resolve));
  }

  private async askNow(): Promise<boolean> {
    const why = await this.fault();
    if (why === null) this.lastAnswer = performance.now();
    if (this.away !== (why !== null)) {
      this.away = why !== null;
      this.say(
        why === null
          ? "The database answers again."
          : `The database doesn't answer (${why}): the server says so to whoever asks, and goes on trying.`,
      );
      for (const resolve of [...this.waitingForChange]) resolve();
      this.waitingForChange.clear();
    }
    if (why !== null) setTimeout(() => void this.ask(), RETRY).unref();
    return why === null;
  }

  /** Why it doesn't answer; null where it does. */
  private async fault(): Promise<string | null> {
    try {
      const client = this.client ?? (await this.connect());
      await withinPatience(client.query("SELECT 1"));
      return null;
    } catch (error) {
      this.drop();
      // Whatever it refuses, it is there; but one that starts or stops says so too (class 57).
      if (refusalOf(error) !== null || (error instanceof pg.DatabaseError && !error.code?.startsWith("57")))
        return null;
      return (error as NodeJS.ErrnoException).code ?? (error as Error).message;
    }
  }

  private async connect(): Promise<pg.Client> {
    const client = new pg.Client({ connectionString: this.url, application_name: "spaiv-watch", keepAlive: true });
    this.client = client;
    // It keeps no command from its end.
    (client as pg.Client & { unref(): void }).unref();
    // A server that goes says it to this connection at once.
    for (const event of ["error", "end"] as const)
      client.on(event, () => {
        if (this.client !== client) return;
        this.drop();
        void this.ask();
      });
    await withinPatience(client.connect());
    return client;
  }

  /** Without the farewell, which one that hangs never takes. */
  private drop() {
    const { client } = this;
    this.client = null;
    if (client) cutOff(client);
  }
}

/** Ends a connection at once, and what waits on it with the error. */
export function cutOff(client: pg.Client, error?: Error): void {
  (client as unknown as { connection: { stream: Duplex } }).connection.stream.destroy(error);
}

const after = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds).unref());

/** In two steps: a process that was busy for all of the time reads in between what came meanwhile. */
async function withinPatience<T>(work: Promise<T>): Promise<T> {
  const late = after(PATIENCE / 2)
    .then(() => after(PATIENCE / 2))
    .then(() => Promise.reject(new Error(`nothing in ${PATIENCE / 1000} seconds`)));
  late.catch(() => {});
  work.catch(() => {});
  return Promise.race([work, late]);
}

/** What OpenSSL and Node.js call a certificate that they don't trust. */
const certificateFault = /SELF_SIGNED_CERT|^UNABLE_TO_|^CERT_|^HOSTNAME_MISMATCH$|^ERR_TLS_CERT_/;

/** A sentence for whoever starts the server with a database that is there and turns it away; null for any other fault. */
export function refusalOf(error: unknown): string | null {
  if (error instanceof Error && /does not support SSL/.test(error.message)) {
    return "The database's server takes no encrypted connections. Turn SSL on in PostgreSQL, or leave sslmode out of DATABASE_URL.";
  }
  if (error instanceof Error && certificateFault.test((error as NodeJS.ErrnoException).code ?? "")) {
    return `The certificate of the database's server isn't trusted: ${error.message}. Name the file of its authority in DATABASE_URL: ?sslmode=verify-full&sslrootcert=/etc/ssl/authority.crt`;
  }
  // It is pg that says so, before the server could.
  if (error instanceof Error && /^SASL: .*client password must be /.test(error.message)) {
    return "The database asks for a password, and there is none: set it in PGPASSWORD or DATABASE_URL.";
  }
  if (!(error instanceof pg.DatabaseError) || !/^(?:28|3D)/.test(error.code ?? "")) return null;
  const check = error.code === "28P01" ? "the password, in PGPASSWORD or DATABASE_URL" : "DATABASE_URL";
  return `The database refuses this server: ${error.message}. Check ${check}.`;
}

const holder = globalThis as typeof globalThis & { spaivWatch?: DatabaseWatch };

/** The watch over the process's own database; null for the embedded one, which is as near as the process itself. */
export function databaseWatch(): DatabaseWatch | null {
  const url = process.env.DATABASE_URL;
  if (!url) return null;
  holder.spaivWatch ??= new DatabaseWatch(url);
  return holder.spaivWatch;
}
