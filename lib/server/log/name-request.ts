import "server-only";
import type { IncomingMessage, ServerResponse } from "node:http";
import { requestIdOf } from "./current-request";

/**
 * Names a request: by the id that a trusted proxy gave it, else by a new one. The log has it on every line, the answer
 * as a header, and a page that failed shows it to its reader (`Server-Timing` is the header that a page can read).
 */
export function nameRequest(
  request: Pick<IncomingMessage, "headers">,
  response: Pick<ServerResponse, "setHeader">,
  isBehindProxy: boolean,
): string {
  const claimed = request.headers["x-request-id"];
  const id = requestIdOf(isBehindProxy && typeof claimed === "string" ? claimed : null);
  request.headers["x-request-id"] = id;
  response.setHeader("X-Request-Id", id);
  response.setHeader("Server-Timing", `request;desc="${id}"`);
  return id;
}
