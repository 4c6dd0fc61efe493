import "server-only";
import { Duplex } from "node:stream";
import type { PGlite } from "@electric-sql/pglite";
import pg from "pg";
import { type EngineEnded, message, PgliteEngine, ready } from "./pglite-engine";

/**
 * A real `pg.Pool` over in-process PGlite: its one connection speaks PostgreSQL's wire protocol to the embedded
 * database through a stream instead of a TCP socket, so that one Prisma adapter, with one set of transaction and
 * error semantics, serves both the embedded database and a server.
 *
 * PGlite runs one session, so the pool holds one connection: transactions queue, they never interleave.
 * @param onEnd hears that the database ended by itself; every statement is refused from then on
 */
export function pglitePool(database: PGlite, onEnd: (error: EngineEnded) => void = () => {}): pg.Pool {
  const engine = new PgliteEngine(database, onEnd);
  return new pg.Pool({
    max: 1,
    idleTimeoutMillis: 0,
    // Whoever waits for a connection that somebody holds for ever is told so.
    connectionTimeoutMillis: LONGEST_WAIT_MS,
    user: "postgres",
    database: "postgres",
    ssl: false,
    // pg types the stream as a net.Socket, of which it uses what PgliteSocket has.
    stream: () => new PgliteSocket(engine) as never,
  } as pg.PoolConfig);
}

/** Longer than a copy of the database takes, for which all others wait. */
const LONGEST_WAIT_MS = 120_000;

const TERMINATE = 0x58;
/** The messages of a client that the session answers by that it is ready: a simple query, and the end of an extended one. */
const turning = new Set([0x51, 0x53]);

class PgliteSocket extends Duplex {
  private pending: Buffer = Buffer.alloc(0);
  private greeted = false;

  constructor(private readonly engine: PgliteEngine) {
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
      for (const sql of ["ROLLBACK", "DISCARD ALL"]) await this.engine.answer(message("Q", Buffer.from(`${sql}\0`)), 1);
      this.push(GREETING);
    }
    let end = 0;
    let turns = 0;
    while (this.pending.length >= end + 5) {
      const size = 1 + this.pending.readInt32BE(end + 1);
      if (this.pending.length < end + size) break;
      if (this.pending[end] === TERMINATE) {
        this.push(null);
        return;
      }
      if (turning.has(this.pending[end]!)) turns++;
      end += size;
    }
    if (end === 0) return;
    const batch = new Uint8Array(this.pending.subarray(0, end));
    this.pending = this.pending.subarray(end);
    const answer = await this.engine.answer(batch, turns);
    if (answer.length) this.push(answer);
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
  ready,
]);
