import "server-only";
import { createHash } from "node:crypto";

/** Tells whether a text of the report narrative stands as it was shown, without sending it along twice. */
export const textDigest = ({ text, isPublic }: { text: string; isPublic: boolean }): string =>
  createHash("sha256").update(`${isPublic} ${text.trim()}`).digest("base64url").slice(0, 22);
