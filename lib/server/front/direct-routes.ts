import "server-only";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Asked } from "@/lib/server/http/asked";
import { bodyOf } from "@/lib/server/http/signed-in-route";
import { logFailedRequest } from "@/lib/server/log/failed-request";
import type { ReportAddress } from "@/lib/views/report-view";

type Handler = (request: Asked, context: { params: Promise<ReportAddress> }) => Promise<Response>;

/**
 * A route handler that is called past Next, which takes several times as long over a small request as all that has to be
 * done for it. It is the very handler that Next knows, and does the same wherever nobody calls it directly.
 */
export interface DirectRoute {
  /** As Next names it, of a report: `/api/reports/[plan]/[unit]/[period]/values`. */
  route: string;
  POST: Handler;
}

/** One list for all bundles. */
const shared = globalThis as typeof globalThis & { spaivDirect?: { route: string; path: RegExp; POST: Handler }[] };

/** From now on, these are answered directly. */
export function answerDirectly(routes: readonly DirectRoute[]): void {
  shared.spaivDirect = routes.map(({ route, POST }) => ({ route, POST, path: patternOf(route) }));
}

/** A path without anything that had to be escaped: codes never have. */
const patternOf = (route: string) =>
  new RegExp(`^${route.replace(/\[([a-zA-Z]+)\]/g, (_, name) => `(?<${name}>[\\w.~-]+)`)}$`);

/** @returns whether it was answered; whatever isn't is for Next, which knows what to say of it */
export async function answerDirect(request: IncomingMessage, response: ServerResponse): Promise<boolean> {
  const { method, url = "" } = request;
  if (method !== "POST" || !shared.spaivDirect) return false;
  for (const { route, path, POST } of shared.spaivDirect) {
    const codes = path.exec(url)?.groups;
    if (!codes) continue;
    const params = Promise.resolve({ plan: codes.plan!, unit: codes.unit!, period: codes.period! });
    await answer(response, () => POST(askedIn(request), { params }), route);
    return true;
  }
  return false;
}

async function answer(response: ServerResponse, work: () => Promise<Response>, route: string): Promise<void> {
  try {
    const answered = await work();
    const body = await bodyOf(answered);
    for (const [name, value] of answered.headers) response.setHeader(name, value);
    response.writeHead(answered.status).end(body);
  } catch (error) {
    // Whoever asked may be gone, in the middle of what they sent.
    if (response.destroyed) return;
    logFailedRequest(error, { method: "POST", route, kind: "route" });
    response.writeHead(500).end();
  }
}

function askedIn(request: IncomingMessage): Asked {
  return {
    url: `http://internal${request.url}`,
    headers: { get: (name) => headerIn(request, name.toLowerCase()) },
    cookies: { get: (name) => cookieIn(request.headers.cookie, name) },
    // What is given up in the middle is still told why.
    body: request.iterator({ destroyOnReturn: false }),
  };
}

function headerIn({ headers }: IncomingMessage, name: string): string | null {
  const value = headers[name];
  return Array.isArray(value) ? value.join(", ") : (value ?? null);
}

/** The last one of that name, as Next reads it. */
function cookieIn(header: string | undefined, name: string): { value: string } | undefined {
  const found = header
    ?.split(/; */)
    .map((pair) => pair.split(/=(.*)/s))
    .findLast(([key]) => key === name)?.[1];
  if (found === undefined) return undefined;
  try {
    return { value: decodeURIComponent(found) };
  } catch {
    return undefined;
  }
}
