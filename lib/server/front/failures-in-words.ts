import "server-only";
import type { IncomingMessage, ServerResponse } from "node:http";
import { onceEach } from "@/lib/i18n/once-each";
import type { Locale } from "@/lib/i18n/routing";
import { databaseWatch } from "@/lib/server/db/watch";
import { isPagePath, readerLocale } from "./address";
import { documentOf, type Interruption } from "./page-in-words";
import { RETRY_AFTER } from "./without-database";

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
export async function sayFailuresInWords(request: IncomingMessage, response: ServerResponse): Promise<void> {
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
