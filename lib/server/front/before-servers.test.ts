import { subscribe, unsubscribe } from "node:diagnostics_channel";
import {
  Agent,
  createServer,
  type IncomingMessage,
  type RequestListener,
  request,
  type Server,
  type ServerResponse,
} from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { afterEach, expect, it, onTestFinished } from "vitest";
import { endConnections, type Front, holdRequests, receiveBy } from "./before-servers";

const ends: (() => void)[] = [];
afterEach(() => {
  for (const end of ends.splice(0).reverse()) end();
});

/** A server as Next makes one, and its address. */
async function open(
  listener: RequestListener = (request, response) => response.end(`listener ${request.url}`),
): Promise<string> {
  const server = createServer(listener);
  server.on("upgrade", (_, socket) => socket.destroy());
  onTestFinished(() => void server.close());
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const front: Front = (listener) => (request, response) => {
  response.setHeader("X-Front", "met");
  listener(request, response);
};

it("holds what comes first until it is said who receives it", async () => {
  ends.push(holdRequests());
  const address = await open();
  const begun = new Promise<void>((resolve) => {
    const begin = () => resolve();
    subscribe("http.server.request.start", begin);
    ends.push(() => unsubscribe("http.server.request.start", begin));
  });
  const first = fetch(`${address}/first`);
  await begun;
  ends.push(receiveBy(front));
  for (const answer of [await first, await fetch(`${address}/second`)])
    expect([answer.headers.get("x-front"), await answer.text()]).toEqual([
      "met",
      `listener ${new URL(answer.url).pathname}`,
    ]);
});

it("says in words that the server is starting, where nobody comes to receive it", async () => {
  ends.push(holdRequests(0));
  const answer = await fetch(`${await open()}/en/spaiv`);
  expect(answer.status).toBe(503);
  expect(answer.headers.get("retry-after")).toBe("5");
  expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
  expect(await answer.text()).toContain("The server is starting.");
});

it("stands before a server that nothing held", async () => {
  ends.push(receiveBy(front));
  expect((await fetch(await open())).headers.get("x-front")).toBe("met");
});

it.each(["h2c", "websocket"])("answers as any request what would speak %s as well", async (protocol) => {
  ends.push(receiveBy(front));
  const address = await open();
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    const headers = { Connection: "Upgrade", Upgrade: protocol };
    request(`${address}/api/health`, { headers, agent: false }, resolve).on("error", reject).end();
  });
  expect([answer.statusCode, answer.headers["x-front"]]).toEqual([200, "met"]);
  answer.resume();
});

/** Who asks one after another on one connection, and is told how it goes on. */
function kept(address: string) {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  onTestFinished(() => agent.destroy());
  return (path: string) =>
    new Promise<{ connection: string | undefined; isReused: boolean }>((resolve, reject) => {
      const asked = request(address + path, { agent, method: "POST" }, (answer) => {
        answer.resume().on("end", () => {
          resolve({ connection: answer.headers.connection, isReused: asked.reusedSocket });
        });
      });
      asked.on("error", reject).end();
    });
}

it("ends each connection with its answer once the process is to end, and says so", async () => {
  ends.push(receiveBy(front), () => {
    (globalThis as { spaivConnected?: unknown }).spaivConnected = undefined;
  });
  let slow: ServerResponse | undefined;
  let begin = () => {};
  const begun = new Promise<void>((resolve) => {
    begin = resolve;
  });
  const address = await open((request, response) => {
    if (request.url !== "/slow") response.end();
    else {
      slow = response;
      begin();
    }
  });
  const [busy, other] = [kept(address), kept(address)];
  expect(await busy("/before")).toEqual({ connection: "keep-alive", isReused: false });
  expect(await other("/before")).toEqual({ connection: "keep-alive", isReused: false });
  const underWay = busy("/slow");
  await begun;
  endConnections();
  slow!.end();
  expect(await underWay).toEqual({ connection: "close", isReused: true });
  expect(await other("/after")).toEqual({ connection: "close", isReused: true });
  expect(await other("/after")).toEqual({ connection: "close", isReused: false });
});

it("answers what is on its way on a connection as the server closes", async () => {
  ends.push(receiveBy(front), () => {
    (globalThis as { spaivConnected?: unknown }).spaivConnected = undefined;
  });
  let server: Server;
  const address = await open((request, response) => {
    server = (request.socket as Socket & { server: Server }).server;
    response.end();
  });
  const [asking, idle] = [kept(address), kept(address)];
  for (const ask of [asking, idle]) await ask("/before");
  const underWay = asking("/after");
  // Nothing of it is read yet.
  const closed = new Promise((resolve) => server.close(resolve));
  endConnections();
  expect(await underWay).toEqual({ connection: "close", isReused: true });
  await closed;
});
