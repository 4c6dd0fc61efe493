import "server-only";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Areas } from "@/lib/domain/areas";
import { prerenderedPath } from "@/lib/schemas/addresses/prerendered-path";
import { prerenderedAs } from "@/lib/schemas/addresses/release-path";
import { databaseWatch } from "@/lib/server/db/watch";
import { isUnchanged, keptAnswer } from "@/lib/server/page-cache/kept-pages.mjs";
import { publicVersion } from "@/lib/server/queries/public-version";
import { addressOf, isPagePath, type PublicPlace } from "./address";
import { answerKept } from "./kept-answer";
import { makeInTurn, type Next } from "./making";

/** Where a public page is prerendered: a new version of what it shows is a new address, so that nobody sees a stale page. */
export function internalPath(version: string, { pathname, searchParams }: URL): string {
  const at = prerenderedAs(version, pathname);
  return `/results/${at.version}${prerenderedPath(at.pathname, searchParams)}`;
}

const lastVersions = new Map<string, string>();
const keyOf = ({ plan, area }: PublicPlace) => JSON.stringify([plan, area]);

/** The version of a place that was public when the database was last asked; undefined for one never asked for. */
export const lastVersion = (place: PublicPlace) => lastVersions.get(keyOf(place));

/** Notes which version of a place is public. */
export function rememberVersion(place: PublicPlace, version: string): void {
  lastVersions.set(keyOf(place), version);
}

/** @throws DatabaseAway */
async function presentVersion(place: PublicPlace): Promise<string | null> {
  const asked = publicVersion(place);
  const version = await (databaseWatch()?.orAway(asked) ?? asked);
  if (version !== null) rememberVersion(place, version);
  return version;
}

/** Whether the address leads to a page, and not to the default plan. */
export const namesPlace = ({ plan, area }: PublicPlace) => plan !== null || area !== null;

/**
 * Answers what anybody may read: from memory where it is kept in the version that is public now, else in turn.
 * @returns whether it was answered
 */
export async function answerResults(
  request: IncomingMessage,
  response: ServerResponse,
  next: Next,
  places?: Areas,
): Promise<boolean> {
  const url = new URL(`http://internal${request.url}`);
  if (!isPagePath(url.pathname)) return false;
  const address = addressOf(url.pathname, places);
  if (address.kind !== "results" || !namesPlace(address)) return false;
  const version = await presentVersion(address);
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
