import "server-only";
import { refusalOf } from "./watch";

/** What the system, and PostgreSQL, call a server that isn't there. */
const causes: Record<string, string> = {
  ECONNREFUSED: "nothing listens there",
  ENOTFOUND: "there is no such host",
  EHOSTUNREACH: "the network doesn't lead there",
  ETIMEDOUT: "it doesn't answer",
  ECONNRESET: "it closed the connection",
  "57P03": "it is starting or stopping",
  "53300": "it has no connection left",
};

/** That the configured server can't be reached, as a sentence for whoever runs a command; null for any other error. */
export function unreachable(error: unknown): string | null {
  const { code, message } = error as { code?: string; message?: string };
  const cause = causes[code ?? ""];
  return cause ? `The database can't be reached: ${cause} (${message || code}). Check DATABASE_URL.` : refusalOf(error);
}
