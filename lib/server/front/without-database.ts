import "server-only";
import type { IncomingMessage, ServerResponse } from "node:http";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import { createTranslator } from "use-intl/core";
import { messagesOf } from "@/lib/i18n/messages";
import { momentsOf } from "@/lib/i18n/moments";
import type { Locale } from "@/lib/i18n/routing";
import { siteTimeZone } from "@/lib/i18n/site-time-zone";
import type { Answer } from "@/lib/server/page-cache/kept-pages.mjs";
import { keptAnswer } from "@/lib/server/page-cache/kept-pages.mjs";
import { addressOf, isPagePath } from "./address";
import { acceptedEncodings } from "./kept-copy";
import { escapeHtml, sayInWords } from "./page-in-words";
import { internalPath, lastVersion, namesPlace } from "./results";

/** Seconds after which it is worth trying again. */
export const RETRY_AFTER = 30;

/**
 * Answers while the database can't be reached: with what is kept of the results as they last were, said to be so, or else
 * that the service is interrupted.
 */
export async function answerWithoutDatabase(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(`http://internal${request.url}`);
  const address = isPagePath(url.pathname) ? addressOf(url.pathname) : null;
  const isRead = (request.method === "GET" || request.method === "HEAD") && request.headers.rsc === undefined;
  if (isRead && address?.kind === "results" && namesPlace(address)) {
    const version = lastVersion(address);
    const kept = version === undefined ? null : keptAnswer(internalPath(version, url));
    if (kept) return answerAsItWas(kept, address.locale, request, response);
  }
  return sayInWords(request, response, 503, "unavailable", RETRY_AFTER);
}

/** The kept page with a line of its own that says when it was made; a file as it is. Nobody keeps either as the present one. */
async function answerAsItWas(kept: Answer, locale: Locale, request: IncomingMessage, response: ServerResponse) {
  const { etag: _, ...headers } = kept.headers;
  const isPage = headers["content-type"]?.startsWith("text/html");
  const plain = isPage ? Buffer.from(withLine(kept.body.toString(), await lineAbout(kept, locale))) : kept.body;
  const isCompressed = isPage && acceptedEncodings(request.headers["accept-encoding"]).has("gzip");
  const body = isCompressed ? await promisify(gzip)(plain) : plain;
  response.writeHead(200, {
    ...headers,
    "Cache-Control": "no-store",
    "Last-Modified": new Date(kept.made).toUTCString(),
    ...(isCompressed ? { "Content-Encoding": "gzip" } : {}),
    "Content-Length": body.length,
  });
  response.end(request.method === "HEAD" ? undefined : body);
}

async function lineAbout({ made }: Answer, locale: Locale): Promise<string> {
  const t = createTranslator({ locale, messages: await messagesOf(locale), namespace: "interruption" });
  return t("outOfDate", { moment: momentsOf(locale, siteTimeZone()).moment(new Date(made).toISOString()) });
}

/**
 * First in the page's body. React leaves alone what stands there and is none of its elements, and the page's policy asks
 * for scripts and styles only.
 */
const withLine = (html: string, line: string) =>
  html.replace(/<body[^>]*>/, (body) => `${body}<p class="out-of-date" role="status">${escapeHtml(line)}</p>`);
