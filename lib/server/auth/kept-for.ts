import "server-only";
import { createHash } from "node:crypto";
import type { OpenSession } from "./session";

/**
 * Names a session in pages that its browser keeps: another one's differ, and nothing of the session follows from it. After
 * the name stands for how many seconds such pages are shown.
 */
export const keptFor = ({ id, secondsLeft }: Pick<OpenSession, "id" | "secondsLeft">): string =>
  `${createHash("sha256").update(`pages kept for ${id}`).digest("hex").slice(0, 32)} ${secondsLeft}`;
