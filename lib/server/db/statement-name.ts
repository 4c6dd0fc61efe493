import "server-only";
import { createHash } from "node:crypto";

/** So many statements are prepared on each connection; a list of ids in a statement makes one for each length of it. */
const MOST = 500;
const names = new Map<string, string>();

/**
 * The name under which a connection keeps a statement parsed and planned: planning takes longer than running most of
 * them. Undefined once there are too many; then the statement is planned each time.
 */
export function statementName(sql: string): string {
  let name = names.get(sql);
  if (name === undefined && names.size < MOST) {
    name = createHash("sha1").update(sql).digest("base64url");
    names.set(sql, name);
  }
  // The driver takes an empty name for none.
  return name ?? "";
}
