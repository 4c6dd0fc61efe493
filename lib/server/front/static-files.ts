import "server-only";
import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import path from "node:path";
import sirv from "sirv";

/** Under it stand the scripts, styles and fonts of a build. Each has its content in its name: none ever changes. */
const prefix = "/_next/static";

const forGood = { brotli: true, gzip: true, immutable: true, maxAge: 365 * 24 * 60 * 60 };

/**
 * Answers with a file of the build as the build compressed it (scripts/bundle.mjs), which is smaller than what could be
 * made while somebody waits, and made once. Whatever isn't asked for whole is for Next.
 * @param folder of the files: of the build, or of a test
 * @returns a function that says of a request whether it was answered
 */
export function staticFiles(folder: string): (request: IncomingMessage, response: ServerResponse) => boolean {
  const serve = sirv(folder, forGood);
  return (request, response) => {
    const { method, url = "", headers } = request;
    if (method !== "GET" || headers.range !== undefined || !url.startsWith(`${prefix}/`)) return false;
    let isThere = true;
    request.url = url.slice(prefix.length);
    serve(request, response, () => {
      isThere = false;
    });
    request.url = url;
    return isThere;
  };
}

let ofBuild: ReturnType<typeof staticFiles> | undefined;

/** The same of this build. Whoever develops changes files while they are served: those are Next's. */
export const answerStatic: (...asked: Parameters<RequestListener>) => boolean = (request, response) => {
  if (process.env.NODE_ENV !== "production") return false;
  ofBuild ??= staticFiles(path.join(/* turbopackIgnore: true */ process.cwd(), ".next", "static"));
  return ofBuild(request, response);
};
