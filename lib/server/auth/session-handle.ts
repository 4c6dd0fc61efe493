import "server-only";
import { createHash } from "node:crypto";

/** Names a session to its person. The id itself is what a cookie holds, and stands in no page. */
export const handleOf = (sessionId: string): string =>
  createHash("sha256").update(`handle ${sessionId}`).digest("base64url").slice(0, 22);
