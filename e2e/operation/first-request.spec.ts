import { type IncomingMessage, request } from "node:http";
import { expect, test } from "@playwright/test";
import { beginServer, filledPlace, type Running } from "../support/server";

// Whoever asks while the server starts, from the moment that its port is open, meets what everybody meets later.

/** What a connection meets before the port is open, or while the server tries whether it is free. */
const notYet = ["ECONNREFUSED", "ECONNRESET"];

/**
 * Asks again at once as long as nothing listens. From an address of its own: on a port that nobody has yet, a connection
 * may else meet itself.
 */
async function askFromTheFirst({ address, process }: Running, method: string, path: string): Promise<IncomingMessage> {
  for (;;) {
    const answer = await new Promise<IncomingMessage | null>((resolve, reject) => {
      const asked = request(`${address}${path}`, { method, agent: false, localAddress: "127.0.0.2" }, (answer) =>
        resolve(answer.resume()),
      );
      asked.on("error", (error: NodeJS.ErrnoException) =>
        notYet.includes(error.code ?? "") && process.exitCode === null ? setImmediate(resolve, null) : reject(error),
      );
      asked.end();
    });
    if (answer) return answer;
  }
}

test("the first requests are answered as all others @quick", async () => {
  const place = await filledPlace();
  const server = await beginServer(place.env);
  const asked = [
    ["GET", "/api/health", 200],
    ["GET", "/icon.svg", 200],
    ["GET", "/en/sign-in", 200],
    ["GET", "/en/spaiv/2016", 200],
    ["GET", "/en/spaiv/2016/csv", 200],
    ["GET", "/en/%ff", 400],
    ["TRACE", "/en/spaiv/2016", 405],
    ["POST", "/en/spaiv/2016", 405],
  ] as const;
  const answers = await Promise.all(asked.map(([method, path]) => askFromTheFirst(server, method, path)));
  for (const [index, [method, path, status]] of asked.entries()) {
    const { statusCode, headers } = answers[index]!;
    expect([method, path, statusCode]).toEqual([method, path, status]);
    expect(headers, path).toMatchObject({
      "x-content-type-options": "nosniff",
      "referrer-policy": "same-origin",
      "x-request-id": expect.stringMatching(/^[0-9a-f]{12}$/),
    });
  }
  expect(server.output()).not.toContain('"level":"error"');
  await server.stop();
  await place.remove();
});
