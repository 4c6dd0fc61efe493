import "server-only";
import type { IncomingMessage, ServerResponse } from "node:http";
import { isReadablePath } from "@/lib/schemas/addresses/readable-path";
import { addressOf } from "./address";
import { sayInWords } from "./page-in-words";

const toRead = ["GET", "HEAD"];
const ofWork = [...toRead, "POST"];
const ofApi = [...ofWork, "PUT", "PATCH", "DELETE", "OPTIONS"];

/** What may be done at an address. A public page is only read: Next would make it anew at each other request. */
function methodsAt(url: string): string[] {
  if (url.startsWith("/api/")) return ofApi;
  return addressOf(url.split("?", 1)[0]!).kind === "work" ? ofWork : toRead;
}

/**
 * Refuses what asks for nothing that could be: an odd method, an address or a host that is none. Next answers 500 to
 * some of it, as if it were the server's fault.
 * @returns whether it was refused
 */
export async function refuseImpossible(request: IncomingMessage, response: ServerResponse): Promise<boolean> {
  const { method = "", url = "" } = request;
  const methods = methodsAt(url);
  if (!methods.includes(method)) {
    response.writeHead(405, { Allow: methods.join(", "), "Content-Length": 0 }).end();
    return true;
  }
  if (isAddress(url) && isHost(request.headers.host)) return false;
  await sayInWords(request, response, 400, "badAddress");
  return true;
}

/** A path on this server: neither another server's address, which a browser sends to a proxy only, nor half a character. */
const isAddress = (url: string) =>
  url.startsWith("/") && URL.canParse(`http://internal${url}`) && isReadablePath(url.split("?", 1)[0]!);

/** A name or an address, and a port; or none, as HTTP/1.0 may ask, by which some watch over a server. */
function isHost(host: string | undefined): boolean {
  if (host === undefined) return true;
  if (/[/?#@\\\s]/.test(host)) return false;
  return URL.canParse(`http://${host}`);
}
