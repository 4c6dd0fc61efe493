import { FileRefusal } from "./file-refusal";

/** UNODC's dataset of the whole world is smaller. */
export const maximumBytes = 15 * 1024 * 1024;
/** A row of any dataset is far shorter; a line of millions of commas would only keep the machine busy. */
export const maximumLineLength = 10_000;

const zipped = [0x50, 0x4b, 0x03, 0x04];
/** The container of an .xls, and of a workbook with a password. */
const compound = [0xd0, 0xcf, 0x11, 0xe0];
const wideMarks = [
  [0xff, 0xfe],
  [0xfe, 0xff],
];
const startsWith = (bytes: Uint8Array, start: number[]) => start.every((byte, index) => bytes[index] === byte);
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const controlCharacter = /[\u0000-\u0008\u000e-\u001f]/;

/** Whether it is a ZIP, as an .xlsx is. */
export const isWorkbook = (bytes: Uint8Array): boolean => startsWith(bytes, zipped);

/**
 * A file's bytes as text with `\n` at each line's end and no byte order mark.
 * @throws {FileRefusal} empty, tooLarge, workbookProtected, notText, notUtf8, lineTooLong
 */
export function decodeText(bytes: Uint8Array): string {
  if (bytes.length > maximumBytes) throw new FileRefusal("tooLarge", { megabytes: maximumBytes / 1024 / 1024 });
  if (startsWith(bytes, compound)) throw new FileRefusal("workbookProtected", {});
  if (wideMarks.some((start) => startsWith(bytes, start))) throw new FileRefusal("notUtf8", {});
  if (bytes.includes(0)) throw new FileRefusal("notText", {});
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new FileRefusal("notUtf8", {});
  }
  if (controlCharacter.test(text)) throw new FileRefusal("notText", {});
  if (text.trim() === "") throw new FileRefusal("empty", {});
  const plain = text.replace(/\r\n?/g, "\n");
  refuseLongLines(plain);
  return plain;
}

function refuseLongLines(text: string): void {
  for (let start = 0, line = 1; start < text.length; line++) {
    const newline = text.indexOf("\n", start);
    const end = newline < 0 ? text.length : newline;
    if (end - start > maximumLineLength) throw new FileRefusal("lineTooLong", { line });
    start = end + 1;
  }
}
