import "server-only";
import { isIP } from "node:net";

/** What terminals colour by. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const colours = /\u001b\[[\d;]*m/g;

/**
 * A text for the log, without what could say who somebody is or what they typed: addresses of mail and of computers, and
 * whatever stands in double quotes, as programs and databases put it round what they were given.
 */
export function withoutPersonalData(text: string): string {
  return (
    text
      .replace(colours, "")
      .replace(/"(?:[^"\\]|\\.)*"/g, '"…"')
      .replace(/“[^”]*”/g, "“…”")
      .replace(/[^\s@<>"'`(),;:=[\]{}]+@[^\s@<>"'`(),;:=[\]{}]+/g, "[e-mail]")
      // PostgreSQL's own words for a row: Key (email)=(…).
      .replace(/\)=\([^)]*\)/g, ")=(…)")
      .replace(/(?<![\w.])(?:\d{1,3}\.){3}\d{1,3}(?![\w.])/g, (found) => (isIP(found) ? "[address]" : found))
      .replace(/(?<![\w.])[\da-f:]*:[\da-f:.]*(?![\w.])/gi, (found) => (isIP(found) === 6 ? "[address]" : found))
  );
}
