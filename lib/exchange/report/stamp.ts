import { z } from "zod";
import type { ReportStamp } from "./report-file";

/** The hidden sheet that says what a workbook is, and the custom property that says it too. */
export const stampName = "spaiv";

const code = z.string().min(1).max(40);
const stamp = z.object({
  version: z.literal(1),
  plan: code,
  unit: code,
  period: code,
  edition: z.int().min(1),
});

export const stampText = ({ plan, unit, period, edition }: ReportStamp): string =>
  JSON.stringify({ version: 1, plan, unit, period, edition });

/** Null for what is no stamp. */
export function readStamp(text: string): ReportStamp | null {
  try {
    const read = stamp.safeParse(JSON.parse(text));
    if (!read.success) return null;
    const { plan, unit, period, edition } = read.data;
    return { plan, unit, period, edition };
  } catch {
    return null;
  }
}

/**
 * A few characters by which a text is known again. It shows that somebody changed what isn't theirs to fill in, and protects
 * nothing: what stands there is never used.
 */
export function digest(text: string): string {
  const plain = text.replace(/\s+/g, " ").trim();
  if (plain === "") return "0";
  // FNV-1a
  let hash = 0x811c9dc5;
  for (let at = 0; at < plain.length; at++) hash = Math.imul(hash ^ plain.charCodeAt(at), 0x01000193);
  return (hash >>> 0).toString(36);
}
