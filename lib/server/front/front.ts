import "server-only";
import { subscribe, unsubscribe } from "node:diagnostics_channel";
import type { IncomingMessage, RequestListener, Server, ServerResponse } from "node:http";
import { settleForwardedHeaders, trustedProxies } from "@/lib/server/auth/forwarded-headers";
import { databaseWatch } from "@/lib/server/db/watch";
import { inRequest } from "@/lib/server/log/current-request";
import { log } from "@/lib/server/log/log";
import { nameRequest } from "@/lib/server/log/name-request";
import { isPagePath } from "./address";
import { refuseImpossible } from "./impossible-request";
import { carriesSession, holdMakingFor, type Next } from "./making";
import { noteOtherAddress } from "./other-address";
import { sayInWords } from "./page-in-words";
import { answerResults } from "./results";
import { secureAnswer } from "./security-headers";
import { answerWithoutDatabase } from "./without-database";

// What stands in front of Next: every request to this process passes here first, whatever it asks for. Next's proxy
// (proxy.ts) sees neither files nor the API, can't wait for a page to be made, and fails on what is no address.

/** Puts the front before a server's own listener. */
export function inFrontOf(listener: RequestListener): RequestListener {
  return (request, response) => {
    const id = nameRequest(request, response, trustedProxies() > 0);
    inRequest(id, () =>
      receive(request, response, async () => listener(request, response)).catch(async (error) => {
        log.error({ err: error }, "The front of the server failed.");
        if (response.headersSent) response.destroy();
        else await sayInWords(request, response, 503, "unavailable");
      }),
    );
  };
}

async function receive(request: IncomingMessage, response: ServerResponse, next: Next): Promise<void> {
  noteOtherAddress(request);
  settleForwardedHeaders(request.headers, request.socket.remoteAddress);
  secureAnswer(response);
  if (await refuseImpossible(request, response)) return;
  if (isFile(request)) return next();
  if (!(await isDatabaseHere(request))) return answerWithoutDatabase(request, response);
  try {
    if (await answerResults(request, response, next)) return;
  } catch (error) {
    // It went away in between.
    if (response.headersSent || (await databaseWatch()?.ask()) !== false) throw error;
    return answerWithoutDatabase(request, response);
  }
  if (carriesSession(request)) holdMakingFor(response);
  await next();
}

/** What needs no database: scripts, styles, fonts and pictures of the product's own. */
const isFile = ({ url = "" }: IncomingMessage) => !isPagePath(url.split("?", 1)[0]!) && !url.startsWith("/api/");

/** Whoever watches over the server asks the database itself, and not what was so a moment ago. */
async function isDatabaseHere({ url = "" }: IncomingMessage): Promise<boolean> {
  const watch = databaseWatch();
  if (!watch) return true;
  return /^\/api\/health\/?(?:$|\?)/.test(url) && !watch.isAway ? watch.ask() : watch.answers();
}

const marked = globalThis as typeof globalThis & { spaivStepAside?: () => void };

/**
 * Stands in front of every server of this process from its next request on; calling it again changes nothing. Next makes
 * its server by itself, so that a request is the first thing that tells of it.
 * @returns what ends it, for servers that got no request yet
 */
export function standInFront(): () => void {
  if (marked.spaivStepAside) return marked.spaivStepAside;
  const fronted = new WeakSet<Server>();
  const meet = (message: unknown) => {
    const { server } = message as { server: Server };
    if (fronted.has(server)) return;
    fronted.add(server);
    const listeners = server.listeners("request") as RequestListener[];
    server.removeAllListeners("request");
    for (const listener of listeners) server.on("request", inFrontOf(listener));
  };
  subscribe("http.server.request.start", meet);
  marked.spaivStepAside = () => {
    unsubscribe("http.server.request.start", meet);
    marked.spaivStepAside = undefined;
  };
  return marked.spaivStepAside;
}
