import "server-only";
import { createHash } from "node:crypto";

/** Names a session in pages that its browser keeps: another one's differ, and nothing of the session follows from it. */
export const keptFor = (sessionId: string): string =>
  createHash("sha256").update(`pages kept for ${sessionId}`).digest("hex").slice(0, 32);
