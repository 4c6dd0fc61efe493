import "server-only";
import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import type { Areas } from "@/lib/domain/areas";
import { settleForwardedHeaders, trustedProxies } from "@/lib/server/auth/forwarded-headers";
import { databaseWatch } from "@/lib/server/db/watch";
import { inRequest } from "@/lib/server/log/current-request";
import { log } from "@/lib/server/log/log";
import { nameRequest } from "@/lib/server/log/name-request";
import { isPagePath } from "./address";
import { isWithin, receiveBy, STARTING } from "./before-servers";
import { answerDirect } from "./direct-routes";
import { sayFailuresInWords } from "./failures-in-words";
import { refuseImpossible } from "./impossible-request";
import { carriesSession, holdMakingFor, type Next } from "./making";
import { noteOtherAddress } from "./other-address";
import { sayInWords } from "./page-in-words";
import { answerResults } from "./results";
import { secureAnswer } from "./security-headers";
import { answerStatic } from "./static-files";
import { answerWithoutDatabase } from "./without-database";

// What stands in front of Next: every request to this process passes here first, whatever it asks for. Next's proxy
// (proxy.ts) sees neither files nor the API, can't wait for a page to be made, and fails on what is no address.

/**
 * Puts the front before a server's own listener.
 * @param places left out, the areas that there are
 */
export function inFrontOf(listener: RequestListener, places?: Areas): RequestListener {
  return (request, response) => {
    const id = nameRequest(request, response, trustedProxies() > 0);
    inRequest(id, () =>
      receive(request, response, async () => listener(request, response), places).catch(async (error) => {
        log.error({ err: error }, "The front of the server failed.");
        if (response.headersSent) response.destroy();
        else await sayInWords(request, response, 503, "unavailable");
      }),
    );
  };
}

async function receive(request: IncomingMessage, response: ServerResponse, next: Next, places?: Areas): Promise<void> {
  noteOtherAddress(request);
  settleForwardedHeaders(request.headers, request.socket.remoteAddress);
  secureAnswer(response);
  if (await refuseImpossible(request, response)) return;
  if (!(await hasOpened(request))) return answerWithoutDatabase(request, response);
  await sayFailuresInWords(request, response);
  if (isFile(request)) return answerStatic(request, response) ? undefined : next();
  if (!(await isDatabaseHere(request))) return answerWithoutDatabase(request, response);
  try {
    if (await answerResults(request, response, next, places)) return;
  } catch (error) {
    // It went away in between.
    if (response.headersSent || (await databaseWatch()?.ask()) !== false) throw error;
    return answerWithoutDatabase(request, response);
  }
  if (carriesSession(request)) holdMakingFor(response);
  if (await answerDirect(request, response)) return;
  await next();
}

/** What has to end before anybody is served, and for how long who asks waits for it; null once it has. */
let opening: { done: Promise<unknown>; patience: number } | null = null;

/** Next would keep whoever asks so early waiting for however long, even for a file. */
async function hasOpened(request: IncomingMessage): Promise<boolean> {
  if (!opening) return true;
  const { done, patience } = opening;
  return (await isDatabaseHere(request)) && isWithin(done, patience);
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
 * Stands in front of every server of this process; calling it again changes nothing.
 * @param opened resolves once the database is open for serving: before, its tables may be missing
 * @returns what ends it, for servers that got no request yet
 */
export function standInFront(opened: Promise<unknown> = Promise.resolve(), patience = STARTING): () => void {
  if (marked.spaivStepAside) return marked.spaivStepAside;
  const settle = () => {
    opening = null;
  };
  opening = { done: opened.then(settle), patience };
  const step = receiveBy(inFrontOf);
  marked.spaivStepAside = () => {
    step();
    settle();
    marked.spaivStepAside = undefined;
  };
  return marked.spaivStepAside;
}
