import { connect, createServer, type Server, type Socket } from "node:net";
import pg from "pg";
import { afterEach, describe, expect, it } from "vitest";
import { DatabaseAway, DatabaseWatch, refusalOf } from "./watch";

const server = process.env.SPAIV_TEST_DATABASE_URL;

let listening: Server | null = null;
const sockets = new Set<Socket>();
afterEach(() => {
  for (const socket of sockets) socket.destroy();
  sockets.clear();
  listening?.close();
  listening = null;
});

/** A place where a database could be: what becomes of each connection, and its address. */
async function place(receive: (socket: Socket) => void, port = 0): Promise<number> {
  const opened = createServer((socket) => {
    sockets.add(socket);
    socket.on("error", () => {});
    receive(socket);
  });
  listening = opened;
  await new Promise<void>((ready) => opened.listen(port, "127.0.0.1", ready));
  return (opened.address() as { port: number }).port;
}

const watching = (port: number, database = "postgres://nobody@127.0.0.1/none") => {
  const said: string[] = [];
  const url = new URL(database);
  url.host = `127.0.0.1:${port}`;
  return { said, watch: new DatabaseWatch(url.href, (sentence) => said.push(sentence)) };
};

describe("a database that is away", () => {
  it("is so where nothing listens, said once and with the reason", async () => {
    const port = await place(() => {});
    await new Promise((closed) => listening?.close(closed));
    const { watch, said } = watching(port);
    expect(await watch.answers()).toBe(false);
    expect(await watch.ask()).toBe(false);
    expect(said).toHaveLength(1);
    expect(said[0]).toContain("ECONNREFUSED");
  });

  it("is so where a connection is taken and nothing is ever said, also for who asked it something else", async () => {
    const { watch, said } = watching(await place(() => {}));
    await expect(watch.orAway(new Promise(() => {}))).rejects.toThrow(DatabaseAway);
    expect(said[0]).toContain("nothing in 2 seconds");
    expect(watch.isAway).toBe(true);
    expect(await watch.answers()).toBe(false);
  });
});

describe.skipIf(!server)("a database on a server", () => {
  /** Passes everything on to the database, until it hangs or is cut off. */
  async function throughTo(database: URL) {
    let hangs = false;
    const pass = (socket: Socket) => {
      const other = connect(Number(database.port), database.hostname);
      sockets.add(other);
      other.on("error", () => {});
      socket.on("data", (bytes) => hangs || other.write(bytes));
      other.on("data", (bytes) => hangs || socket.write(bytes));
      other.on("close", () => socket.destroy());
      socket.on("close", () => other.destroy());
    };
    const port = await place(pass);
    return {
      port,
      hang: (does: boolean) => {
        hangs = does;
      },
      cut: async () => {
        const closed = new Promise((resolve) => listening?.close(resolve));
        for (const socket of sockets) socket.destroy();
        await closed;
      },
      mend: () => place(pass, port),
    };
  }

  it("is noticed when it goes and when it is back", async () => {
    const line = await throughTo(new URL(server!));
    const { watch, said } = watching(line.port, server);
    expect(await watch.answers()).toBe(true);
    await line.cut();
    expect(await watch.ask()).toBe(false);
    await line.mend();
    await watch.whenHere();
    expect(await watch.answers()).toBe(true);
    expect(said).toHaveLength(2);
    expect(said[1]).toBe("The database answers again.");
  });

  it("is away while it hangs", async () => {
    const line = await throughTo(new URL(server!));
    const { watch } = watching(line.port, server);
    expect(await watch.orAway(Promise.resolve("at once"))).toBe("at once");
    expect(await watch.ask()).toBe(true);
    line.hang(true);
    expect(await watch.ask()).toBe(false);
    line.hang(false);
    await watch.whenHere();
  });

  it("is there when it refuses", async () => {
    const refusing = new URL(server!);
    refusing.pathname = "/no_such_database";
    const { watch } = watching(Number(refusing.port), refusing.href);
    expect(await watch.answers()).toBe(true);
    const client = new pg.Client({ connectionString: refusing.href });
    const error = await client.connect().catch((refused) => refused);
    expect(refusalOf(error)).toBe(
      'The database refuses this server: database "no_such_database" does not exist. Check DATABASE_URL.',
    );
    expect(refusalOf(new Error("something else"))).toBeNull();
  });
});
