import "server-only";
import type { IncomingMessage, ServerResponse } from "node:http";
import { type Answer, isUnchanged } from "@/lib/server/page-cache/kept-pages.mjs";
import { acceptedEncodings, copyFor, hasCopies } from "./kept-copy";

/** As Next says it of a page, which the browser's script asks for in other forms. */
const forms = "rsc, next-router-state-tree, next-router-prefetch, next-router-segment-prefetch";

/** Caches ask each time and get 304 while nothing changed. */
export const askEachTime = "public, max-age=0, must-revalidate";

/** Answers a kept page or file, or that the reader has it already. @param path the internal path */
export async function answerKept(
  path: string,
  answer: Answer,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { etag } = answer.headers;
  const Vary = hasCopies(answer) ? `${forms}, Accept-Encoding` : forms;
  const caching = { "Cache-Control": askEachTime, ETag: etag, Vary };
  if (isUnchanged(request.headers["if-none-match"], etag)) {
    response.writeHead(304, caching).end();
    return;
  }
  const { body, encoding } = await copyFor(path, answer, acceptedEncodings(request.headers["accept-encoding"]));
  response.writeHead(200, {
    ...answer.headers,
    ...caching,
    ...(encoding ? { "Content-Encoding": encoding } : {}),
    "Content-Length": body.length,
  });
  response.end(request.method === "HEAD" ? undefined : body);
}
