import { type CompactPreview, compactPreview } from "./compact-preview";
import { FileRefusal, type FileRefusalArgs, type FileRefusalCode } from "./file-refusal";
import type { ImportTarget } from "./import-target";
import { previewImport } from "./preview-import";
import { readImportFile } from "./read-import-file";

export interface FileToMatch {
  bytes: Uint8Array;
  /** The report, by the format whose names it knows its indicators by. */
  targets: Readonly<Record<string, ImportTarget>>;
}

/** What a file would do to a report, or why it can't be read: plain data, for it is worked out in another thread. */
export type MatchedFile =
  | { format: string; preview: CompactPreview }
  | { refused: { code: FileRefusalCode; args: FileRefusalArgs[FileRefusalCode] } };

/** Reads the file and matches it with the report. */
export function matchFile({ bytes, targets }: FileToMatch): MatchedFile {
  try {
    const { format, rows } = readImportFile(bytes);
    return { format, preview: compactPreview(previewImport(rows, targets[format]!)) };
  } catch (error) {
    if (!(error instanceof FileRefusal)) throw error;
    const { code, args }: FileRefusal = error;
    return { refused: { code, args } };
  }
}
