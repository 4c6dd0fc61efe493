import "server-only";
import type { IncomingMessage, ServerResponse } from "node:http";
import { prerenderedPath } from "@/lib/schemas/addresses/changes-filter";
import { databaseWatch } from "@/lib/server/db/watch";
import { isUnchanged, keptAnswer } from "@/lib/server/page-cache/kept-pages.mjs";
import { resultsVersion } from "@/lib/server/queries/results-version";
import { addressOf, isPagePath } from "./address";
import { answerKept } from "./kept-answer";
import { makeInTurn, type Next } from "./making";

/** Where a public page is prerendered: a new version of the results is a new address, so that nobody sees a stale page. */
export const internalPath = (version: number, { pathname, searchParams }: URL) =>
  `/results/${version}${prerenderedPath(pathname, searchParams)}`;

const lastVersions = new Map<string, number>();

/** The version of a plan's results that was public when the database was last asked; undefined for one never asked for. */
export const lastVersion = (plan: string) => lastVersions.get(plan);

/** Notes which version of a plan's results is public. */
export function rememberVersion(plan: string, version: number): void {
  lastVersions.set(plan, version);
}

/** @throws DatabaseAway */
async function presentVersion(plan: string): Promise<number | null> {
  const asked = resultsVersion(plan);
  const found = await (databaseWatch()?.orAway(asked) ?? asked);
  if (found) rememberVersion(plan, found.version);
  return found?.version ?? null;
}

/**
 * Answers what anybody may read: from memory where it is kept in the version that is public now, else in turn.
 * @returns whether it was answered
 */
export async function answerResults(request: IncomingMessage, response: ServerResponse, next: Next): Promise<boolean> {
  const url = new URL(`http://internal${request.url}`);
  if (!isPagePath(url.pathname)) return false;
  const address = addressOf(url.pathname);
  if (address.kind !== "results" || address.plan === null) return false;
  const version = await presentVersion(address.plan);
  // What isn't there is as much work to say as another page.
  const path = version === null ? url.pathname : internalPath(version, url);
  const fromMemory = async () => {
    const kept = keptAnswer(path);
    if (!kept) return false;
    // What the browser's script asks for is another form of the page, which Next makes from the same.
    const isForScript = request.headers.rsc !== undefined;
    if (isForScript && !isUnchanged(request.headers["if-none-match"], kept.headers.etag)) await next();
    else await answerKept(path, kept, request, response);
    return true;
  };
  if (!(await fromMemory())) await makeInTurn(path, request, response, next, fromMemory);
  return true;
}
