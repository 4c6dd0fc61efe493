import type { ReadSoFar } from "@/lib/views/import-view";
import { previewReport } from "../report/preview-report";
import type { ReportTarget } from "../report/report-target";
import { type CompactPreview, compactPreview } from "./compact-preview";
import { type SentFile, unbundled } from "./file-bundle";
import { FileRefusal, type FileRefusalArgs, type FileRefusalCode } from "./file-refusal";
import type { ImportTarget } from "./import-target";
import { previewImport } from "./preview-import";
import { type ReadFile, readImportFile } from "./read-import-file";

/** Parts of one report, each filled in by somebody else. */
const mostFiles = 20;

export interface FileToMatch extends SentFile {
  /** The report, by the format whose names it knows its indicators by. */
  targets: Readonly<Record<string, ImportTarget>>;
  /** The same for its own files. */
  report: ReportTarget;
}

/** What a file would do to a report, or why it can't be read: plain data, for it is worked out in another thread. */
export type MatchedFile =
  | { format: string; preview: CompactPreview }
  | { refused: { code: FileRefusalCode; args: FileRefusalArgs[FileRefusalCode]; file: string | null } };

/**
 * Reads the file, or the several that were sent together, and matches it with the report.
 * @param read told how far the reading is
 */
export function matchFile(
  { name, bytes, targets, report }: FileToMatch,
  read?: (soFar: ReadSoFar) => void,
): MatchedFile {
  const files = unbundled({ name, bytes });
  const about = (file: string, work: () => ReadFile): ReadFile => {
    try {
      return work();
    } catch (error) {
      if (error instanceof FileRefusal && files.length > 1) error.file = file;
      throw error;
    }
  };
  try {
    if (files.length > mostFiles) throw new FileRefusal("tooManyFiles", { files: mostFiles });
    const all = files.map(({ name, bytes }) => ({ name, file: about(name, () => readImportFile(bytes, read)) }));
    const [{ file: first } = { file: null }] = all;
    if (first && all.length === 1 && "rows" in first)
      return { format: first.format, preview: compactPreview(previewImport(first.rows, targets[first.format]!)) };
    const uploads = all.map(({ name, file }) => {
      if (!("upload" in file)) throw new FileRefusal("filesMixed", { file: name });
      return { name, upload: file.upload };
    });
    return { format: "report", preview: previewReport(uploads, report) };
  } catch (error) {
    if (!(error instanceof FileRefusal)) throw error;
    const { code, args, file }: FileRefusal = error;
    return { refused: { code, args, file } };
  }
}
