import "server-only";
import pino from "pino";
import { currentRequestId } from "./current-request";
import { withoutPersonalData } from "./personal-data";

const logLevels = ["trace", "debug", "info", "warn", "error", "fatal", "silent"] as const;

/** Why `SPAIV_LOG_LEVEL` won't do, as a sentence for whoever starts the server; null when it will. */
export function logLevelFault(level: string | undefined): string | null {
  if (!level || (logLevels as readonly string[]).includes(level)) return null;
  return `SPAIV_LOG_LEVEL is none of ${logLevels.join(", ")}: ${level}`;
}

/** What the log says of an error. */
interface DescribedError {
  type: string;
  message: string;
  code?: string;
  /** Names in the database, of which only programs write any. */
  about?: string;
  /** Next's short name of the error, which pages show to who met it. */
  digest?: string;
  /** Where it was thrown; the error's own words are left out, for they stand above without what is personal. */
  stack?: string;
  cause?: DescribedError;
}

/** A chain of causes longer than that is a circle. */
const MOST_CAUSES = 5;

/** An error without the values that it was about. Whatever else was thrown has its type alone. */
function describeError(error: unknown, depth = 0): DescribedError {
  if (!(error instanceof Error)) return { type: typeof error, message: "" };
  const { name, message, stack, cause } = error;
  const frames = stack?.split("\n").filter((line) => /^\s+at /.test(line));
  return {
    type: name,
    // Prisma prints the query with all that was asked; only the last line says what happened.
    message: withoutPersonalData(name.startsWith("PrismaClient") ? (message.trim().split("\n").at(-1) ?? "") : message),
    ...texts(error, { code: ["code"], digest: ["digest"], about: ["table", "constraint", "column"] }),
    ...(frames?.length && { stack: frames.map((line) => line.trim()).join("\n") }),
    ...(cause instanceof Error && depth < MOST_CAUSES && { cause: describeError(cause, depth + 1) }),
  };
}

/** The error's own properties that are texts; several in one, where there are several. */
function texts<K extends string>(error: Error, wanted: Record<K, string[]>): Partial<Record<K, string>> {
  const own = error as unknown as Record<string, unknown>;
  const found = Object.entries<string[]>(wanted).flatMap(([name, keys]) => {
    const values = keys.map((key) => own[key]).filter((value) => typeof value === "string" && value !== "");
    return values.length > 0 ? [[name, withoutPersonalData(values.join("."))]] : [];
  });
  return Object.fromEntries(found) as Partial<Record<K, string>>;
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
