import "server-only";
import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage, RequestListener, Server, ServerResponse } from "node:http";
import { settleForwardedHeaders } from "@/lib/server/auth/forwarded-headers";
import { refuseImpossible } from "./impossible-request";
import { answerResults } from "./results";
import { secureAnswer } from "./security-headers";

// What stands in front of Next: every request to this process passes here first, whatever it asks for. Next's proxy
// (proxy.ts) sees neither files nor the API, can't wait for a page to be made, and fails on what is no address.

/** Hands a request on to whoever listened before; resolves once they are through with it. */
export type Next = () => Promise<void>;

/** Puts the front before a server's own listener. */
export function inFrontOf(listener: RequestListener): RequestListener {
  return (request, response) => {
    receive(request, response, async () => listener(request, response)).catch((error) => {
      console.error("The front of the server:", error);
      response.destroy();
    });
  };
}

async function receive(request: IncomingMessage, response: ServerResponse, next: Next): Promise<void> {
  settleForwardedHeaders(request.headers, request.socket.remoteAddress);
  secureAnswer(response);
  if (await refuseImpossible(request, response)) return;
  if (await answerResults(request, response)) return;
  await next();
}

const marked = globalThis as typeof globalThis & { spaivFronted?: WeakSet<Server> };

/**
 * Stands in front of every server of this process from its next request on; calling it again changes nothing. Next makes
 * its server by itself, so that a request is the first thing that tells of it.
 */
export function standInFront(): void {
  if (marked.spaivFronted) return;
  const fronted = new WeakSet<Server>();
  marked.spaivFronted = fronted;
  subscribe("http.server.request.start", (message) => {
    const { server } = message as { server: Server };
    if (fronted.has(server)) return;
    fronted.add(server);
    const listeners = server.listeners("request") as RequestListener[];
    server.removeAllListeners("request");
    for (const listener of listeners) server.on("request", inFrontOf(listener));
  });
}
