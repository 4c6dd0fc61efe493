import "server-only";
import type { IncomingMessage, ServerResponse } from "node:http";
import { onceEach } from "@/lib/i18n/once-each";
import type { Locale } from "@/lib/i18n/routing";
import { readerLocale } from "./address";
import { documentOf } from "./page-in-words";

const documents = onceEach((locale: Locale) => documentOf(locale, "notFound"));

/**
 * Has whatever is answered 404 say so in words. Next's own document is empty until all of its scripts have come, and who
 * makes files answers nothing at all. What Next's script or a program asks for is of another type, and stays as it is.
 */
export async function sayNotFound(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { url = "/", method, headers } = request;
  const said = await documents(readerLocale(url.split("?", 1)[0]!, headers["accept-language"]));
  const body = method === "HEAD" ? undefined : said.body;
  const { writeHead, write, end } = response;
  const before = new Set(response.getHeaderNames());
  let isSaid = false;
  const says = (status: number) => {
    if (isSaid || status !== 404 || response.headersSent || !isDocument(response)) return isSaid;
    isSaid = true;
    // What belongs to the other document: its length, encoding, policy, and the files that it wants loaded.
    for (const name of response.getHeaderNames()) if (!before.has(name)) response.removeHeader(name);
    Reflect.apply(writeHead, response, [404, said.headers]);
    return true;
  };
  response.writeHead = (...head: [status: number, ...unknown[]]) =>
    says(head[0]) ? response : Reflect.apply(writeHead, response, head);
  response.write = (...chunk: unknown[]) => says(response.statusCode) || Reflect.apply(write, response, chunk);
  response.end = (...chunk: unknown[]) => Reflect.apply(end, response, says(response.statusCode) ? [body] : chunk);
}

/** Whether a browser would show it as a page, or show nothing. */
const isDocument = (response: ServerResponse) =>
  String(response.getHeader("content-type") ?? "text/html").startsWith("text/html");
