import "server-only";
import { withoutPersonalData } from "./personal-data";

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
export function describeError(error: unknown, depth = 0): DescribedError {
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
