import "server-only";
import { readFileSync } from "node:fs";
import path from "node:path";

let known: string | null | undefined;

/** Names the build that is served; null while the product is being developed, where files change under their names. */
export function buildId(): string | null {
  if (process.env.NODE_ENV !== "production") return null;
  known ??= readId();
  return known;
}

function readId(): string | null {
  try {
    return readFileSync(path.join(process.cwd(), ".next", "BUILD_ID"), "utf8").trim();
  } catch {
    return null;
  }
}
