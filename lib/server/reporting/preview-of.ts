import "server-only";
import type { Actor } from "@/lib/domain/permissions";
import type { FillPreview, UnplacedRow } from "@/lib/exchange/fill/fill-preview";
import type { IgnoredReason, UnmatchedReason } from "@/lib/exchange/fill/row-reason";
import { cleanText } from "@/lib/schemas/clean-text";
import { type FillView, shownUnmatched, type UnmatchedRow } from "@/lib/schemas/fill-view";
import type { Message } from "@/lib/schemas/form-state";
import { matchFile } from "./fill-files";
import type { LocatedReport } from "./locate-report";
import { frameworkOf } from "./plan-framework";

/**
 * What filling the report from the file would do, as the report is now.
 * @throws FileRefusal for a file that can't be read
 */
export async function previewOf(
  actor: Actor,
  located: LocatedReport,
  { sha256, fileName, bytes }: { sha256: string; fileName: string; bytes: Uint8Array },
  locale: string,
): Promise<FillView> {
  const { format, preview, indicators } = await matchFile(actor, located, bytes, locale);
  const used = new Set([...preview.fills, ...preview.same, ...preview.conflicts].map(({ indicator }) => indicator));
  return {
    sha256,
    fileName: shortName(fileName),
    format,
    rows: preview.rows,
    counts: preview.counts,
    fills: preview.fills,
    same: preview.same,
    conflicts: preview.conflicts.map((conflict) => ({ ...conflict, present: conflict.present ?? null })),
    unmatched: preview.unmatched.slice(0, shownUnmatched).map(unmatchedRow),
    ignored: gathered(preview.ignored),
    findings: preview.findings,
    indicators: indicators
      .filter(({ view }) => used.has(view.code))
      .map(({ view: { code, title, unit } }) => ({ code, title, unit })),
    dimensions: [...(await frameworkOf(located.plan, locale)).dimensions],
  };
}

/** The last part of whatever path a browser sends along. */
export const shortName = (fileName: string): string =>
  cleanText(fileName)
    .split(/[\\/]/)
    .at(-1)!
    .replace(/\p{Cc}/gu, "")
    .trim()
    .slice(-120) || "file.csv";

function unmatchedRow({ row, reason }: UnplacedRow<UnmatchedReason>): UnmatchedRow {
  const { line, series, categories, figure } = row;
  const problem = reason.code === "figureUnreadable" ? reason.args.problem : null;
  return { line, series, figure, categories: categories.map(({ text }) => text), reason: messageOf(reason), problem };
}

/** A reason's plain arguments; what is wrong with a figure goes its own way. */
function messageOf({ code, args }: IgnoredReason | UnmatchedReason): Message {
  const plain = Object.entries(args).filter((entry): entry is [string, string] => typeof entry[1] === "string");
  return { key: code, args: Object.fromEntries(plain) };
}

function gathered(ignored: FillPreview["ignored"]): FillView["ignored"] {
  const byReason = new Map<string, FillView["ignored"][number]>();
  for (const { reason } of ignored) {
    const message = messageOf(reason);
    const key = JSON.stringify(message);
    const known = byReason.get(key) ?? { reason: message, rows: 0 };
    byReason.set(key, { ...known, rows: known.rows + 1 });
  }
  return [...byReason.values()].sort((one, other) => other.rows - one.rows);
}
