import { describe, expect, it, onTestFinished } from "vitest";
import { throughTo } from "./line.testing";
import { SharedConnection } from "./shared-connection";

const server = process.env.SPAIV_TEST_DATABASE_URL;

const said = (number: unknown) => ({
  name: "said",
  text: "SELECT $1::int AS said, pg_backend_pid() AS by",
  values: [number],
});
const ended = { name: "ended", text: "SELECT pg_terminate_backend(pg_backend_pid())", values: [] };

function shared(url: string, patience?: ConstructorParameters<typeof SharedConnection>[1]) {
  const connection = new SharedConnection(url, patience);
  onTestFinished(() => connection.end());
  return connection;
}

const numbersOf = async (connection: SharedConnection, numbers: number[]) => {
  const answers = await Promise.all(
    numbers.map((number) => connection.query<{ said: number; by: number }>(said(number))),
  );
  return answers.map(({ rows }) => rows[0]!);
};

describe.skipIf(!server)("a connection that everybody shares", () => {
  it("gives each their own answer, and an error to nobody but whose statement it is", async () => {
    const connection = shared(server!);
    const before = numbersOf(connection, [1, 2, 3]);
    const refused = connection.query(said("none")).catch(({ code }) => code);
    const after = numbersOf(connection, [4, 5]);
    expect([...(await before), ...(await after)].map((row) => row.said)).toEqual([1, 2, 3, 4, 5]);
    expect(await refused).toBe("22P02");
    expect(new Set([...(await before), ...(await after)].map((row) => row.by)).size).toBe(1);
  });

  it("is replaced once it is lost", async () => {
    const connection = shared(server!);
    const [first] = await numbersOf(connection, [1]);
    const [lost, behind] = await Promise.allSettled([connection.query(ended), connection.query(said(2))]);
    expect([lost.status, behind.status]).toEqual(["rejected", "rejected"]);
    const [next] = await numbersOf(connection, [3]);
    expect(next).toMatchObject({ said: 3 });
    expect(next!.by).not.toBe(first!.by);
  });

  it("is given up with all who wait once it hangs, and tried anew", async () => {
    const line = await throughTo(new URL(server!));
    const url = new URL(server!);
    url.host = `127.0.0.1:${line.port}`;
    const connection = shared(url.href, { query_timeout: 100 });
    await numbersOf(connection, [1]);
    line.hang(true);
    const waiting = await Promise.allSettled([connection.query(said(2)), connection.query(said(3))]);
    expect(waiting.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
    line.hang(false);
    expect((await numbersOf(connection, [4]))[0]).toMatchObject({ said: 4 });
  });

  it("is tried anew where it couldn't be opened", async () => {
    const line = await throughTo(new URL(server!));
    const url = new URL(server!);
    url.host = `127.0.0.1:${line.port}`;
    await line.cut();
    const connection = shared(url.href);
    await expect(connection.query(said(1))).rejects.toMatchObject({ code: "ECONNREFUSED" });
    await line.mend();
    expect((await numbersOf(connection, [2]))[0]).toMatchObject({ said: 2 });
  });

  it("answers what was asked before it ends, and nothing after", async () => {
    const connection = shared(server!);
    await numbersOf(connection, [1]);
    const asked = numbersOf(connection, [2]);
    // The statement is sent once the connection is known to stand.
    await Promise.resolve();
    await connection.end();
    expect((await asked)[0]).toMatchObject({ said: 2 });
    await expect(connection.query(said(3))).rejects.toThrow(/closed/);
  });
});
