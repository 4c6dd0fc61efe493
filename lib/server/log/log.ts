import "server-only";
import pino from "pino";
import { currentRequestId } from "./current-request";
import { describeError } from "./describe-error";
import { withoutPersonalData } from "./personal-data";

const logLevels = ["trace", "debug", "info", "warn", "error", "fatal", "silent"] as const;

/** Why `SPAIV_LOG_LEVEL` won't do, as a sentence for whoever starts the server; null when it will. */
export function logLevelFault(level: string | undefined): string | null {
  if (!level || (logLevels as readonly string[]).includes(level)) return null;
  return `SPAIV_LOG_LEVEL is none of ${logLevels.join(", ")}: ${level}`;
}

/** @param write where the lines go; to the standard output unless said otherwise */
export function logTo(write?: { write(line: string): void }): pino.Logger {
  const level = process.env.SPAIV_LOG_LEVEL;
  return pino(
    {
      level: level && logLevelFault(level) === null ? level : "info",
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (level) => ({ level }) },
      mixin: () => {
        const requestId = currentRequestId();
        return requestId ? { requestId } : {};
      },
      serializers: { err: (error: unknown) => describeError(error) },
      hooks: {
        // Whatever a line says, wherever the words come from.
        logMethod(args, method) {
          const [first, ...words] = args as unknown[];
          const clean = [first instanceof Error ? { err: first } : first, ...words].map((arg) =>
            typeof arg === "string" ? withoutPersonalData(arg) : arg,
          );
          // Where no words are given, pino takes the error's own.
          if (typeof clean[0] === "object" && clean.length === 1) clean.push("");
          method.apply(this, clean as typeof args);
        },
      },
    },
    // Each line is written before the program goes on: the last one before an end is the one that matters.
    write ?? pino.destination({ dest: 1, sync: true }),
  );
}

const shared = globalThis as typeof globalThis & { spaivLog?: pino.Logger };

/**
 * The server's log: one line of JSON for each event, with time, level and, where one is served, the request. Give an
 * error as `{ err }`. No line names a person: say ids and codes, never what somebody typed.
 */
shared.spaivLog ??= logTo();
export const log = shared.spaivLog;
