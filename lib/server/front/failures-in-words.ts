import "server-only";
import type { IncomingMessage, ServerResponse } from "node:http";
import { onceEach } from "@/lib/i18n/once-each";
import type { Locale } from "@/lib/i18n/routing";
import { databaseWatch } from "@/lib/server/db/watch";
import { readerLocale } from "./address";
import { documentOf, type Interruption } from "./page-in-words";
import { RETRY_AFTER } from "./without-database";

const documents = onceEach(async (locale: Locale) => ({
  notFound: await documentOf(locale, "notFound"),
  crash: await documentOf(locale, "crash"),
  unavailable: await documentOf(locale, "unavailable"),
}));

/**
 * Has whatever is answered 404 say so in words, and a failure too: that the database went away while the page was made, or
 * that something went wrong. Next's own document of a 404 is empty until all of its scripts have come, who makes files
 * answers nothing at all, and a failure before a page began is three words. What Next's script or a program asks for is of
 * another type, and stays as it is.
 */
export async function sayFailuresInWords(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { url = "/", method, headers } = request;
  const said = await documents(readerLocale(url.split("?", 1)[0]!, headers["accept-language"]));
  const { writeHead, write, end } = response;
  const before = new Set(response.getHeaderNames());
  let body: Buffer | null = null;
  const says = (status: number, given?: unknown) => {
    const why =
      body || response.headersSent ? null : whyIn(status, typeIn(given) ?? response.getHeader("content-type"));
    if (!why) return body !== null;
    body = said[why].body;
    // What belongs to the other document: its length, encoding, policy, and the files that it wants loaded.
    for (const name of response.getHeaderNames()) if (!before.has(name)) response.removeHeader(name);
    const head =
      why === "unavailable"
        ? ([503, { ...said[why].headers, "Retry-After": RETRY_AFTER }] as const)
        : ([status, said[why].headers] as const);
    Reflect.apply(writeHead, response, head);
    return true;
  };
  response.writeHead = (...head: [status: number, ...unknown[]]) =>
    says(head[0], head.at(-1)) ? response : Reflect.apply(writeHead, response, head);
  response.write = (...chunk: unknown[]) => says(response.statusCode) || Reflect.apply(write, response, chunk);
  response.end = (...chunk: unknown[]) =>
    Reflect.apply(end, response, says(response.statusCode) ? [method === "HEAD" ? undefined : body] : chunk);
}

/** The type among the headers that are given with a status. */
const typeIn = (given: unknown) =>
  Object.entries(Object(given)).find(([name]) => name.toLowerCase() === "content-type")?.[1];

/** What has to be said in place of an answer that a browser would show as a page, or that shows nothing; null: nothing. */
function whyIn(status: number, given: unknown): Exclude<Interruption, "badAddress" | "busy"> | null {
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
