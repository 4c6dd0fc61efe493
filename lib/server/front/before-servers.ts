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
export function beforeServers(front: Front): () => void {
  const met = new WeakSet<Server>();
  const meet = (server: unknown) => {
    if (!(server instanceof Server) || met.has(server)) return;
    met.add(server);
    servers().add(server);
    // Who develops hears of their changes by such a connection.
    if (process.env.NODE_ENV !== "development") server.removeAllListeners("upgrade");
    const listeners = server.listeners("request") as RequestListener[];
    server.removeAllListeners("request");
    for (const listener of listeners) server.on("request", front(listener));
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

/** The servers that a front stands before, in whichever bundle. */
const servers = () => {
  const holder = globalThis as typeof globalThis & { spaivServers?: Set<Server> };
  holder.spaivServers ??= new Set();
  return holder.spaivServers;
};

/**
 * Has a signal that ends the process end its connections too, after a while. A server that closes waits for each of them, also
 * for one that never asked anything, as browsers open to be quicker later.
 */
export function endConnectionsWithProcess(grace = GRACE): void {
  for (const signal of ["SIGINT", "SIGTERM"] as const)
    process.once(signal, () => {
      setTimeout(() => {
        for (const server of servers()) server.closeAllConnections();
      }, grace).unref();
    });
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
