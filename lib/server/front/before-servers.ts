import "server-only";
import { subscribe, unsubscribe } from "node:diagnostics_channel";
import { type RequestListener, Server, type ServerResponse } from "node:http";
import { secureAnswer } from "./security-headers";

/** What receives a request before a server's own listener. */
export type Front = (listener: RequestListener) => RequestListener;

/**
 * Puts a front before the listeners of every server of this process, from its next connection or request on. Next makes its
 * server by itself, so that these are the first that tell of it. What asks for another protocol besides is answered as any
 * request: nothing here speaks another, and Next would cut it off without a word.
 * @returns what ends it, for servers that got neither yet
 */
function beforeServers(front: Front): () => void {
  const met = new WeakSet<Server>();
  const meet = (server: unknown) => {
    if (!(server instanceof Server) || met.has(server)) return;
    met.add(server);
    connected().servers.add(server);
    closeIdleLater(server);
    // Who develops hears of their changes by such a connection.
    if (process.env.NODE_ENV !== "development") server.removeAllListeners("upgrade");
    const listeners = server.listeners("request") as RequestListener[];
    server.removeAllListeners("request");
    for (const listener of listeners) {
      const receive = front(listener);
      server.on("request", (request, response) => {
        noteAnswer(response);
        receive(request, response);
      });
    }
  };
  const onConnection = (message: unknown) => meet((message as { socket: { server?: unknown } }).socket.server);
  const onRequest = (message: unknown) => meet((message as { server: unknown }).server);
  subscribe("net.server.socket", onConnection);
  subscribe("http.server.request.start", onRequest);
  return () => {
    unsubscribe("net.server.socket", onConnection);
    unsubscribe("http.server.request.start", onRequest);
  };
}

/** Milliseconds: whoever is being answered as the server is told to end has so long for the rest. */
const GRACE = 5_000;

/** Milliseconds: so long may a request be on its way on a connection that looks idle. */
const ON_ITS_WAY = 500;

/**
 * A server that closes ends each connection on which it reads no request, and with it one that was sent and not read yet: to a
 * proxy, which sends no form twice, that is a failure. In time it gets its answer, and is ended with it.
 */
function closeIdleLater(server: Server) {
  const close = () => Server.prototype.closeIdleConnections.call(server);
  // Between the two, what has arrived is read.
  server.closeIdleConnections = () => void setTimeout(() => setImmediate(close), ON_ITS_WAY);
}

interface Connected {
  servers: Set<Server>;
  /** What is being answered. */
  answers: Set<ServerResponse>;
  isEnding: boolean;
}

/** The servers that a front stands before, in whichever bundle. */
const connected = () => {
  const holder = globalThis as typeof globalThis & { spaivConnected?: Connected };
  holder.spaivConnected ??= { servers: new Set(), answers: new Set(), isEnding: false };
  return holder.spaivConnected;
};

function noteAnswer(response: ServerResponse) {
  const { answers, isEnding } = connected();
  if (isEnding) response.shouldKeepAlive = false;

  answers.add(response);
  response.once("close", () => answers.delete(response));
}

/**
 * Ends each connection with the answer that it gets now or next, and says so in it: whoever goes on asking would be cut off in
 * the middle. After a while all that are left end. A server that closes waits for each, also for one that never asked anything,
 * as browsers open to be quicker later.
 */
export function endConnections(grace = GRACE): void {
  const now = connected();
  now.isEnding = true;
  for (const response of now.answers) response.shouldKeepAlive = false;
  setTimeout(() => {
    for (const server of now.servers) server.closeAllConnections();
  }, grace).unref();
}

/** Has a signal that ends the process end its connections too. */
export function endConnectionsWithProcess(): void {
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => endConnections());
}

/** Milliseconds: who asks while the server starts waits about as long as a reader does. */
export const STARTING = 20_000;
/** Seconds after which it is worth trying again. */
const RETRY_AFTER = 5;

const marked = globalThis as typeof globalThis & { spaivReceive?: (front: Front) => void };

/**
 * Holds every request to this process until `receiveBy` says who receives it: Next listens before it loads anything of the
 * product, and its bundles are none of the file that starts it.
 * @returns as `beforeServers`
 */
export function holdRequests(patience = STARTING): () => void {
  const given = new Promise<Front>((resolve) => {
    marked.spaivReceive = resolve;
  });
  const step = beforeServers((listener) => {
    let receive: RequestListener | undefined;
    void given.then((front) => {
      receive = front(listener);
    });
    return async (request, response) => {
      if (receive || (await isWithin(given, patience))) receive!(request, response);
      else turnAway(response);
    };
  });
  return () => {
    marked.spaivReceive = undefined;
    step();
  };
}

/** Has the front receive what is held and all that comes; where nothing is held, whatever comes next. */
export function receiveBy(front: Front): () => void {
  if (!marked.spaivReceive) return beforeServers(front);
  marked.spaivReceive(front);
  return () => {};
}

/** Without the messages in the reader's language, which are loaded no sooner than what didn't come. */
function turnAway(response: ServerResponse) {
  secureAnswer(response);
  const headers = {
    "Content-Type": "text/plain; charset=utf-8",
    "Cache-Control": "no-store",
    "Retry-After": RETRY_AFTER,
  };
  response.writeHead(503, headers).end("The server is starting. Try again in a few seconds.\n");
}

/** Whether the work is done in time: milliseconds. It goes on where it isn't. */
export async function isWithin(work: Promise<unknown>, patience: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(resolve, patience, false);
  });
  const isDone = await Promise.race([work.then(() => true), late]);
  clearTimeout(timer);
  return isDone;
}
