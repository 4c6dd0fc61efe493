import "server-only";
import { blockedParts } from "@/lib/domain/free-text/unsafe-parts";
import { readableText } from "@/lib/schemas/forms/clean-text";

/** The last part of whatever path a browser sends along, without what says how to reach somebody or who they are. */
export function shortName(fileName: string): string {
  const name = readableText(fileName)
    .split(/[\\/]/)
    .at(-1)!
    .replace(/\p{Cc}/gu, "")
    .trim()
    .slice(-120);
  const safe = blockedParts(name).reduceRight(
    (left, { start, end }) => `${left.slice(0, start)}…${left.slice(end)}`,
    name,
  );
  return safe || "file.csv";
}
