import "server-only";
import { createHash } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { createTranslator } from "use-intl/core";
import { type Messages, messagesIn } from "@/lib/i18n/messages";
import { signInPath, startPath } from "@/lib/i18n/paths";
import { type Locale, spokenLocale } from "@/lib/i18n/routing";
import { readerLocale } from "./address";

/**
 * Why no page is shown. A namespace of the messages says it in every language of the site; that there is nothing is said as
 * pages say it, in the languages in which pages speak.
 */
export type Interruption = "badAddress" | "busy" | "unavailable" | "notFound" | "crash" | "signedOut";

const style =
  ":root{color-scheme:light dark}body{margin:0;font:1.0625rem/1.6 'Noto Sans',system-ui,sans-serif}" +
  "main{max-width:36rem;margin:15vh auto;padding:0 1.25rem}h1{font-size:1.5rem;line-height:1.4}h2{font-size:1.125rem}hr{margin:2rem 0}a{color:inherit}";
const policy = [
  "default-src 'none'",
  `style-src 'sha256-${createHash("sha256").update(style).digest("base64")}'`,
  "img-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

/** Escaped for a text and an attribute in double quotes. */
export const escapeHtml = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

/** The words of a language. */
async function wordsIn(language: Locale, why: Interruption, locale: string) {
  const t = createTranslator<Messages>({ locale: language, messages: await messagesIn(language) });
  const about = why === "notFound" ? "common.notFound" : (`interruption.${why}` as const);
  const [title, lead] = [t(`${about}.title`), t(`${about}.lead`)];
  // An empty address is the page's own.
  const again = ["", t("interruption.again")] as const;
  const links = {
    badAddress: ["/", t("interruption.home")],
    notFound: [startPath(locale), t("common.notFound.back")],
    busy: again,
    crash: again,
    unavailable: again,
    // In another window: this one has what was sent.
    signedOut: [signInPath(locale), t("interruption.signedOut.signIn"), ' target="_blank" rel="noopener"'],
  } as const;
  const [href, label, opened = ""] = links[why];
  return {
    title: t("common.pageTitle", { title }),
    product: t("common.product"),
    text: `<h1>${escapeHtml(title)}</h1><p>${escapeHtml(lead)}</p><p><a href="${href}"${opened}>${escapeHtml(label)}</a></p>`,
  };
}

/**
 * A whole page that needs nothing else of this server: neither a database, nor a script, nor a font; so that English
 * stands below, for whose machine has no letters of the language.
 */
async function pageOf(locale: Locale, why: Interruption): Promise<string> {
  const language = why === "notFound" ? spokenLocale(locale) : locale;
  const { title, product, text } = await wordsIn(language, why, locale);
  const english = async () => (await wordsIn("en", why, "en")).text.replaceAll("h1>", "h2>");
  const below = language === "en" ? "" : `<hr><div lang="en">${await english()}</div>`;
  return (
    `<!DOCTYPE html><html lang="${language}"><meta charset="utf-8">` +
    `<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">` +
    `<title>${escapeHtml(title)}</title><link rel="icon" href="/icon.svg"><style>${style}</style>` +
    `<main><p>${escapeHtml(product)}</p>${text}${below}</main></html>`
  );
}

/** The page and what goes with it. */
export async function documentOf(locale: Locale, why: Interruption) {
  const body = Buffer.from(await pageOf(locale, why));
  const headers = {
    "Content-Type": "text/html; charset=utf-8",
    "Content-Length": body.length,
    "Cache-Control": "no-store",
    "Content-Security-Policy": policy,
    Vary: "Accept-Language",
  };
  return { headers, body };
}

/**
 * Answers that there is no page for a reason which isn't the page's own: in words and the reader's language, or as JSON
 * where a program asks.
 * @param retryAfter seconds
 */
export async function sayInWords(
  request: IncomingMessage,
  response: ServerResponse,
  status: 400 | 503,
  why: Interruption,
  retryAfter?: number,
): Promise<void> {
  const address = request.url ?? "/";
  const isProgram = address.startsWith("/api/") && !request.headers.accept?.includes("text/html");
  const { headers, body } = isProgram
    ? forProgram(why)
    : await documentOf(readerLocale(address, request.headers["accept-language"]), why);
  response.writeHead(status, { ...headers, ...(retryAfter === undefined ? {} : { "Retry-After": retryAfter }) });
  response.end(request.method === "HEAD" ? undefined : body);
}

function forProgram(why: Interruption) {
  const body = Buffer.from(JSON.stringify({ status: why }));
  return {
    headers: { "Content-Type": "application/json", "Content-Length": body.length, "Cache-Control": "no-store" },
    body,
  };
}
