import "server-only";
import type { IncomingMessage, ServerResponse } from "node:http";
import { prerenderedPath } from "@/lib/schemas/changes-filter";
import { isUnchanged, keptAnswer } from "@/lib/server/kept-pages.mjs";
import { publicationVersion } from "@/lib/server/queries/publication-version";
import { addressOf, isPagePath } from "./address";
import { answerKept } from "./kept-answer";

/** Where a public page is prerendered: a new version of the results is a new address, so that nobody sees a stale page. */
export const internalPath = (version: number, { pathname, searchParams }: URL) =>
  `/results/${version}${prerenderedPath(pathname, searchParams)}`;

/**
 * Answers what anybody may read from memory, where it is kept in the version that is public now.
 * @returns whether it was answered
 */
export async function answerResults(request: IncomingMessage, response: ServerResponse): Promise<boolean> {
  if (request.method !== "GET" && request.method !== "HEAD") return false;
  const url = new URL(`http://internal${request.url}`);
  if (!isPagePath(url.pathname)) return false;
  const address = addressOf(url.pathname);
  if (address.kind !== "results" || address.plan === null) return false;
  const plan = await publicationVersion(address.plan);
  if (!plan) return false;
  const path = internalPath(plan.version, url);
  const kept = keptAnswer(path);
  if (!kept) return false;
  // What the browser's script asks for is another form of the page, which Next makes from the same.
  if (request.headers.rsc !== undefined && !isUnchanged(request.headers["if-none-match"], kept.headers.etag))
    return false;
  await answerKept(path, kept, request, response);
  return true;
}
