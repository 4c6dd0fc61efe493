import "server-only";
import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import type { Areas } from "@/lib/domain/areas";
import { onceEach } from "@/lib/i18n/once-each";
import type { Locale } from "@/lib/i18n/routing";
import { isReadablePath } from "@/lib/schemas/addresses/readable-path";
import { settleForwardedHeaders, trustedProxies } from "@/lib/server/auth/forwarded-headers";
import { databaseWatch } from "@/lib/server/db/watch";
import { inRequest } from "@/lib/server/log/current-request";
import { log } from "@/lib/server/log/log";
import { nameRequest } from "@/lib/server/log/name-request";
import { addressOf, isPagePath, readerLocale } from "./address";
import { isWithin, receiveBy, STARTING } from "./before-servers";
import { answerDirect } from "./direct-routes";
import { carriesSession, holdMakingFor, type Next } from "./making";
import { noteOtherAddress } from "./other-address";
import { documentOf, type Interruption, sayInWords } from "./page-in-words";
import { answerResults } from "./results";
import { secureAnswer } from "./security-headers";
import { answerStatic } from "./static-files";
import { answerWithoutDatabase, RETRY_AFTER } from "./without-database";

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

const documents = onceEach(async (locale: Locale) => ({
  notFound: await documentOf(locale, "notFound"),
  crash: await documentOf(locale, "crash"),
  unavailable: await documentOf(locale, "unavailable"),
  signedOut: await documentOf(locale, "signedOut"),
}));

/**
 * Has whatever is answered 404 say so in words, and a failure too: that the database went away while the page was made, or
 * that something went wrong. Next's own document of a 404 is empty until all of its scripts have come, who makes files
 * answers nothing at all, and a failure before a page began is three words. What Next's script or a program asks for is of
 * another type, and stays as it is.
 * Whoever sends a form without a script and is signed out by then isn't led away from what they sent: the same form would go
 * to the page on which one signs in, which knows nothing of it.
 */
async function sayFailuresInWords(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { url = "/", method, headers } = request;
  const said = await documents(readerLocale(url.split("?", 1)[0]!, headers["accept-language"]));
  const { writeHead, write, end } = response;
  const before = new Set(response.getHeaderNames());
  let body: Buffer | null = null;
  const isForm = method === "POST" && headers["next-action"] === undefined && isPagePath(url.split("?", 1)[0]!);
  const says = (status: number, given?: unknown) => {
    const header = (name: string) => headerIn(given, name) ?? response.getHeader(name);
    const ledAway = isForm && status === 307 && leadsToSignIn(header("location"));
    const why = body || response.headersSent ? null : ledAway ? "signedOut" : whyIn(status, header("content-type"));
    if (!why) return body !== null;
    body = said[why].body;
    // What belongs to the other document: its length, encoding, policy, and the files that it wants loaded.
    for (const name of response.getHeaderNames()) if (!before.has(name)) response.removeHeader(name);
    const head =
      why === "unavailable"
        ? ([503, { ...said[why].headers, "Retry-After": RETRY_AFTER }] as const)
        : ([why === "signedOut" ? 403 : status, said[why].headers] as const);
    Reflect.apply(writeHead, response, head);
    return true;
  };
  response.writeHead = (...head: [status: number, ...unknown[]]) =>
    says(head[0], head.at(-1)) ? response : Reflect.apply(writeHead, response, head);
  response.write = (...chunk: unknown[]) => says(response.statusCode) || Reflect.apply(write, response, chunk);
  response.end = (...chunk: unknown[]) =>
    Reflect.apply(end, response, says(response.statusCode) ? [method === "HEAD" ? undefined : body] : chunk);
}

/** What a header says among those that are given with a status. */
const headerIn = (given: unknown, wanted: string) =>
  Object.entries(Object(given)).find(([name]) => name.toLowerCase() === wanted)?.[1];

const leadsToSignIn = (location: unknown) => /^(https?:\/\/[^/]+)?\/[a-z]{2}\/sign-in(\?|$)/.test(String(location));

/** What has to be said in place of an answer that a browser would show as a page, or that shows nothing; null: nothing. */
function whyIn(status: number, given: unknown): Exclude<Interruption, "badAddress" | "busy" | "signedOut"> | null {
  const type = String(given ?? "");
  const isPage = type === "" || type.startsWith("text/html");
  if (status === 404) return isPage ? "notFound" : null;
  // A route that fails says nothing at all.
  const isBare = type === "" || type.startsWith("text/plain");
  if (status !== 500 || !(isPage || isBare)) return null;
  if (databaseWatch()?.isAway) return "unavailable";
  // A page of a failure says more than this one, and has the reader's way back.
  return isBare ? "crash" : null;
}

const toRead = ["GET", "HEAD"];
const ofWork = [...toRead, "POST"];
const ofApi = [...ofWork, "PUT", "PATCH", "DELETE", "OPTIONS"];

/** What may be done at an address. A public page is only read: Next would make it anew at each other request. */
function methodsAt(url: string): string[] {
  if (url.startsWith("/api/")) return ofApi;
  return addressOf(url.split("?", 1)[0]!).kind === "work" ? ofWork : toRead;
}

/**
 * Refuses what asks for nothing that could be: an odd method, an address or a host that is none. Next answers 500 to
 * some of it, as if it were the server's fault.
 * @returns whether it was refused
 */
async function refuseImpossible(request: IncomingMessage, response: ServerResponse): Promise<boolean> {
  const { method = "", url = "" } = request;
  const methods = methodsAt(url);
  if (!methods.includes(method)) {
    response.writeHead(405, { Allow: methods.join(", "), "Content-Length": 0 }).end();
    return true;
  }
  if (isAddress(url) && isHost(request.headers.host)) return false;
  await sayInWords(request, response, 400, "badAddress");
  return true;
}

/** A path on this server: neither another server's address, which a browser sends to a proxy only, nor half a character. */
const isAddress = (url: string) =>
  url.startsWith("/") && URL.canParse(`http://internal${url}`) && isReadablePath(url.split("?", 1)[0]!);

/** A name or an address, and a port; or none, as HTTP/1.0 may ask, by which some watch over a server. */
function isHost(host: string | undefined): boolean {
  if (host === undefined) return true;
  if (/[/?#@\\\s]/.test(host)) return false;
  return URL.canParse(`http://${host}`);
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
