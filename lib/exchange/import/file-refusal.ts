/** Why a whole file can't be read, with what its message needs. Codes are keys of the namespace `import`, under `refusal`. */
export interface FileRefusalArgs {
  empty: Record<never, never>;
  tooLarge: { megabytes: number };
  tooManyRows: { rows: number };
  /** An .ods, or a ZIP of something else: it has to be saved as XLSX or CSV first. */
  spreadsheet: Record<never, never>;
  /** Cut off, or not what spreadsheets write. */
  workbookDamaged: Record<never, never>;
  /** With a password, or in the form that spreadsheets had before 2007. */
  workbookProtected: Record<never, never>;
  workbookMacros: Record<never, never>;
  /** Cells are worked out by other files, or by a program. */
  workbookLinks: Record<never, never>;
  workbookSheets: { sheets: number };
  workbookTooWide: { sheet: string; columns: number };
  /** The hidden sheet that says what the workbook is was removed or changed. */
  reportStampBroken: Record<never, never>;
  /** A field of the sheet stands under the head of another column. */
  reportHeadsMoved: { sheet: string; at: string; head: string };
  /** A report’s file, of another report than the one that it is imported into; `plan` is `none` where it is of the same. */
  otherReport: { plan: string; unit: string; period: string };
  /** A report's file, made by another edition of the framework than the present one. */
  otherEdition: { edition: number; present: number };
  /** Several files of which one isn't a report's: `file` is its name. */
  filesMixed: { file: string };
  tooManyFiles: { files: number };
  /** A picture, a PDF, a program: no text at all. */
  notText: Record<never, never>;
  notUtf8: Record<never, never>;
  lineTooLong: { line: number };
  /** A quotation mark that is never closed, or stands in the middle of a field. */
  quoteBroken: { line: number };
  /** No line looks like the header of a format that is known; `found` is what the first line holds. */
  unknownFormat: { found: string };
  columnsMissing: { format: string; missing: string; found: string };
  columnsTwice: { format: string; columns: string };
  noRows: { format: string };
  /** Different values for one cell, more than a person could choose from; `line` is the first's. */
  tooManyValues: { indicator: string; values: number; line: number };
  /** It would take more time or memory than any file of values needs. */
  tooDemanding: Record<never, never>;
  /** So many files are being read that this one would wait too long. */
  busy: Record<never, never>;
}
export type FileRefusalCode = keyof FileRefusalArgs;

/** Thrown while a file is read; nothing of the file has been used. */
export class FileRefusal<C extends FileRefusalCode = FileRefusalCode> extends Error {
  override readonly name = "FileRefusal";
  /** Which one it is, where several were sent. */
  file: string | null = null;

  constructor(
    readonly code: C,
    readonly args: FileRefusalArgs[C],
  ) {
    super(code);
  }
}
