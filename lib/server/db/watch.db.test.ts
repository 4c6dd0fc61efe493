import type { Socket } from "node:net";
import pg from "pg";
import { describe, expect, it } from "vitest";
import { currentRequestId, inRequest } from "@/lib/server/log/current-request";
import { askForPassword, place, throughTo } from "./line.testing";
import { DatabaseAway, DatabaseWatch, refusalOf } from "./watch";

const server = process.env.SPAIV_TEST_DATABASE_URL;

const watching = (port: number, database = "postgres://nobody@127.0.0.1/none") => {
  const said: string[] = [];
  const url = new URL(database);
  url.host = `127.0.0.1:${port}`;
  return { said, watch: new DatabaseWatch(url.href, (sentence) => said.push(sentence)) };
};

describe("a database that is away", () => {
  it("is so where nothing listens, said once and with the reason", async () => {
    const { port, cut } = await place(() => {});
    await cut();
    const { watch, said } = watching(port);
    expect(await watch.answers()).toBe(false);
    expect(await watch.ask()).toBe(false);
    expect(said).toHaveLength(1);
    expect(said[0]).toContain("ECONNREFUSED");
  });

  it("is so in nobody's request, whoever asked, and so when it is back and when it goes again", async () => {
    // Whatever it refuses, it is there.
    const here = (socket: Socket) => socket.once("data", () => socket.write(refusal));
    const refusal = Buffer.from("E\0\0\0\x13SFATAL\0C28000\0\0\0");
    const { port, cut } = await place(() => {});
    await cut();
    const requests: (string | undefined)[] = [];
    const watch = new DatabaseWatch(`postgres://nobody@127.0.0.1:${port}/none`, () =>
      requests.push(currentRequestId()),
    );
    await inRequest("of somebody", () => watch.ask());
    const again = await place(here, port);
    await inRequest("of another", () => watch.whenHere());
    await again.cut();
    expect(await inRequest("of a third", () => watch.ask())).toBe(false);
    expect(requests).toEqual([undefined, undefined, undefined]);
  });

  it("is so where a connection is taken and nothing is ever said, also for who asked it something else", {
    tags: ["long"],
  }, async () => {
    const { watch, said } = watching((await place(() => {})).port);
    await expect(watch.orAway(new Promise(() => {}))).rejects.toThrow(DatabaseAway);
    expect(said[0]).toContain("nothing in 2 seconds");
    expect(watch.isAway).toBe(true);
    expect(await watch.answers()).toBe(false);
  });
});

describe("a database that takes no encrypted connections", () => {
  it("is there, and a sentence says what to set", async () => {
    const { port } = await place((socket) => socket.once("data", () => socket.end("N")));
    const url = `postgres://nobody@127.0.0.1:${port}/none?sslmode=verify-full`;
    expect(await watching(port, url).watch.answers()).toBe(true);
    const error = await new pg.Client({ connectionString: url }).connect().catch((refused) => refused);
    expect(refusalOf(error)).toBe(
      "The database's server takes no encrypted connections. Turn SSL on in PostgreSQL, or leave sslmode out of DATABASE_URL.",
    );
  });
});

describe("a database that asks for a password where none is set", () => {
  it("is there, and a sentence says where to set it", async () => {
    const { port } = await place(askForPassword);
    const url = `postgres://nobody@127.0.0.1:${port}/none`;
    expect(await watching(port, url).watch.answers()).toBe(true);
    const error = await new pg.Client({ connectionString: url }).connect().catch((refused) => refused);
    expect(refusalOf(error)).toBe(
      "The database asks for a password, and there is none: set it in PGPASSWORD or DATABASE_URL.",
    );
  });
});

describe.skipIf(!server)("a database on a server", () => {
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

  it("is away while it hangs", { tags: ["long"] }, async () => {
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
