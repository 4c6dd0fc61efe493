import "server-only";
import { Duplex } from "node:stream";
import type { PGlite } from "@electric-sql/pglite";
import pg from "pg";

/**
 * A real `pg.Pool` over in-process PGlite: its one connection speaks PostgreSQL's wire protocol to the embedded
 * database through a stream instead of a TCP socket, so that one Prisma adapter, with one set of transaction and
 * error semantics, serves both the embedded database and a server.
 *
 * PGlite runs one session, so the pool holds one connection: transactions queue, they never interleave.
 */
export function pglitePool(database: PGlite): pg.Pool {
  return new pg.Pool({
    max: 1,
    idleTimeoutMillis: 0,
    user: "postgres",
    database: "postgres",
    ssl: false,
    // pg types the stream as a net.Socket, of which it uses what PgliteSocket has.
    stream: () => new PgliteSocket(database) as never,
  } as pg.PoolConfig);
}

const TERMINATE = 0x58;

class PgliteSocket extends Duplex {
  private pending: Buffer = Buffer.alloc(0);
  private greeted = false;

  constructor(private readonly database: PGlite) {
    super({ allowHalfOpen: false });
  }

  connect() {
    queueMicrotask(() => this.emit("connect"));
    return this;
  }
  setNoDelay() {
    return this;
  }
  setKeepAlive() {
    return this;
  }
  ref() {
    return this;
  }
  unref() {
    return this;
  }

  override _read() {}
  override _write(chunk: Buffer, _encoding: string, done: (error?: Error | null) => void) {
    this.feed(chunk).then(() => done(), done);
  }
  override _writev(chunks: { chunk: Buffer }[], done: (error?: Error | null) => void) {
    this.feed(Buffer.concat(chunks.map((part) => part.chunk))).then(() => done(), done);
  }

  /** Passes on whole protocol messages only; a message may arrive in several chunks. */
  private async feed(chunk: Buffer) {
    this.pending = this.pending.length ? Buffer.concat([this.pending, chunk]) : chunk;
    if (!this.greeted) {
      if (this.pending.length < 4 || this.pending.length < this.pending.readInt32BE(0)) return;
      this.pending = this.pending.subarray(this.pending.readInt32BE(0));
      this.greeted = true;
      // The pool gives up a connection whose query failed. PGlite's one session goes on and must be as good as new.
      await this.database.waitReady;
      await this.database.exec("ROLLBACK");
      await this.database.exec("DISCARD ALL");
      this.push(GREETING);
    }
    let end = 0;
    while (this.pending.length >= end + 5) {
      const size = 1 + this.pending.readInt32BE(end + 1);
      if (this.pending.length < end + size) break;
      if (this.pending[end] === TERMINATE) {
        this.push(null);
        return;
      }
      end += size;
    }
    if (end === 0) return;
    const batch = new Uint8Array(this.pending.subarray(0, end));
    this.pending = this.pending.subarray(end);
    await this.database.waitReady;
    const answer = await this.database.runExclusive(() => this.database.execProtocolRaw(batch));
    if (answer.length) this.push(Buffer.from(answer));
  }
}

/** What a server says after the start-up message: authenticated, its settings, a key, ready. */
const GREETING = Buffer.concat([
  message("R", Buffer.from([0, 0, 0, 0])),
  ...Object.entries({
    server_version: "18.0 (PGlite)",
    server_encoding: "UTF8",
    client_encoding: "UTF8",
    DateStyle: "ISO, MDY",
    integer_datetimes: "on",
    standard_conforming_strings: "on",
  }).map(([name, value]) => message("S", Buffer.from(`${name}\0${value}\0`))),
  message("K", Buffer.alloc(8)),
  message("Z", Buffer.from("I")),
]);

function message(type: string, body: Buffer): Buffer {
  const head = Buffer.alloc(5);
  head.write(type, 0);
  head.writeInt32BE(body.length + 4, 1);
  return Buffer.concat([head, body]);
}
