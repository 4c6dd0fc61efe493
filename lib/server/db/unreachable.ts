import "server-only";
import { DatabaseAway, refusalOf } from "./watch";

const silent = "it doesn't answer";
const closed = "it closed the connection";
const stopping = "it is starting or stopping";

/** What the system, PostgreSQL and Prisma call a server that isn't there. */
const causes: Readonly<Record<string, string>> = {
  ECONNREFUSED: "nothing listens there",
  ENOTFOUND: "there is no such host",
  EAI_AGAIN: "nobody says where that host is",
  EHOSTUNREACH: "the network doesn't lead there",
  ENETUNREACH: "the network doesn't lead there",
  ETIMEDOUT: silent,
  ECONNRESET: closed,
  EPIPE: closed,
  "57P01": stopping,
  "57P03": stopping,
  "53300": "it has no connection left",
  P1001: silent,
  P1008: silent,
  P1017: closed,
};

/** The same of what pg and its pool say without a code. */
const words: readonly (readonly [RegExp, string])[] = [
  [/^(?:timeout expired|Query read timeout|timeout exceeded when trying to connect)$/, silent],
  [/^Connection terminated due to connection timeout$/, silent],
  [/^Connection terminated(?: unexpectedly)?$/, closed],
];

function causeOf({ code = "", message, syscall }: NodeJS.ErrnoException): string | undefined {
  // Of a socket in a folder; a file may be missing too.
  if (syscall === "connect" && code === "ENOENT") return causes.ECONNREFUSED;
  return causes[code] ?? words.find(([said]) => said.test(message))?.[1];
}

/** That the configured server can't be reached, as a sentence for whoever runs a command; null for any other error. */
export function unreachable(error: unknown): string | null {
  for (let fault = error; fault instanceof Error; fault = fault.cause) {
    if (fault instanceof DatabaseAway) return `${fault.message} Check DATABASE_URL.`;
    const cause = causeOf(fault);
    // Prisma prints the query first.
    const said = fault.message.trim().split("\n").at(-1) || (fault as NodeJS.ErrnoException).code;
    if (cause) return `The database can't be reached: ${cause} (${said}). Check DATABASE_URL.`;
    const refusal = refusalOf(fault);
    if (refusal !== null) return refusal;
  }
  return null;
}
